OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Measure) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
RETURN collect([[k IN $p0 | n0[k]]]) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [[], c1] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[:MEASURE_HAS_WINDOWS]->(n1)
WITH n1 ORDER BY n1.id
RETURN collect([k IN $p1 | n1[k]]) AS c2 }
RETURN collect({id: s0.id, value: c2}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:APPLY_AT|APPLY_AT_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH n1 ORDER BY n1.id LIMIT 1
RETURN head(collect([k IN $p1 | n1[k]])) AS c3 }
RETURN collect({id: s0.id, value: c3}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:ISSUED_BY|ISSUED_BY_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p2
RETURN collect([[k IN $p1 | n1[k]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:BASED_ON|BASED_ON_DATED]-(n1)
WITH * ORDER BY n1.id, r2.key LIMIT $p2
RETURN collect([[[k IN $p1 | n1[k]], CASE WHEN n1.stage = 'DRAFT' THEN 'DRAFT' WHEN n1.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n1.startDay IS NULL THEN 'UNKNOWN' WHEN n1.startDay > $day THEN 'PENDING' WHEN n1.repealedOnDay <= $day THEN 'REPEALED' WHEN n1.supersededDay <= $day THEN 'SUPERSEDED' WHEN n1.expiresOnDay < $day THEN 'EXPIRED' ELSE 'IN_FORCE' END]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:HAS_MEASURE|HAS_MEASURE_DATED]-(n1)
WITH n1 ORDER BY n1.id LIMIT 1
RETURN head(collect([[k IN $p3 | n1[k]], CASE WHEN n1.stage = 'DRAFT' THEN 'DRAFT' WHEN n1.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n1.startDay IS NULL THEN 'UNKNOWN' WHEN n1.startDay > $day THEN 'PENDING' WHEN n1.repealedOnDay <= $day THEN 'REPEALED' WHEN n1.supersededDay <= $day THEN 'SUPERSEDED' WHEN n1.expiresOnDay < $day THEN 'EXPIRED' ELSE 'IN_FORCE' END, CASE WHEN n1.stage = 'DRAFT' THEN 'DRAFT' WHEN n1.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n1.startDay IS NULL THEN 'UNKNOWN' WHEN n1.startDay > $p1 THEN 'PENDING' WHEN n1.repealedOnDay <= $p1 THEN 'REPEALED' WHEN n1.supersededDay <= $p1 THEN 'SUPERSEDED' WHEN n1.expiresOnDay < $p1 THEN 'EXPIRED' ELSE 'IN_FORCE' END, CASE WHEN n1.stage = 'DRAFT' THEN 'DRAFT' WHEN n1.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n1.startDay IS NULL THEN 'UNKNOWN' WHEN n1.startDay > $p2 THEN 'PENDING' WHEN n1.repealedOnDay <= $p2 THEN 'REPEALED' WHEN n1.supersededDay <= $p2 THEN 'SUPERSEDED' WHEN n1.expiresOnDay < $p2 THEN 'EXPIRED' ELSE 'IN_FORCE' END])) AS c3 }
RETURN collect({id: s0.id, value: c3}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value
