OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS n0
CALL (n0) { CALL (n0) { UNWIND n0.policies AS row MATCH (p:Node {id: row.policy})
RETURN count(*) AS c3 }
CALL (n0) { UNWIND n0.policies AS row MATCH (p:Node {id: row.policy})
WITH * ORDER BY p.issuedOnDay IS NULL, p.issuedOnDay DESC, p.id LIMIT $p4
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k4
WITH k4, row.steps[k4] AS s8
MATCH (n6:Node {id: s8.from})-[r5]->(n7:Node {id: s8.to})
WHERE coalesce(r5.key, '') = s8.key AND type(r5) IN s8.types
WITH k4, r5, n6, n7 ORDER BY k4
RETURN collect([[k IN $p2 | n6[k]], type(r5), [k IN $p3 | n7[k]], r5.extent, {type: type(r5), details: r5 {.modality, .role, .address, .extent}, from: n6 {.nodeType, .name, .nameEn, .titleStatus}, to: n7 {.nodeType, .name, .nameEn, .titleStatus}}, {type: type(r5), details: r5 {.modality, .role, .address, .extent}, from: n6 {.nodeType, .name, .nameEn, .titleStatus}, to: n7 {.nodeType, .name, .nameEn, .titleStatus}}]) AS c9 }
RETURN collect([[row.scope, row.modality, [k IN $p1 | p[k]], c9]]) AS c10 }
RETURN [[c3], c10] AS c1 }
RETURN collect({id: n0.id, page: c1}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k1
MATCH (n0:Node {id: $p0[k1]}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
RETURN collect({k: k1, n: [k IN $p1 | n0[k]]}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value
