OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.nodeType IS NOT NULL
RETURN count(*) AS c1 }
CALL () { MATCH (n0:Industry) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
RETURN collect([[n0.id], [k IN $p0 | n0[k]]]) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, [[c1], c2] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:SUBCLASS_OF|SUBCLASS_OF_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p3
RETURN collect([[[k IN $p2 | r2[k]], [k IN $p1 | n1[k]]]]) AS c6 }
RETURN collect({id: s0.id, value: [[COUNT { (s0)-[:SUBCLASS_OF]->() } + COUNT { (s0)-[r3:SUBCLASS_OF_DATED]->() WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay) }, COUNT { (s0)-[:SUBCLASS_OF]->() } + COUNT { MATCH (s0)-[r5:SUBCLASS_OF_DATED]->(n4) WHERE (r5.fromDay IS NULL OR r5.fromDay <= $day <= r5.toDay) AND NOT EXISTS { (s0)-[:SUBCLASS_OF]->(n4) } RETURN DISTINCT n4 }], c6]}) AS c7 }
RETURN coalesce(g.revision, 0) AS revision, c7 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value
