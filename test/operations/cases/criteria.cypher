OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Measure) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
RETURN collect([[k IN $p0 | n0[k]]]) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [[], c1] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[:MEASURE_HAS_CRITERIA]->(n1)
WITH n1 ORDER BY n1.id
RETURN collect([k IN $p1 | n1[k]]) AS c2 }
RETURN collect({id: s0.id, value: c2}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { UNWIND s0.alternativesIds AS k1 MATCH (n2:Node {id: k1})
RETURN collect([n2.id, n2.name, n2.nameEn]) AS c3 }
RETURN collect({id: s0.id, value: {f0: s0.alternatives, f1: c3}}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { UNWIND s0.alternativesIds AS k1 MATCH (n2:Node {id: k1})
RETURN collect([n2.id, n2.name, n2.nameEn]) AS c3 }
RETURN collect({id: s0.id, value: {f0: s0.alternatives, f1: c3}}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value
