OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Source) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
CALL (n0) { MATCH (n0)<-[r2:CITES|CITES_DATED]-(n1)
WITH * ORDER BY n1.id, r2.key LIMIT $p0
RETURN collect({k: [n1.id, r2.key], n: {t: n1.nodeType, f0: n1.id}}) AS c4 }
RETURN collect({k: [n0.id], n: {t: n0.nodeType, f0: n0.name, f1: n0.tier, f2: n0.publishedOn, f3: {x: {f0: COUNT { (n0)<-[:CITES]-() } + COUNT { (n0)<-[r3:CITES_DATED]-() }}, rows: c4}}}) AS c5 }
RETURN coalesce(g.revision, 0) AS revision, {x: {}, rows: c5} AS value
