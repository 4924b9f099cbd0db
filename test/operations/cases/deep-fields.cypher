OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Region) WHERE n0.nodeType IS NOT NULL AND n0.id IN $p2
CALL (n0) { MATCH (n4)-[w5:WITHIN|WITHIN_DATED*0..]->(n0) WHERE all(w IN w5 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n4
MATCH (n4)<-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
RETURN count(DISTINCT n1) AS c3 }
WITH *, c3 AS c6
WITH * ORDER BY c6 DESC, n0.id LIMIT $p1
RETURN collect([[k IN $p0 | n0[k]]]) AS c7 }
RETURN coalesce(g.revision, 0) AS revision, [[], c7] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (n3)-[w4:WITHIN|WITHIN_DATED*0..]->(s0) WHERE all(w IN w4 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n3
RETURN sum(COUNT { (n3)<-[:CLUSTER_LOCATED_IN]-() } + COUNT { (n3)<-[r6:CLUSTER_LOCATED_IN_DATED]-() WHERE (r6.fromDay IS NULL OR r6.fromDay <= $day <= r6.toDay) }) AS c5 }
CALL (s0) { MATCH (n10)-[w11:WITHIN|WITHIN_DATED*0..]->(s0) WHERE all(w IN w11 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n10
MATCH (n10)<-[r8:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]-(n7) WHERE (r8.fromDay IS NULL OR r8.fromDay <= $day <= r8.toDay)
RETURN count(DISTINCT n7) AS c9 }
CALL (s0) { MATCH (n13)-[w14:WITHIN|WITHIN_DATED*0..]->(s0) WHERE all(w IN w14 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n13
MATCH (n13)<-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p3
RETURN collect([[[k IN $p2 | r2[k]], [k IN $p1 | n1[k]]]]) AS c12 }
RETURN collect({id: s0.id, value: [[c5, c9], c12]}) AS c15 }
RETURN coalesce(g.revision, 0) AS revision, c15 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p2
RETURN collect([[k IN $p1 | n1[k]]]) AS c6 }
RETURN collect({id: s0.id, value: [[COUNT { (s0)<-[:CLUSTER_LOCATED_IN]-() } + COUNT { (s0)<-[r3:CLUSTER_LOCATED_IN_DATED]-() WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay) }, COUNT { (s0)<-[:CLUSTER_LOCATED_IN]-() } + COUNT { MATCH (s0)<-[r5:CLUSTER_LOCATED_IN_DATED]-(n4) WHERE (r5.fromDay IS NULL OR r5.fromDay <= $day <= r5.toDay) AND NOT EXISTS { (s0)<-[:CLUSTER_LOCATED_IN]-(n4) } RETURN DISTINCT n4 }], c6]}) AS c7 }
RETURN coalesce(g.revision, 0) AS revision, c7 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:WITHIN|WITHIN_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
CALL (n1) { MATCH (n1)-[r4:WITHIN|WITHIN_DATED]->(n5) WHERE r4.extent = 'PART' AND coalesce(r4.planned, false) = false AND (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay)
MATCH (n5)-[w8:WITHIN|WITHIN_DATED*0..]->(n6) WHERE n6.id = $p3 AND all(w IN w8 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH n6 LIMIT 1 RETURN count(*) > 0 AS b7 }
WITH * WHERE b7
WITH * ORDER BY (n1.name + '') DESC, n1.id, r2.key LIMIT $p2
RETURN collect([[k IN $p1 | n1[k]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c9 }
RETURN coalesce(g.revision, 0) AS revision, c9 AS value
