OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { CALL () { MATCH (:Node {id: $p0})-[w2:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(n1) WHERE all(w IN w2 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n1
UNION MATCH (:Industry:Node {id: $p0}) MATCH (n1:Node {id: 'industry:all'}) RETURN n1 }
MATCH (n0)-[r3:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED]->(n1) WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay) AND n0:Policy
WITH DISTINCT n0 WHERE n0.nodeType IS NOT NULL
RETURN count(*) AS c4 }
CALL () { CALL () { MATCH (:Node {id: $p4})-[w7:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(n6) WHERE all(w IN w7 WHERE coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay)) RETURN n6
UNION MATCH (:Industry:Node {id: $p4}) MATCH (n6:Node {id: 'industry:all'}) RETURN n6 }
MATCH (n0)-[r8:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED]->(n6) WHERE (r8.fromDay IS NULL OR r8.fromDay <= $day <= r8.toDay) AND n0:Policy
WITH DISTINCT n0 WHERE n0.id > $p3 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p2
RETURN collect([[k IN $p1 | n0[k]]]) AS c5 }
RETURN coalesce(g.revision, 0) AS revision, [[c4], c5] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Region) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
CALL (n0) { MATCH (:Node {id: $p3})-[w4:WITHIN|WITHIN_DATED*0..]->(n2) WHERE all(w IN w4 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n2
WITH n2 WHERE n2 = n0 LIMIT 1 RETURN count(*) > 0 AS b3 }
CALL (n0) { MATCH (:Node {id: $p4})-[w7:WITHIN|WITHIN_DATED*0..]->(n5) WHERE all(w IN w7 WHERE coalesce(w.extent, '') <> 'PART' AND coalesce(w.planned, false) = false AND (w.fromDay IS NULL OR w.fromDay <= $day <= w.toDay))
WITH DISTINCT n5
WITH n5 WHERE n5 = n0 LIMIT 1 RETURN count(*) > 0 AS b6 }
WITH * WHERE b3 AND NOT coalesce(b6, false)
WITH * ORDER BY n0.id LIMIT $p1
RETURN collect([[k IN $p0 | n0[k]]]) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [[], c1] AS value
