OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.nodeType IS NOT NULL
WITH *, coalesce($p0[n0.id], 0) AS c1
WITH * ORDER BY c1 DESC, n0.id LIMIT $p2
RETURN collect([[c1, n0.id], [k IN $p1 | n0[k]]]) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, [[], c2] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Region) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL AND n0.id = $p3
WITH * ORDER BY n0.id LIMIT $p1
RETURN collect([[k IN $p0 | n0[k]]]) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [[], c1] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:WITHIN|WITHIN_DATED]-(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH *, coalesce($p1[n1.id], 0) AS c3
WITH * ORDER BY c3, n1.id, r2.key LIMIT $p3
RETURN collect([[k IN $p2 | n1[k]]]) AS c4 }
RETURN collect({id: s0.id, value: [[], c4]}) AS c5 }
RETURN coalesce(g.revision, 0) AS revision, c5 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS n0
CALL (n0) { RETURN [[n0.total]] AS c1 }
RETURN collect({id: n0.id, page: c1}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value
