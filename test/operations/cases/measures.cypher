OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Measure) WHERE n0.id > $p5 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p4
CALL (n0) { MATCH (n0)-[:MEASURE_HAS_WINDOWS]->(n1)
WITH n1 ORDER BY n1.id
RETURN collect([n1.nodeType, n1.opensOn, n1.closesOn]) AS c2 }
CALL (n0) { MATCH (n0)-[r4:APPLY_AT|APPLY_AT_DATED]->(n3) WHERE (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay)
WITH n3 ORDER BY n3.id LIMIT 1
RETURN head(collect([n3.nodeType, n3.name])) AS c5 }
CALL (n0) { MATCH (n0)<-[r7:HAS_MEASURE|HAS_MEASURE_DATED]-(n6)
WITH n6 ORDER BY n6.id LIMIT 1
CALL (n6) { MATCH (n6)-[r9:ISSUED_BY|ISSUED_BY_DATED]->(n8) WHERE (r9.fromDay IS NULL OR r9.fromDay <= $day <= r9.toDay)
WITH * ORDER BY n8.id, r9.key LIMIT $p2
RETURN collect([[n8.nodeType, n8.name]]) AS c10 }
CALL (n6) { MATCH (n6)<-[r12:BASED_ON|BASED_ON_DATED]-(n11)
WITH * ORDER BY n11.id, r12.key LIMIT $p3
RETURN collect([[n11.nodeType, n11.name, CASE WHEN n11.stage = 'DRAFT' THEN 'DRAFT' WHEN n11.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n11.startDay IS NULL THEN 'UNKNOWN' WHEN n11.startDay > $day THEN 'PENDING' WHEN n11.repealedOnDay <= $day THEN 'REPEALED' WHEN n11.supersededDay <= $day THEN 'SUPERSEDED' WHEN n11.expiresOnDay < $day THEN 'EXPIRED' ELSE 'IN_FORCE' END]]) AS c13 }
RETURN head(collect([n6.nodeType, n6.name, n6.issuedOn, CASE WHEN n6.stage = 'DRAFT' THEN 'DRAFT' WHEN n6.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n6.startDay IS NULL THEN 'UNKNOWN' WHEN n6.startDay > $day THEN 'PENDING' WHEN n6.repealedOnDay <= $day THEN 'REPEALED' WHEN n6.supersededDay <= $day THEN 'SUPERSEDED' WHEN n6.expiresOnDay < $day THEN 'EXPIRED' ELSE 'IN_FORCE' END, CASE WHEN n6.stage = 'DRAFT' THEN 'DRAFT' WHEN n6.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n6.startDay IS NULL THEN 'UNKNOWN' WHEN n6.startDay > $p0 THEN 'PENDING' WHEN n6.repealedOnDay <= $p0 THEN 'REPEALED' WHEN n6.supersededDay <= $p0 THEN 'SUPERSEDED' WHEN n6.expiresOnDay < $p0 THEN 'EXPIRED' ELSE 'IN_FORCE' END, CASE WHEN n6.stage = 'DRAFT' THEN 'DRAFT' WHEN n6.stage = 'WITHDRAWN' THEN 'REPEALED' WHEN n6.startDay IS NULL THEN 'UNKNOWN' WHEN n6.startDay > $p1 THEN 'PENDING' WHEN n6.repealedOnDay <= $p1 THEN 'REPEALED' WHEN n6.supersededDay <= $p1 THEN 'SUPERSEDED' WHEN n6.expiresOnDay < $p1 THEN 'EXPIRED' ELSE 'IN_FORCE' END, [[], c10], [[], c13]])) AS c14 }
RETURN collect([[n0.nodeType, n0.name, n0.instrument, n0.rateMax, n0.rateMaxBound, n0.rateMaxPrinted, {value: n0.cap, bound: n0.capBound, printed: n0.capPrinted}, c2, c5, c14]]) AS c15 }
RETURN coalesce(g.revision, 0) AS revision, [[], c15] AS value
