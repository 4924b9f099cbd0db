OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Source) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
CALL (n0) { MATCH (n0)<-[r2:CITES|CITES_DATED]-(n1)
WITH * ORDER BY n1.id, r2.key LIMIT $p0
RETURN collect([[n1.nodeType, n1.id]]) AS c4 }
RETURN collect([[n0.nodeType, n0.name, n0.tier, n0.publishedOn, [[COUNT { (n0)<-[:CITES]-() } + COUNT { (n0)<-[r3:CITES_DATED]-() }], c4]]]) AS c5 }
RETURN coalesce(g.revision, 0) AS revision, [[], c5] AS value
