OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { CALL () { MATCH (entry:SearchKey) WHERE entry.searchText CONTAINS $p3.text RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.latin RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.pinyin RETURN entry }
WITH entry WHERE entry.nodeType IS NOT NULL AND ($p4 IS NULL OR entry.nodeType IN $p4) AND (coalesce(entry.searchText CONTAINS $p1.text, entry.searchPinyin CONTAINS $p1.latin, false) OR coalesce(entry.searchPinyin CONTAINS $p1.pinyin, false)
OR $p2 <> [] AND all(word IN $p2 WHERE coalesce(entry.searchText CONTAINS word.text, entry.searchPinyin CONTAINS word.latin, false) OR coalesce(entry.searchPinyin CONTAINS word.pinyin, false)))
MATCH (n0:Node {id: entry.id})
CALL (n0) { MATCH (n0)-[r2:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH DISTINCT n1
CALL (n1) { MATCH (n1)-[w6:WITHIN|WITHIN_DATED*0..]->(n4) WHERE n4.id = $p7 AND all(w IN w6 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH n4 LIMIT 1 RETURN count(*) > 0 AS b5 }
WITH n1 WHERE b5
WITH n1 LIMIT 1 RETURN count(*) > 0 AS b3 }
WITH entry, n0 WHERE n0.nodeType = 'Agency' OR (n0.nodeType = 'Policy' AND CASE WHEN n0.stage = 'DRAFT' THEN 'DRAFT' WHEN n0.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n0.startDay IS NULL THEN 'UNKNOWN' WHEN n0.startDay > $day THEN 'PENDING' WHEN n0.repealedOnDay <= $day THEN 'REPEALED' WHEN n0.supersededDay <= $day THEN 'SUPERSEDED' WHEN n0.expiresOnDay < $day THEN 'EXPIRED' ELSE 'IN_FORCE' END IN $p6 AND b3)
WITH entry
RETURN count(*) AS c7 }
CALL () { CALL () { MATCH (entry:SearchKey) WHERE entry.searchText CONTAINS $p3.text RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.latin RETURN entry
UNION MATCH (entry:SearchKey) WHERE entry.searchPinyin CONTAINS $p3.pinyin RETURN entry }
WITH entry WHERE entry.nodeType IS NOT NULL AND ($p4 IS NULL OR entry.nodeType IN $p4) AND (coalesce(entry.searchText CONTAINS $p1.text, entry.searchPinyin CONTAINS $p1.latin, false) OR coalesce(entry.searchPinyin CONTAINS $p1.pinyin, false)
OR $p2 <> [] AND all(word IN $p2 WHERE coalesce(entry.searchText CONTAINS word.text, entry.searchPinyin CONTAINS word.latin, false) OR coalesce(entry.searchPinyin CONTAINS word.pinyin, false)))
MATCH (n9:Node {id: entry.id})
CALL (n9) { MATCH (n9)-[r11:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED]->(n10) WHERE (r11.fromDay IS NULL OR r11.fromDay <= $day <= r11.toDay)
WITH DISTINCT n10
CALL (n10) { MATCH (n10)-[w15:WITHIN|WITHIN_DATED*0..]->(n13) WHERE n13.id = $p11 AND all(w IN w15 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH n13 LIMIT 1 RETURN count(*) > 0 AS b14 }
WITH n10 WHERE b14
WITH n10 LIMIT 1 RETURN count(*) > 0 AS b12 }
WITH entry, n9 WHERE n9.nodeType = 'Agency' OR (n9.nodeType = 'Policy' AND CASE WHEN n9.stage = 'DRAFT' THEN 'DRAFT' WHEN n9.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n9.startDay IS NULL THEN 'UNKNOWN' WHEN n9.startDay > $day THEN 'PENDING' WHEN n9.repealedOnDay <= $day THEN 'REPEALED' WHEN n9.supersededDay <= $day THEN 'SUPERSEDED' WHEN n9.expiresOnDay < $day THEN 'EXPIRED' ELSE 'IN_FORCE' END IN $p10 AND b12)
WITH entry
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
WITH hit, entry, isLast, rank, length ORDER BY isLast, rank, length, entry.id LIMIT $p9
RETURN collect([[[hit.id, ([hit.name, hit.nameEn, hit.number] + coalesce(hit.aliases, []))[head([slot IN range(0, 2 + size(coalesce(hit.aliases, []))) WHERE
CASE rank WHEN 0 THEN split(entry.searchText, '\n')[slot] = $p0 WHEN 1 THEN split(entry.searchText, '\n')[slot] = $p0 WHEN 2 THEN split(entry.searchText, '\n')[slot] STARTS WITH $p0
WHEN 3 THEN coalesce(split(entry.searchText, '\n')[slot] CONTAINS $p1.text, split(entry.searchPinyin, '\n')[slot] CONTAINS $p1.latin)
WHEN 4 THEN split(entry.searchPinyin, '\n')[slot] CONTAINS $p1.pinyin ELSE any(word IN $p2 WHERE coalesce(split(entry.searchText, '\n')[slot] CONTAINS word.text, split(entry.searchPinyin, '\n')[slot] CONTAINS word.latin, false) OR coalesce(split(entry.searchPinyin, '\n')[slot] CONTAINS word.pinyin, false)) END])]], [k IN $p8 | hit[k]]]]) AS c8 }
RETURN coalesce(g.revision, 0) AS revision, [[c7], c8] AS value
