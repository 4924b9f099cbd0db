OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { CALL () { MATCH (entry:SearchKey) WHERE entry.searchText CONTAINS $p3.text RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.latin RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.pinyin RETURN entry }
WITH entry WHERE entry.nodeType IS NOT NULL AND ($p4 IS NULL OR entry.nodeType IN $p4) AND (coalesce(entry.searchText CONTAINS $p1.text, entry.searchPinyin CONTAINS $p1.latin, false) OR coalesce(entry.searchPinyin CONTAINS $p1.pinyin, false)
OR $p2 <> [] AND all(word IN $p2 WHERE coalesce(entry.searchText CONTAINS word.text, entry.searchPinyin CONTAINS word.latin, false) OR coalesce(entry.searchPinyin CONTAINS word.pinyin, false)))
RETURN count(*) AS c0 }
CALL () { CALL () { MATCH (entry:SearchKey) WHERE entry.searchText CONTAINS $p3.text RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.latin RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.pinyin RETURN entry }
WITH entry WHERE entry.nodeType IS NOT NULL AND ($p4 IS NULL OR entry.nodeType IN $p4) AND (coalesce(entry.searchText CONTAINS $p1.text, entry.searchPinyin CONTAINS $p1.latin, false) OR coalesce(entry.searchPinyin CONTAINS $p1.pinyin, false)
OR $p2 <> [] AND all(word IN $p2 WHERE coalesce(entry.searchText CONTAINS word.text, entry.searchPinyin CONTAINS word.latin, false) OR coalesce(entry.searchPinyin CONTAINS word.pinyin, false)))
WITH entry, toInteger(entry.nodeType IN $p5) AS isLast, entry.nameLength AS length, split(entry.searchText, '\n') AS keys
WITH entry, isLast, length, CASE
WHEN $p0 IN keys[0..2] THEN 0
WHEN $p0 IN keys THEN 1
WHEN any(key IN keys WHERE key STARTS WITH $p0) THEN 2
WHEN coalesce(entry.searchText CONTAINS $p1.text, entry.searchPinyin CONTAINS $p1.latin, false) THEN 3
WHEN coalesce(entry.searchPinyin CONTAINS $p1.pinyin, false) THEN 4
ELSE 5 END AS rank
WITH entry, isLast, rank, length
ORDER BY isLast, rank, length, entry.id
MATCH (hit:Node {id: entry.id})
WITH hit, entry, isLast, rank, length ORDER BY isLast, rank, length, entry.id LIMIT $p7
RETURN collect([[isLast, rank, length, entry.id], [[isLast, rank, length, entry.id], [round(((1 - isLast) + (6 - rank - toFloat(length) / (length + 20)) / 6) / 2, 4), [hit.id, ([hit.name, hit.nameEn, hit.number] + coalesce(hit.aliases, []))[head([slot IN range(0, 2 + size(coalesce(hit.aliases, []))) WHERE
CASE rank WHEN 0 THEN split(entry.searchText, '\n')[slot] = $p0 WHEN 1 THEN split(entry.searchText, '\n')[slot] = $p0 WHEN 2 THEN split(entry.searchText, '\n')[slot] STARTS WITH $p0
WHEN 3 THEN coalesce(split(entry.searchText, '\n')[slot] CONTAINS $p1.text, split(entry.searchPinyin, '\n')[slot] CONTAINS $p1.latin)
WHEN 4 THEN split(entry.searchPinyin, '\n')[slot] CONTAINS $p1.pinyin ELSE any(word IN $p2 WHERE coalesce(split(entry.searchText, '\n')[slot] CONTAINS word.text, split(entry.searchPinyin, '\n')[slot] CONTAINS word.latin, false) OR coalesce(split(entry.searchPinyin, '\n')[slot] CONTAINS word.pinyin, false)) END])]], [k IN $p6 | hit[k]]]]]) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [[c0], c1] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { CALL () { MATCH (entry:SearchKey) WHERE entry.searchText CONTAINS $p3.text RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.latin RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.pinyin RETURN entry }
WITH entry WHERE entry.nodeType IS NOT NULL AND ($p4 IS NULL OR entry.nodeType IN $p4) AND (coalesce(entry.searchText CONTAINS $p1.text, entry.searchPinyin CONTAINS $p1.latin, false) OR coalesce(entry.searchPinyin CONTAINS $p1.pinyin, false)
OR $p2 <> [] AND all(word IN $p2 WHERE coalesce(entry.searchText CONTAINS word.text, entry.searchPinyin CONTAINS word.latin, false) OR coalesce(entry.searchPinyin CONTAINS word.pinyin, false)))
WITH entry, toInteger(entry.nodeType IN $p5) AS isLast, entry.nameLength AS length, split(entry.searchText, '\n') AS keys
WITH entry, isLast, length, CASE
WHEN $p0 IN keys[0..2] THEN 0
WHEN $p0 IN keys THEN 1
WHEN any(key IN keys WHERE key STARTS WITH $p0) THEN 2
WHEN coalesce(entry.searchText CONTAINS $p1.text, entry.searchPinyin CONTAINS $p1.latin, false) THEN 3
WHEN coalesce(entry.searchPinyin CONTAINS $p1.pinyin, false) THEN 4
ELSE 5 END AS rank
WITH entry, isLast, rank, length
ORDER BY isLast, rank, length, entry.id
MATCH (hit:Node {id: entry.id})
WITH hit, entry, isLast, rank, length ORDER BY isLast, rank, length, entry.id LIMIT $p7
RETURN collect([[[k IN $p6 | hit[k]]]]) AS c0 }
RETURN coalesce(g.revision, 0) AS revision, [[], c0] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { CALL (s0) { MATCH (n3)-[w4:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(s0) WHERE all(w IN w4 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n3
UNION MATCH (n3:Industry) WHERE s0.id = 'industry:all' RETURN n3 }
WITH n3
RETURN sum(COUNT { (n3)<-[:FOCUSES_ON]-() } + COUNT { (n3)<-[r6:FOCUSES_ON_DATED]-() WHERE (r6.fromDay IS NULL OR r6.fromDay <= $day <= r6.toDay) }) AS c5 }
RETURN collect({id: s0.id, value: [[c5]]}) AS c8 }
RETURN coalesce(g.revision, 0) AS revision, c8 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p2
RETURN collect([[k IN $p1 | n1[k]]]) AS c4 }
RETURN collect({id: s0.id, value: [[COUNT { (s0)-[:CLUSTER_LOCATED_IN]->() } + COUNT { (s0)-[r3:CLUSTER_LOCATED_IN_DATED]->() WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay) }], c4]}) AS c5 }
RETURN coalesce(g.revision, 0) AS revision, c5 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [[COUNT { (s0)-[:CLUSTER_LOCATED_IN]->() } + COUNT { (s0)-[r3:CLUSTER_LOCATED_IN_DATED]->() WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay) }]]}) AS c5 }
RETURN coalesce(g.revision, 0) AS revision, c5 AS value
