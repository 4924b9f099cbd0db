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
CALL (hit) { MATCH (hit)-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p6
RETURN collect([[n1.nodeType, n1.name]]) AS c4 }
CALL (hit) { CALL (hit) { MATCH (n7)-[w8:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(hit) WHERE all(w IN w8 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n7
UNION MATCH (n7:Industry) WHERE hit.id = 'industry:all' RETURN n7 }
WITH n7
RETURN sum(COUNT { (n7)<-[:FOCUSES_ON]-() } + COUNT { (n7)<-[r10:FOCUSES_ON_DATED]-() WHERE (r10.fromDay IS NULL OR r10.fromDay <= $day <= r10.toDay) }) AS c9 }
RETURN collect([[isLast, rank, length, entry.id], [[isLast, rank, length, entry.id], [round(((1 - isLast) + (6 - rank - toFloat(length) / (length + 20)) / 6) / 2, 4), [hit.id, ([hit.name, hit.nameEn, hit.number] + coalesce(hit.aliases, []))[head([slot IN range(0, 2 + size(coalesce(hit.aliases, []))) WHERE
CASE rank WHEN 0 THEN split(entry.searchText, '\n')[slot] = $p0 WHEN 1 THEN split(entry.searchText, '\n')[slot] = $p0 WHEN 2 THEN split(entry.searchText, '\n')[slot] STARTS WITH $p0
WHEN 3 THEN coalesce(split(entry.searchText, '\n')[slot] CONTAINS $p1.text, split(entry.searchPinyin, '\n')[slot] CONTAINS $p1.latin)
WHEN 4 THEN split(entry.searchPinyin, '\n')[slot] CONTAINS $p1.pinyin ELSE any(word IN $p2 WHERE coalesce(split(entry.searchText, '\n')[slot] CONTAINS word.text, split(entry.searchPinyin, '\n')[slot] CONTAINS word.latin, false) OR coalesce(split(entry.searchPinyin, '\n')[slot] CONTAINS word.pinyin, false)) END])]], [hit.nodeType, hit.id, hit.name, [hit.evidenceSources, hit.evidence], CASE WHEN hit.nodeType IN ['Cluster'] THEN [[COUNT { (hit)-[:CLUSTER_LOCATED_IN]->() } + COUNT { (hit)-[r3:CLUSTER_LOCATED_IN_DATED]->() WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay) }], c4] END, CASE WHEN hit.nodeType IN ['Industry'] THEN [[c9]] END]]]]) AS c12 }
RETURN coalesce(g.revision, 0) AS revision, [[c0], c12] AS value

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
RETURN collect([[[hit.nodeType, hit.id, CASE WHEN hit.nodeType IN ['Cluster'] THEN [[COUNT { (hit)-[:CLUSTER_LOCATED_IN]->() } + COUNT { (hit)-[r2:CLUSTER_LOCATED_IN_DATED]->() WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay) }]] END]]]) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, [[], c4] AS value
