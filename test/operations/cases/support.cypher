OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:HAS_MEASURE|HAS_MEASURE_DATED]->(n1)
WITH * ORDER BY n1.id, r2.key LIMIT $p2
RETURN collect([[k IN $p1 | n1[k]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p8 AS row
MATCH (p:Node {id: row.policy}) MATCH (c:Node {id: row.cluster}) MATCH (y:Node {id: row.place})
WITH row, p, c, y ORDER BY row.at LIMIT $p7
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k0
WITH k0, row.steps[k0] AS s4
MATCH (n2:Node {id: s4.from})-[r1]->(n3:Node {id: s4.to})
WHERE coalesce(r1.key, '') = s4.key AND type(r1) IN s4.types
WITH k0, r1, n2, n3 ORDER BY k0
RETURN collect([[k IN $p5 | n2[k]], type(r1), [k IN $p6 | n3[k]], r1.modality, {type: type(r1), details: r1 {.modality, .role, .address, .extent}, from: n2 {.nodeType, .name, .nameEn, .titleStatus}, to: n3 {.nodeType, .name, .nameEn, .titleStatus}}, {type: type(r1), details: r1 {.modality, .role, .address, .extent}, from: n2 {.nodeType, .name, .nameEn, .titleStatus}, to: n3 {.nodeType, .name, .nameEn, .titleStatus}}, [r1.evidenceSources, r1.evidence]]) AS c5 }
RETURN collect([row.position, [row.position, [[k IN $p2 | p[k]], [k IN $p3 | c[k]], [k IN $p4 | y[k]], row.scope, row.modality, c5]]]) AS c6 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END + CASE WHEN EXISTS { (x:Node {id: $p1}) WHERE x:Place } THEN [] ELSE ['place'] END, page: [[null, null], c6]} AS value
