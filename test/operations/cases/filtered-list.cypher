OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n5:Node {id: $p0})
CALL (n5) { MATCH (n4)-[w6:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(n5) WHERE all(w IN w6 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n4
UNION MATCH (n4:Industry) WHERE n5.id = 'industry:all' RETURN n4 }
WITH n4
MATCH (n0)-[r7:FOCUSES_ON|FOCUSES_ON_DATED]->(n4) WHERE (r7.fromDay IS NULL OR r7.fromDay <= $day <= r7.toDay) AND n0:Cluster
WITH DISTINCT n0 WHERE n0.nodeType IS NOT NULL AND NOT coalesce(n0.name CONTAINS $p1, false)
RETURN count(*) AS c8 }
CALL () { MATCH (n16:Node {id: $p7})
CALL (n16) { MATCH (n15)-[w17:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(n16) WHERE all(w IN w17 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n15
UNION MATCH (n15:Industry) WHERE n16.id = 'industry:all' RETURN n15 }
WITH n15
MATCH (n0)-[r18:FOCUSES_ON|FOCUSES_ON_DATED]->(n15) WHERE (r18.fromDay IS NULL OR r18.fromDay <= $day <= r18.toDay) AND n0:Cluster
WITH DISTINCT n0 WHERE n0.nodeType IS NOT NULL AND NOT coalesce(n0.name CONTAINS $p8, false)
WITH *, COUNT { (n0)-[:CLUSTER_LOCATED_IN]->() } + COUNT { MATCH (n0)-[r2:CLUSTER_LOCATED_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay) AND NOT EXISTS { (n0)-[:CLUSTER_LOCATED_IN]->(n1) } RETURN DISTINCT n1 } AS c3
WITH * ORDER BY c3 DESC, (n0.name + ''), n0.id LIMIT $p6
CALL (n0) { MATCH (n0)-[r10:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n9) WHERE (r10.fromDay IS NULL OR r10.fromDay <= $day <= r10.toDay) AND n9.nodeType IN $p2
RETURN count(*) AS c11 }
CALL (n0) { MATCH (n0)-[r10:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n9) WHERE (r10.fromDay IS NULL OR r10.fromDay <= $day <= r10.toDay) AND n9.nodeType IN $p3
RETURN count(DISTINCT n9) AS c12 }
CALL (n0) { MATCH (n0)-[r10:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n9) WHERE (r10.fromDay IS NULL OR r10.fromDay <= $day <= r10.toDay) AND n9.nodeType IN $p5
WITH * ORDER BY n9.id, r10.key LIMIT $p4
RETURN collect([[n9.nodeType, n9.id]]) AS c13 }
RETURN collect([[n0.nodeType, n0.id, [[c11, c12], c13]]]) AS c14 }
RETURN coalesce(g.revision, 0) AS revision, [[c8], c14] AS value
