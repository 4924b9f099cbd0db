OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Measure) WHERE n0.id > $p1 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p0
CALL (n0) { MATCH (n0)-[:MEASURE_HAS_CRITERIA]->(n1)
WITH n1 ORDER BY n1.id
CALL (n1) { UNWIND n1.alternativesIds AS k2 MATCH (n3:Node {id: k2})
RETURN collect([n3.id, n3.name, n3.nameEn]) AS c4 }
CALL (n1) { UNWIND n1.alternativesIds AS k5 MATCH (n6:Node {id: k5})
RETURN collect([n6.id, n6.name, n6.nameEn]) AS c7 }
RETURN collect([n1.nodeType, n1.position, n1.alternatives, {f0: n1.alternatives, f1: c4}, {f0: n1.alternatives, f1: c7}, [n1.evidenceSources, n1.evidence]]) AS c8 }
RETURN collect([[n0.nodeType, c8]]) AS c9 }
RETURN coalesce(g.revision, 0) AS revision, [[], c9] AS value
