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
CALL (hit) { MATCH (hit)-[r4:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n3) WHERE (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay)
WITH * ORDER BY n3.id, r4.key LIMIT $p6
RETURN collect({k: [n3.id, r4.key], n: {t: n3.nodeType, f0: n3.name}}) AS c6 }
CALL (hit) { CALL (hit) { MATCH (n9)-[w10:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(hit) WHERE all(w IN w10 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n9
UNION MATCH (n9:Industry) WHERE hit.id = 'industry:all' RETURN n9 }
WITH n9
RETURN sum(COUNT { (n9)<-[:FOCUSES_ON]-() } + COUNT { (n9)<-[r12:FOCUSES_ON_DATED]-() WHERE (r12.fromDay IS NULL OR r12.fromDay <= $day <= r12.toDay) }) AS c11 }
RETURN collect({k: [isLast, rank, length, entry.id], e: {f0: [isLast, rank, length, entry.id], f1: {f0: round(((1 - isLast) + (6 - rank - toFloat(length) / (length + 20)) / 6) / 2, 4), f1: ([hit.name, hit.nameEn, hit.number] + coalesce(hit.aliases, []))[head([slot IN range(0, 2 + size(coalesce(hit.aliases, []))) WHERE
CASE rank WHEN 0 THEN split(entry.searchText, '\n')[slot] = $p0 WHEN 1 THEN split(entry.searchText, '\n')[slot] = $p0 WHEN 2 THEN split(entry.searchText, '\n')[slot] STARTS WITH $p0
WHEN 3 THEN coalesce(split(entry.searchText, '\n')[slot] CONTAINS $p1.text, split(entry.searchPinyin, '\n')[slot] CONTAINS $p1.latin)
WHEN 4 THEN split(entry.searchPinyin, '\n')[slot] CONTAINS $p1.pinyin ELSE any(word IN $p2 WHERE coalesce(split(entry.searchText, '\n')[slot] CONTAINS word.text, split(entry.searchPinyin, '\n')[slot] CONTAINS word.latin, false) OR coalesce(split(entry.searchPinyin, '\n')[slot] CONTAINS word.pinyin, false)) END])], f2: {t: hit.nodeType, f0: hit.id, f1: hit.name, f2: [k1 IN range(0, size(coalesce(hit.evidenceSources, [])) - 1) | {f0: substring(hit.evidence[k1], size(split(hit.evidence[k1], '》')[0]) + 2)}], f3: CASE WHEN hit.nodeType IN ['Cluster'] THEN {x: {f0: COUNT { (hit)-[:CLUSTER_LOCATED_IN]->() } + COUNT { (hit)-[r5:CLUSTER_LOCATED_IN_DATED]->() WHERE (r5.fromDay IS NULL OR r5.fromDay <= $day <= r5.toDay) }}, rows: c6} END, f4: CASE WHEN hit.nodeType IN ['Industry'] THEN {x: {f0: c11}} END}}}}) AS c14 }
RETURN coalesce(g.revision, 0) AS revision, {x: {f0: c0}, rows: c14} AS value

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
WITH hit, entry, isLast, rank, length ORDER BY isLast, rank, length, entry.id LIMIT $p6
RETURN collect({k: [isLast, rank, length, entry.id], n: {f0: {t: hit.nodeType, f0: hit.id, f1: CASE WHEN hit.nodeType IN ['Cluster'] THEN {x: {f0: COUNT { (hit)-[:CLUSTER_LOCATED_IN]->() } + COUNT { (hit)-[r2:CLUSTER_LOCATED_IN_DATED]->() WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay) }}} END}}}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, {x: {}, rows: c4} AS value
