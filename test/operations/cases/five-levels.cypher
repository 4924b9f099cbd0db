OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.id > $p5 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p4
CALL (n0) { CALL (n0) { MATCH (n13)-[w14:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(n0) WHERE all(w IN w14 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n13
UNION MATCH (n13:Industry) WHERE n0.id = 'industry:all' RETURN n13 }
WITH n13
MATCH (n13)<-[r2:FOCUSES_ON|FOCUSES_ON_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p3
CALL (n1) { MATCH (n1)-[r4:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n3) WHERE (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay)
WITH * ORDER BY n3.id, r4.key LIMIT $p2
CALL (n3) { MATCH (n3)-[r6:WITHIN|WITHIN_DATED]->(n5) WHERE (r6.fromDay IS NULL OR r6.fromDay <= $day <= r6.toDay)
WITH * ORDER BY n5.id, r6.key LIMIT $p1
CALL (n5) { MATCH (n5)<-[r8:WITHIN|WITHIN_DATED]-(n7) WHERE (r8.fromDay IS NULL OR r8.fromDay <= $day <= r8.toDay)
WITH * ORDER BY n7.id, r8.key LIMIT $p0
RETURN collect([[[r8.evidenceSources, r8.evidence], [n7.nodeType, n7.name]]]) AS c9 }
RETURN collect([[r6.extent, [r6.evidenceSources, r6.evidence], [n5.nodeType, n5.name, [[], c9]]]]) AS c10 }
RETURN collect([[[r4.evidenceSources, r4.evidence], [n3.nodeType, n3.name, [[], c10]]]]) AS c11 }
RETURN collect([[[r2.evidenceSources, r2.evidence], [n1.nodeType, n1.name, [[], c11]]]]) AS c12 }
RETURN collect([[[n0.nodeType, n0.name, [[], c12]]]]) AS c15 }
RETURN coalesce(g.revision, 0) AS revision, [[], c15] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [s0.nodeType, s0.name]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [c1] AS value
