OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p8 AS item
WITH item ORDER BY item.at LIMIT $p7
CALL (item) { WITH item.before AS row WHERE row IS NOT NULL
WITH *, $p0[row.policy] AS p WHERE p IS NOT NULL WITH *, $p0[row.cluster] AS c WHERE c IS NOT NULL WITH *, $p0[row.place] AS y WHERE y IS NOT NULL
RETURN head(collect([row.scope, [k IN $p4 | p[k]]])) AS c0 }
CALL (item) { WITH item.after AS row WHERE row IS NOT NULL
WITH *, $p2[row.policy] AS p WHERE p IS NOT NULL WITH *, $p2[row.cluster] AS c WHERE c IS NOT NULL WITH *, $p2[row.place] AS y WHERE y IS NOT NULL
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k1
WITH k1, row.steps[k1] AS s5
WITH *, $p3[s5.key] AS r2, $p2[s5.from] AS n3, $p2[s5.to] AS n4 WHERE r2 IS NOT NULL
WITH k1, r2, n3, n4 ORDER BY k1
RETURN collect([{type: r2.storedType, details: r2 {.modality, .role, .address, .extent}, from: n3 {.nodeType, .name, .nameEn, .titleStatus}, to: n4 {.nodeType, .name, .nameEn, .titleStatus}}, [r2.evidenceSources, r2.evidence]]) AS c6 }
RETURN head(collect([row.scope, row.modality, [k IN $p5 | p[k]], [k IN $p6 | c[k]], c6])) AS c7 }
RETURN collect([item.position, [item.change, c0, c7, item.causes]]) AS c8 }
RETURN coalesce(g.revision, 0) AS revision, [[null], c8] AS value
