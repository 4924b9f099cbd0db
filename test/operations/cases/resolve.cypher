OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:WITHIN|WITHIN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p2
RETURN collect([[k IN $p1 | n1[k]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k
CALL (k) { WITH k, $p0[k] AS name
CALL (name) { UNWIND name.parts AS needle CALL (needle) { MATCH (entry:SearchKey) WHERE entry.searchText CONTAINS needle WITH entry WHERE entry.nodeType IS NOT NULL AND ($p3 IS NULL OR entry.nodeType IN $p3) RETURN entry LIMIT 60 } RETURN entry
UNION UNWIND name.lines AS needle CALL (needle) { MATCH (entry:SearchKey) WHERE entry.searchText CONTAINS (needle + '\n') WITH entry WHERE entry.nodeType IS NOT NULL AND ($p3 IS NULL OR entry.nodeType IN $p3) RETURN entry LIMIT 60 } RETURN entry
UNION UNWIND name.lines AS needle CALL (needle) { MATCH (entry:SearchKey) WHERE entry.searchText ENDS WITH ('\n' + needle) WITH entry WHERE entry.nodeType IS NOT NULL AND ($p3 IS NULL OR entry.nodeType IN $p3) RETURN entry LIMIT 60 } RETURN entry
UNION UNWIND [name.pinyin] AS needle CALL (needle) { MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS needle WITH entry WHERE entry.nodeType IS NOT NULL AND ($p3 IS NULL OR entry.nodeType IN $p3) RETURN entry LIMIT 60 } RETURN entry }
WITH entry, name, split(entry.searchText, '\n') AS lines
WITH entry, name, lines,
any(line IN lines WHERE line IN name.lines OR line IN name.wholes) OR coalesce(replace(entry.searchPinyin, '\n', '|') + '|' CONTAINS name.pinyin + '|', false) AS isWhole,
size([pair IN name.pairs WHERE entry.searchText CONTAINS pair]) AS shared
ORDER BY isWhole DESC, shared DESC, entry.nameLength, entry.id LIMIT 20
MATCH (c:Node {id: entry.id})
WITH c, [lead IN [line IN lines WHERE name.head <> '' AND line CONTAINS name.head | split(line, name.head)[0]]
+ [line IN lines WHERE line CONTAINS '(((' | split(split(line, '(((')[1], ')))')[0]] WHERE 6 <= size(lead) <= 90] AS leads
RETURN collect({type: c.nodeType, id: c.id, name: c.name, nameEn: c.nameEn, number: c.number, aliases: c.aliases, leads: leads, e0: {f3: [k IN $p4 | c[k]]}}) AS found }
RETURN collect(found) AS c0 }
CALL (c0) { WITH [found IN c0 | [each IN found | each.leads]] AS nested
CALL (nested) { UNWIND nested AS each UNWIND each AS own UNWIND own AS lead RETURN collect(DISTINCT lead) AS leads }
MATCH (entry:SearchKey) WHERE entry.nodeType IN $p2
WITH entry, [line IN split(entry.searchText, '\n') WHERE line <> '' AND (line IN $p1 OR line IN leads)] AS names WHERE size(names) > 0
RETURN collect({id: entry.id, isRegion: entry.nodeType = 'Region', names: names}) AS places }
WITH *, places AS c1
RETURN coalesce(g.revision, 0) AS revision, {found: c0, places: c1} AS value
