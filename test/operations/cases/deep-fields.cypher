OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Region) WHERE n0.nodeType IS NOT NULL AND n0.id IN $p5
CALL (n0) { MATCH (n4)-[w5:WITHIN|WITHIN_DATED*0..]->(n0) WHERE all(w IN w5 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n4
MATCH (n4)<-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
RETURN count(DISTINCT n1) AS c3 }
WITH *, c3 AS c6
WITH * ORDER BY c6 DESC, n0.id LIMIT $p4
CALL (n0) { MATCH (n9)-[w10:WITHIN|WITHIN_DATED*0..]->(n0) WHERE all(w IN w10 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n9
RETURN sum(COUNT { (n9)<-[:CLUSTER_LOCATED_IN]-() } + COUNT { (n9)<-[r12:CLUSTER_LOCATED_IN_DATED]-() WHERE (r12.fromDay IS NULL OR r12.fromDay <= $day <= r12.toDay) }) AS c11 }
CALL (n0) { MATCH (n16)-[w17:WITHIN|WITHIN_DATED*0..]->(n0) WHERE all(w IN w17 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n16
MATCH (n16)<-[r14:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]-(n13) WHERE (r14.fromDay IS NULL OR r14.fromDay <= $day <= r14.toDay)
RETURN count(DISTINCT n13) AS c15 }
CALL (n0) { MATCH (n19)-[w20:WITHIN|WITHIN_DATED*0..]->(n0) WHERE all(w IN w20 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n19
MATCH (n19)<-[r8:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]-(n7) WHERE (r8.fromDay IS NULL OR r8.fromDay <= $day <= r8.toDay)
WITH * ORDER BY n7.id, r8.key LIMIT $p0
RETURN collect([[r8.validFrom, [n7.nodeType, n7.id]]]) AS c18 }
CALL (n0) { MATCH (n0)<-[r22:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]-(n21) WHERE (r22.fromDay IS NULL OR r22.fromDay <= $day <= r22.toDay)
WITH * ORDER BY n21.id, r22.key LIMIT $p1
RETURN collect([[n21.nodeType, n21.id]]) AS c26 }
CALL (n0) { MATCH (n0)<-[r28:WITHIN|WITHIN_DATED]-(n27) WHERE (r28.fromDay IS NULL OR r28.fromDay <= $day <= r28.toDay)
CALL (n27) { MATCH (n27)-[r30:WITHIN|WITHIN_DATED]->(n31) WHERE r30.extent = 'PART' AND coalesce(r30.planned, false) = false AND (r30.fromDay IS NULL OR r30.fromDay <= $day <= r30.toDay)
MATCH (n31)-[w34:WITHIN|WITHIN_DATED*0..]->(n32) WHERE n32.id = $p3 AND all(w IN w34 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH n32 LIMIT 1 RETURN count(*) > 0 AS b33 }
WITH * WHERE b33
WITH * ORDER BY (n27.name + '') DESC, n27.id, r28.key LIMIT $p2
RETURN collect([[n27.nodeType, n27.id]]) AS c29 }
RETURN collect([[n0.nodeType, n0.id, [[c11, c15], c18], [[COUNT { (n0)<-[:CLUSTER_LOCATED_IN]-() } + COUNT { (n0)<-[r23:CLUSTER_LOCATED_IN_DATED]-() WHERE (r23.fromDay IS NULL OR r23.fromDay <= $day <= r23.toDay) }, COUNT { (n0)<-[:CLUSTER_LOCATED_IN]-() } + COUNT { MATCH (n0)<-[r25:CLUSTER_LOCATED_IN_DATED]-(n24) WHERE (r25.fromDay IS NULL OR r25.fromDay <= $day <= r25.toDay) AND NOT EXISTS { (n0)<-[:CLUSTER_LOCATED_IN]-(n24) } RETURN DISTINCT n24 }], c26], [[], c29]]]) AS c35 }
RETURN coalesce(g.revision, 0) AS revision, [[], c35] AS value
