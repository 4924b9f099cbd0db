OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.id > $p1 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p0
RETURN collect({k: [n0.id], n: {t: n0.nodeType, f0: n0.id, f1: n0.id}}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, {x: {}, rows: c1} AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS n0
CALL (n0) { CALL (n0) { UNWIND n0.policies AS row MATCH (p:Node {id: row.policy})
WITH * ORDER BY p.id LIMIT $p1
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k3
WITH k3, row.steps[k3] AS s7
MATCH (n5:Node {id: s7.from})-[r4]->(n6:Node {id: s7.to})
WHERE coalesce(r4.key, '') = s7.key AND type(r4) IN s7.types
WITH k3, r4, n5, n6 ORDER BY k3
RETURN collect({f0: {type: type(r4), details: r4 {.modality, .role, .address, .extent}, from: n5 {.nodeType, .name, .nameEn, .titleStatus}, to: n6 {.nodeType, .name, .nameEn, .titleStatus}}}) AS c8 }
RETURN collect({k: [p.id], e: {f0: row.scope, f1: {t: p.nodeType, f0: p.id}, f2: c8}}) AS c9 }
RETURN {x: {f0: n0.total}, rows: c9} AS c1 }
RETURN collect({id: n0.id, page: c1}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, [c2] AS value
