OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Cluster) WHERE n0.nodeType IS NOT NULL
MATCH (n0)-[r4:FOCUSES_ON|FOCUSES_ON_DATED]->(n1) WHERE (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay)
WITH n1, count(DISTINCT n0) AS c2 ORDER BY c2 DESC, n1.id LIMIT $p1
RETURN collect([n1.id, c2, [k IN $p0 | n1[k]]]) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Policy) WHERE n0.nodeType IS NOT NULL AND n0.stage = $p0
WITH *, left(n0.issuedOn, 4) AS n1 WHERE n1 IS NOT NULL
WITH n1, count(DISTINCT n0) AS c2 ORDER BY c2 DESC, n1 LIMIT $p1
RETURN collect([n1, c2, null]) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value
