OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.id > $p5 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p4
CALL (n0) { CALL (n0) { MATCH (n25)-[w26:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(n0) WHERE all(w IN w26 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n25
UNION MATCH (n25:Industry) WHERE n0.id = 'industry:all' RETURN n25 }
WITH n25
MATCH (n25)<-[r2:FOCUSES_ON|FOCUSES_ON_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH * ORDER BY n1.id, r2.key LIMIT $p3
CALL (r2) { UNWIND range(0, size(coalesce(r2.evidenceSources, [])) - 1) AS k3
MATCH (s4:Node {id: r2.evidenceSources[k3]})
WITH r2, k3, s4 ORDER BY k3
RETURN collect([substring(r2.evidence[k3], size(split(r2.evidence[k3], '》')[0]) + 2), [s4.nodeType, s4.name]]) AS c5 }
CALL (n1) { MATCH (n1)-[r7:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(n6) WHERE (r7.fromDay IS NULL OR r7.fromDay <= $day <= r7.toDay)
WITH * ORDER BY n6.id, r7.key LIMIT $p2
CALL (r7) { UNWIND range(0, size(coalesce(r7.evidenceSources, [])) - 1) AS k8
MATCH (s9:Node {id: r7.evidenceSources[k8]})
WITH r7, k8, s9 ORDER BY k8
RETURN collect([substring(r7.evidence[k8], size(split(r7.evidence[k8], '》')[0]) + 2), [s9.nodeType, s9.name]]) AS c10 }
CALL (n6) { MATCH (n6)-[r12:WITHIN|WITHIN_DATED]->(n11) WHERE (r12.fromDay IS NULL OR r12.fromDay <= $day <= r12.toDay)
WITH * ORDER BY n11.id, r12.key LIMIT $p1
CALL (r12) { UNWIND range(0, size(coalesce(r12.evidenceSources, [])) - 1) AS k13
MATCH (s14:Node {id: r12.evidenceSources[k13]})
WITH r12, k13, s14 ORDER BY k13
RETURN collect([substring(r12.evidence[k13], size(split(r12.evidence[k13], '》')[0]) + 2), [s14.nodeType, s14.name]]) AS c15 }
CALL (n11) { MATCH (n11)<-[r17:WITHIN|WITHIN_DATED]-(n16) WHERE (r17.fromDay IS NULL OR r17.fromDay <= $day <= r17.toDay)
WITH * ORDER BY n16.id, r17.key LIMIT $p0
CALL (r17) { UNWIND range(0, size(coalesce(r17.evidenceSources, [])) - 1) AS k18
MATCH (s19:Node {id: r17.evidenceSources[k18]})
WITH r17, k18, s19 ORDER BY k18
RETURN collect([substring(r17.evidence[k18], size(split(r17.evidence[k18], '》')[0]) + 2), [s19.nodeType, s19.name]]) AS c20 }
RETURN collect([[c20, [n16.nodeType, n16.name]]]) AS c21 }
RETURN collect([[r12.extent, c15, [n11.nodeType, n11.name, [[], c21]]]]) AS c22 }
RETURN collect([[c10, [n6.nodeType, n6.name, [[], c22]]]]) AS c23 }
RETURN collect([[c5, [n1.nodeType, n1.name, [[], c23]]]]) AS c24 }
RETURN collect([[[n0.nodeType, n0.name, [[], c24]]]]) AS c27 }
RETURN coalesce(g.revision, 0) AS revision, [[], c27] AS value
