OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
RETURN collect([[[k IN $p0 | n0[k]]]]) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [[], c1] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { CALL (s0) { MATCH (n4)-[w5:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(s0) WHERE all(w IN w5 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n4
UNION MATCH (n4:Industry) WHERE s0.id = 'industry:all' RETURN n4 }
WITH n4
MATCH (n4)<-[r2:FOCUSES_ON|FOCUSES_ON_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p3
RETURN collect([[[k IN $p2 | r2[k]], [k IN $p1 | n1[k]]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c6 }
RETURN coalesce(g.revision, 0) AS revision, c6 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p3
RETURN collect([[[k IN $p2 | r2[k]], [k IN $p1 | n1[k]]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:WITHIN|WITHIN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p3
RETURN collect([[[k IN $p2 | r2[k]], [k IN $p1 | n1[k]]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:WITHIN|WITHIN_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p3
RETURN collect([[[k IN $p2 | r2[k]], [k IN $p1 | n1[k]]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value
