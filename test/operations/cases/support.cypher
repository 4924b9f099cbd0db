OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p4 AS row
MATCH (p:Node {id: row.policy}) MATCH (c:Node {id: row.cluster}) MATCH (y:Node {id: row.place})
WITH row, p, c, y ORDER BY row.at LIMIT $p3
CALL (p) { MATCH (p)-[r1:HAS_MEASURE|HAS_MEASURE_DATED]->(n0)
WITH * ORDER BY n0.id, r1.key LIMIT $p2
RETURN collect({k: [n0.id, r1.key], n: {t: n0.nodeType, f0: n0.name}}) AS c2 }
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k3
WITH k3, row.steps[k3] AS s7
MATCH (n5:Node {id: s7.from})-[r4]->(n6:Node {id: s7.to})
WHERE coalesce(r4.key, '') = s7.key AND type(r4) IN s7.types
WITH k3, r4, n5, n6 ORDER BY k3
CALL (r4) { UNWIND range(0, size(coalesce(r4.evidenceSources, [])) - 1) AS k8
MATCH (s9:Node {id: r4.evidenceSources[k8]})
WITH r4, k8, s9 ORDER BY k8
RETURN collect({f0: substring(r4.evidence[k8], size(split(r4.evidence[k8], '》')[0]) + 2), f1: {t: s9.nodeType, f0: s9.name}}) AS c10 }
RETURN collect({f0: {t: n5.nodeType, f0: n5.id}, f1: type(r4), f2: {t: n6.nodeType, f0: n6.id}, f3: r4.modality, f4: {type: type(r4), details: r4 {.modality, .role, .address, .extent}, from: n5 {.nodeType, .name, .nameEn, .titleStatus}, to: n6 {.nodeType, .name, .nameEn, .titleStatus}}, f5: {type: type(r4), details: r4 {.modality, .role, .address, .extent}, from: n5 {.nodeType, .name, .nameEn, .titleStatus}, to: n6 {.nodeType, .name, .nameEn, .titleStatus}}, f6: c10}) AS c11 }
RETURN collect({k: row.position, e: {f0: row.position, f1: {f0: {t: p.nodeType, f0: p.id, f1: p.name, f2: {x: {}, rows: c2}}, f1: {t: c.nodeType, f0: c.id}, f2: {t: y.nodeType, f0: y.id, f1: CASE WHEN y.nodeType IN ['Region'] THEN y.level END}, f3: row.scope, f4: row.modality, f5: c11}}}) AS c12 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END + CASE WHEN EXISTS { (x:Node {id: $p1}) WHERE x:Place } THEN [] ELSE ['place'] END, page: {x: {f0: null, f1: null}, rows: c12}} AS value
