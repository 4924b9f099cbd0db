OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { CALL () { MATCH (hit:Entity) WHERE hit.searchText CONTAINS $p3.text RETURN hit
UNION MATCH (hit:Entity) WHERE hit.searchPinyin CONTAINS $p3.latin RETURN hit
UNION MATCH (hit:Entity) WHERE hit.searchPinyin CONTAINS $p3.pinyin RETURN hit }
WITH hit WHERE hit.hash IS NOT NULL AND ($p4 IS NULL OR hit.nodeType IN $p4) AND (coalesce(hit.searchText CONTAINS $p1.text, hit.searchPinyin CONTAINS $p1.latin, false) OR coalesce(hit.searchPinyin CONTAINS $p1.pinyin, false)
OR $p2 <> [] AND all(word IN $p2 WHERE coalesce(hit.searchText CONTAINS word.text, hit.searchPinyin CONTAINS word.latin, false) OR coalesce(hit.searchPinyin CONTAINS word.pinyin, false)))
RETURN count(*) AS c0 }
CALL () { CALL () { MATCH (hit:Entity) WHERE hit.searchText CONTAINS $p3.text RETURN hit
UNION MATCH (hit:Entity) WHERE hit.searchPinyin CONTAINS $p3.latin RETURN hit
UNION MATCH (hit:Entity) WHERE hit.searchPinyin CONTAINS $p3.pinyin RETURN hit }
WITH hit WHERE hit.hash IS NOT NULL AND ($p4 IS NULL OR hit.nodeType IN $p4) AND (coalesce(hit.searchText CONTAINS $p1.text, hit.searchPinyin CONTAINS $p1.latin, false) OR coalesce(hit.searchPinyin CONTAINS $p1.pinyin, false)
OR $p2 <> [] AND all(word IN $p2 WHERE coalesce(hit.searchText CONTAINS word.text, hit.searchPinyin CONTAINS word.latin, false) OR coalesce(hit.searchPinyin CONTAINS word.pinyin, false)))
WITH hit, toInteger(hit.nodeType IN $p5) AS isLast, size(hit.name) AS length, split(hit.searchText, '\n') AS keys
WITH hit, isLast, length, CASE
WHEN $p0 IN keys[0..2] THEN 0
WHEN $p0 IN keys THEN 1
WHEN any(key IN keys WHERE key STARTS WITH $p0) THEN 2
WHEN coalesce(hit.searchText CONTAINS $p1.text, hit.searchPinyin CONTAINS $p1.latin, false) THEN 3
WHEN coalesce(hit.searchPinyin CONTAINS $p1.pinyin, false) THEN 4
ELSE 5 END AS rank
WITH hit, isLast, rank, length
ORDER BY isLast, rank, length, hit.id LIMIT $p7
CALL (hit) { MATCH (hit)-[r4:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n3) WHERE (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay)
WITH * ORDER BY n3.id, r4.key LIMIT $p6
RETURN collect({k: [n3.id, r4.key], n: {t: n3.nodeType, f0: n3.name}}) AS c6 }
CALL (hit) { CALL (hit) { MATCH (n9)-[w10:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(hit) WHERE all(w IN w10 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n9
UNION MATCH (n9:Industry) WHERE hit.id = 'industry:all' RETURN n9 }
WITH n9
RETURN sum(COUNT { (n9)<-[:FOCUSES_ON]-() } + COUNT { (n9)<-[r12:FOCUSES_ON_DATED]-() WHERE (r12.fromDay IS NULL OR r12.fromDay <= $day <= r12.toDay) }) AS c11 }
RETURN collect({k: [isLast, rank, length, hit.id], e: {f0: [isLast, rank, length, hit.id], f1: {f0: round(((1 - isLast) + (6 - rank - toFloat(length) / (length + 20)) / 6) / 2, 4), f1: ([hit.name, hit.nameEn, hit.number] + coalesce(hit.aliases, []))[head([slot IN range(0, 2 + size(coalesce(hit.aliases, []))) WHERE
CASE rank WHEN 0 THEN split(hit.searchText, '\n')[slot] = $p0 WHEN 1 THEN split(hit.searchText, '\n')[slot] = $p0 WHEN 2 THEN split(hit.searchText, '\n')[slot] STARTS WITH $p0
WHEN 3 THEN coalesce(split(hit.searchText, '\n')[slot] CONTAINS $p1.text, split(hit.searchPinyin, '\n')[slot] CONTAINS $p1.latin)
WHEN 4 THEN split(hit.searchPinyin, '\n')[slot] CONTAINS $p1.pinyin ELSE any(word IN $p2 WHERE coalesce(split(hit.searchText, '\n')[slot] CONTAINS word.text, split(hit.searchPinyin, '\n')[slot] CONTAINS word.latin, false) OR coalesce(split(hit.searchPinyin, '\n')[slot] CONTAINS word.pinyin, false)) END])], f2: {t: hit.nodeType, f0: hit.id, f1: hit.name, f2: [k1 IN range(0, size(coalesce(hit.evidenceSources, [])) - 1) | {f0: hit.evidenceLocators[k1]}], f3: CASE WHEN hit.nodeType IN ['Cluster'] THEN {x: {f0: COUNT { (hit)-[:CLUSTER_LOCATED_IN]->() } + COUNT { (hit)-[r5:CLUSTER_LOCATED_IN_DATED]->() WHERE (r5.fromDay IS NULL OR r5.fromDay <= $day <= r5.toDay) }}, rows: c6} END, f4: CASE WHEN hit.nodeType IN ['Industry'] THEN {x: {f0: c11}} END}}}}) AS c14 }
RETURN coalesce(g.revision, 0) AS revision, {x: {f0: c0}, rows: c14} AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { CALL () { MATCH (hit:Entity) WHERE hit.searchText CONTAINS $p3.text RETURN hit
UNION MATCH (hit:Entity) WHERE hit.searchPinyin CONTAINS $p3.latin RETURN hit
UNION MATCH (hit:Entity) WHERE hit.searchPinyin CONTAINS $p3.pinyin RETURN hit }
WITH hit WHERE hit.hash IS NOT NULL AND ($p4 IS NULL OR hit.nodeType IN $p4) AND (coalesce(hit.searchText CONTAINS $p1.text, hit.searchPinyin CONTAINS $p1.latin, false) OR coalesce(hit.searchPinyin CONTAINS $p1.pinyin, false)
OR $p2 <> [] AND all(word IN $p2 WHERE coalesce(hit.searchText CONTAINS word.text, hit.searchPinyin CONTAINS word.latin, false) OR coalesce(hit.searchPinyin CONTAINS word.pinyin, false)))
WITH hit, toInteger(hit.nodeType IN $p5) AS isLast, size(hit.name) AS length, split(hit.searchText, '\n') AS keys
WITH hit, isLast, length, CASE
WHEN $p0 IN keys[0..2] THEN 0
WHEN $p0 IN keys THEN 1
WHEN any(key IN keys WHERE key STARTS WITH $p0) THEN 2
WHEN coalesce(hit.searchText CONTAINS $p1.text, hit.searchPinyin CONTAINS $p1.latin, false) THEN 3
WHEN coalesce(hit.searchPinyin CONTAINS $p1.pinyin, false) THEN 4
ELSE 5 END AS rank
WITH hit, isLast, rank, length
ORDER BY isLast, rank, length, hit.id LIMIT $p6
RETURN collect({k: [isLast, rank, length, hit.id], n: {f0: {t: hit.nodeType, f0: hit.id, f1: CASE WHEN hit.nodeType IN ['Cluster'] THEN {x: {f0: COUNT { (hit)-[:CLUSTER_LOCATED_IN]->() } + COUNT { (hit)-[r2:CLUSTER_LOCATED_IN_DATED]->() WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay) }}} END}}}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, {x: {}, rows: c4} AS value
