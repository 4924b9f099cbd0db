OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
RETURN collect([[k IN $p0 | n0[k]]]) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [[], c1] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS n0
CALL (n0) { CALL (n0) { UNWIND n0.policies AS row MATCH (p:Node {id: row.policy})
WITH * ORDER BY p.id LIMIT $p4
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k3
WITH k3, row.steps[k3] AS s7
MATCH (n5:Node {id: s7.from})-[r4]->(n6:Node {id: s7.to})
WHERE coalesce(r4.key, '') = s7.key AND type(r4) IN s7.types
WITH k3, r4, n5, n6 ORDER BY k3
RETURN collect([[k IN $p2 | n5[k]], type(r4), [k IN $p3 | n6[k]], {type: type(r4), details: r4 {.modality, .role, .address, .extent}, from: n5 {.nodeType, .name, .nameEn, .titleStatus}, to: n6 {.nodeType, .name, .nameEn, .titleStatus}}]) AS c8 }
RETURN collect([[row.scope, row.modality, [k IN $p1 | p[k]], c8]]) AS c9 }
RETURN [[n0.total], c9] AS c1 }
RETURN collect({id: n0.id, page: c1}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value
