OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n5:Node {id: $p0})
CALL (n5) { MATCH (n4)-[w6:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(n5) WHERE all(w IN w6 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n4
UNION MATCH (n4:Industry) WHERE n5.id = 'industry:all' RETURN n4 }
WITH n4
MATCH (n0)-[r7:FOCUSES_ON|FOCUSES_ON_DATED]->(n4) WHERE (r7.fromDay IS NULL OR r7.fromDay <= $day <= r7.toDay) AND n0:Cluster
WITH DISTINCT n0 WHERE n0.nodeType IS NOT NULL AND NOT coalesce(n0.name CONTAINS $p1, false)
RETURN count(*) AS c8 }
CALL () { MATCH (n11:Node {id: $p4})
CALL (n11) { MATCH (n10)-[w12:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(n11) WHERE all(w IN w12 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n10
UNION MATCH (n10:Industry) WHERE n11.id = 'industry:all' RETURN n10 }
WITH n10
MATCH (n0)-[r13:FOCUSES_ON|FOCUSES_ON_DATED]->(n10) WHERE (r13.fromDay IS NULL OR r13.fromDay <= $day <= r13.toDay) AND n0:Cluster
WITH DISTINCT n0 WHERE n0.nodeType IS NOT NULL AND NOT coalesce(n0.name CONTAINS $p5, false)
WITH *, COUNT { (n0)-[:CLUSTER_LOCATED_IN]->() } + COUNT { MATCH (n0)-[r2:CLUSTER_LOCATED_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay) AND NOT EXISTS { (n0)-[:CLUSTER_LOCATED_IN]->(n1) } RETURN DISTINCT n1 } AS c3
WITH * ORDER BY c3 DESC, (n0.name + ''), n0.id LIMIT $p3
RETURN collect([[k IN $p2 | n0[k]]]) AS c9 }
RETURN coalesce(g.revision, 0) AS revision, [[c8], c9] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay) AND n1.nodeType IN $p1
RETURN count(*) AS c3 }
CALL (s0) { MATCH (s0)-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay) AND n1.nodeType IN $p2
RETURN count(DISTINCT n1) AS c4 }
CALL (s0) { MATCH (s0)-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay) AND n1.nodeType IN $p5
WITH * ORDER BY n1.id, r2.key LIMIT $p4
RETURN collect([[k IN $p3 | n1[k]]]) AS c5 }
RETURN collect({id: s0.id, value: [[c3, c4], c5]}) AS c6 }
RETURN coalesce(g.revision, 0) AS revision, c6 AS value
