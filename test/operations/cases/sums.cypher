OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Measure) WHERE n0.nodeType IS NOT NULL
WITH *, n0.instrument AS n1 WHERE n1 IS NOT NULL
WITH n1, count(DISTINCT n0) AS c2, collect(DISTINCT CASE WHEN n0.cap IS NULL THEN null ELSE [n0.id, coalesce(n0.name, n0.caption, n0.id), toString(n0.cap), n0.capBound, null, null, null, []] END)[..1001] AS c4 ORDER BY c2 DESC, n1 LIMIT $p0
RETURN collect([n1, n1, n1, c2, c4]) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Measure) WHERE n0.nodeType IS NOT NULL AND n0.instrument = $p0
RETURN count(*) AS c1 }
CALL () { MATCH (n0:Measure) WHERE n0.nodeType IS NOT NULL AND n0.instrument = $p1
WITH n0 WHERE n0.cap IS NOT NULL WITH n0 ORDER BY n0.id LIMIT $p2
RETURN collect(CASE WHEN n0.cap IS NULL THEN null ELSE [n0.id, coalesce(n0.name, n0.caption, n0.id), toString(n0.cap), n0.capBound, null, null, null, []] END) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, [[c1, c2]] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Zone) WHERE n0.nodeType IS NOT NULL
MATCH (n0)-[r4:SPECIALISES_IN|SPECIALISES_IN_DATED]->(n1) WHERE (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay)
CALL (n0) { WITH n0 AS n5
OPTIONAL MATCH (n5)-[w9:WITHIN|WITHIN_DATED*1..]->(n8) WHERE all(w IN w9 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH n5, collect(DISTINCT n8.id) AS ids
RETURN head(collect([n5.id] + ids)) AS c7 }
WITH n1, count(DISTINCT n0) AS c2, collect(DISTINCT CASE WHEN n0.areaKm2 IS NULL THEN null ELSE [n0.id, coalesce(n0.name, n0.caption, n0.id), toString(n0.areaKm2), n0.areaKm2Bound, null, null, null, [coalesce(c7, [])]] END)[..1001] AS c10 ORDER BY c2 DESC, n1.id LIMIT $p0
RETURN collect([coalesce(n1.name, n1.caption, n1.id), coalesce(n1.nameEn, n1.name, n1.caption, n1.id), c10]) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n1:Node) WHERE n1.id = $p0
MATCH (n0)-[r2:OBSERVES|OBSERVES_DATED]->(n1) WHERE n0:Observation
WITH DISTINCT n0 WHERE n0.nodeType IS NOT NULL AND n0.period = $p1
WITH n0 WHERE n0.value IS NOT NULL WITH n0 ORDER BY n0.id LIMIT $p2
CALL (n0) { MATCH (n0)-[r17:OBSERVES|OBSERVES_DATED]->(n16)
RETURN head(collect([n16.id, n16.name + '（' + n16.basis + '）', n16.unit])) AS c18 }
CALL (n0) { MATCH (n0)-[r4:OBSERVED_IN|OBSERVED_IN_DATED]->(n3)
OPTIONAL MATCH (n3)-[w7:WITHIN|WITHIN_DATED*1..]->(n6) WHERE all(w IN w7 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH n3, collect(DISTINCT n6.id) AS ids
RETURN head(collect([n3.id] + ids)) AS c5 }
CALL (n0) { MATCH (n0)-[r9:OBSERVED_FOR|OBSERVED_FOR_DATED]->(n8)
OPTIONAL MATCH (n8)-[w12:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(n11) WHERE all(w IN w12 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH n8, collect(DISTINCT n11.id) AS ids
RETURN head(collect([n8.id] + ids + ['industry:all'])) AS c10 }
CALL (n0) { MATCH (n0)-[r14:OBSERVED_ABOUT|OBSERVED_ABOUT_DATED]->(n13)
RETURN head(collect([n13.id])) AS c15 }
RETURN collect(CASE WHEN n0.value IS NULL THEN null ELSE [n0.id, coalesce(n0.caption, n0.id), toString(n0.value), n0.bound, n0.modality, n0.period, c18, [coalesce(c5, []), coalesce(c10, []), coalesce(c15, [])]] END) AS c19 }
RETURN coalesce(g.revision, 0) AS revision, [[c19]] AS value
