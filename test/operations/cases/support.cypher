OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p4 AS row
MATCH (p:Node {id: row.policy}) MATCH (c:Node {id: row.cluster}) MATCH (y:Node {id: row.place})
WITH row, p, c, y ORDER BY row.at LIMIT $p3
CALL (p) { MATCH (p)-[r1:HAS_MEASURE|HAS_MEASURE_DATED]->(n0)
WITH * ORDER BY n0.id, r1.key LIMIT $p2
RETURN collect([[n0.nodeType, n0.name]]) AS c2 }
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k3
WITH k3, row.steps[k3] AS s7
MATCH (n5:Node {id: s7.from})-[r4]->(n6:Node {id: s7.to})
WHERE coalesce(r4.key, '') = s7.key AND type(r4) IN s7.types
WITH k3, r4, n5, n6 ORDER BY k3
RETURN collect([[n5.nodeType, n5.id], type(r4), [n6.nodeType, n6.id], r4.modality, {type: type(r4), details: r4 {.modality, .role, .address, .extent}, from: n5 {.nodeType, .name, .nameEn, .titleStatus}, to: n6 {.nodeType, .name, .nameEn, .titleStatus}}, {type: type(r4), details: r4 {.modality, .role, .address, .extent}, from: n5 {.nodeType, .name, .nameEn, .titleStatus}, to: n6 {.nodeType, .name, .nameEn, .titleStatus}}, [r4.evidenceSources, r4.evidence]]) AS c8 }
RETURN collect([row.position, [row.position, [[p.nodeType, p.id, p.name, [[], c2]], [c.nodeType, c.id], [y.nodeType, y.id, CASE WHEN y.nodeType IN ['Region'] THEN y.level END], row.scope, row.modality, c8]]]) AS c9 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END + CASE WHEN EXISTS { (x:Node {id: $p1}) WHERE x:Place } THEN [] ELSE ['place'] END, page: [[null, null], c9]} AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [s0.nodeType, s0.name]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [c1] AS value
