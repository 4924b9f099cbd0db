OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.nodeType IS NOT NULL
WITH *, coalesce($p0[n0.id], 0) AS c1
WITH * ORDER BY c1 DESC, n0.id LIMIT $p1
RETURN collect([[c1, n0.id], [n0.nodeType, n0.id, n0.id]]) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, [[], c2] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Region) WHERE n0.id > $p3 AND n0.nodeType IS NOT NULL AND n0.id = $p4
WITH * ORDER BY n0.id LIMIT $p2
CALL (n0) { MATCH (n0)<-[r2:WITHIN|WITHIN_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH *, coalesce($p0[n1.id], 0) AS c3
WITH * ORDER BY c3, n1.id, r2.key LIMIT $p1
RETURN collect([[n1.nodeType, n1.id]]) AS c4 }
RETURN collect([[n0.nodeType, [[], c4]]]) AS c5 }
RETURN coalesce(g.revision, 0) AS revision, [[], c5] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS n0
CALL (n0) { RETURN [[n0.total]] AS c1 }
RETURN collect({id: n0.id, page: c1}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, [c2] AS value
