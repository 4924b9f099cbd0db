OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k1
MATCH (n0:Node {id: $p0[k1]}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
RETURN collect({k: k1, n: {t: n0.nodeType, f0: n0.id, f1: CASE WHEN n0.nodeType IN ['Region', 'Zone'] THEN n0.id END}}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS n0
CALL (n0) { CALL (n0) { UNWIND n0.policies AS row MATCH (p:Node {id: row.policy})
RETURN count(*) AS c3 }
CALL (n0) { UNWIND n0.policies AS row MATCH (p:Node {id: row.policy})
WITH * ORDER BY p.issuedOnDay IS NULL, p.issuedOnDay DESC, p.id LIMIT $p1
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k4
WITH k4, row.steps[k4] AS s8
MATCH (n6:Node {id: s8.from})-[r5]->(n7:Node {id: s8.to})
WHERE coalesce(r5.key, '') = s8.key AND type(r5) IN s8.types
WITH k4, r5, n6, n7 ORDER BY k4
RETURN collect({f0: {t: n6.nodeType, f0: n6.id}, f1: type(r5), f2: {t: n7.nodeType, f0: n7.id}, f3: r5.extent, f4: {type: type(r5), details: r5 {.modality, .role, .address, .extent}, from: n6 {.nodeType, .name, .nameEn, .titleStatus}, to: n7 {.nodeType, .name, .nameEn, .titleStatus}}, f5: {type: type(r5), details: r5 {.modality, .role, .address, .extent}, from: n6 {.nodeType, .name, .nameEn, .titleStatus}, to: n7 {.nodeType, .name, .nameEn, .titleStatus}}}) AS c9 }
RETURN collect({k: [p.issuedOnDay, p.id], e: {f0: row.scope, f1: row.modality, f2: {t: p.nodeType, f0: p.id}, f3: c9}}) AS c10 }
RETURN {x: {f0: c3}, rows: c10} AS c1 }
RETURN collect({id: n0.id, page: c1}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, [c2] AS value
