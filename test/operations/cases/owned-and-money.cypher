OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Cluster) WHERE n0.id > $p1 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p0
CALL (n0) { MATCH (n0)-[:CLUSTER_HAS_TITLES]->(n1)
WITH n1 ORDER BY n1.id
CALL (n1) { MATCH (n1)-[r3:AWARDED_BY|AWARDED_BY_DATED]->(n2) WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay)
WITH n2 ORDER BY n2.id LIMIT 1
RETURN head(collect([n2.nodeType, n2.name])) AS c4 }
RETURN collect([n1.nodeType, n1.title, n1.scheme, n1.validFrom, n1.modality, c4, [n1.evidenceSources, n1.evidence]]) AS c5 }
RETURN collect([[n0.nodeType, c5]]) AS c6 }
RETURN coalesce(g.revision, 0) AS revision, [[], c6] AS value
