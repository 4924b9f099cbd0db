OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k1
MATCH (n0:Node {id: $p0[k1]}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { OPTIONAL MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n3 {property: $p1, chosen: true})
WITH n0, n3 ORDER BY n3.id LIMIT 1
RETURN CASE WHEN n3 IS NOT NULL THEN n3 WHEN n0[$p1] IS NOT NULL THEN n0 END AS n4 }
CALL (n0) { OPTIONAL MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n7 {property: $p2, chosen: true})
WITH n0, n7 ORDER BY n7.id LIMIT 1
RETURN CASE WHEN n7 IS NOT NULL THEN n7 WHEN n0[$p2] IS NOT NULL THEN n0 END AS n8 }
CALL (n0) { MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n11)
RETURN collect({property: n11.property, value: n11.value, chosen: n11.chosen, parts: {f0: null}}) AS c12 }
CALL (n0) { OPTIONAL MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n13 {property: $p3, chosen: true})
WITH n0, n13 ORDER BY n13.id LIMIT 1
RETURN CASE WHEN n13 IS NOT NULL THEN n13 WHEN n0[$p3] IS NOT NULL THEN n0 END AS n14 }
CALL (n14) { UNWIND range(0, size(coalesce(n14.evidenceSources, [])) - 1) AS k15
MATCH (s16:Node {id: n14.evidenceSources[k15]})
WITH n14, k15, s16 ORDER BY k15
RETURN collect({f0: {t: s16.nodeType, f0: s16.id}, f1: n14.evidenceLocators[k15]}) AS c17 }
CALL (n0) { MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n18)
CALL (n18) { UNWIND range(0, size(coalesce(n18.evidenceSources, [])) - 1) AS k20
MATCH (s21:Node {id: n18.evidenceSources[k20]})
WITH n18, k20, s21 ORDER BY k20
RETURN collect({f0: {t: s21.nodeType, f0: s21.id}, f1: n18.evidenceLocators[k20]}) AS c22 }
RETURN collect({property: n18.property, value: n18.value, chosen: n18.chosen, parts: {f0: c22, f1: {t: n0.nodeType, f0: n0.id}}}) AS c19 }
CALL (n0) { UNWIND range(0, size(coalesce(n0.evidenceSources, [])) - 1) AS k23
MATCH (s24:Node {id: n0.evidenceSources[k23]})
WITH n0, k23, s24 ORDER BY k23
RETURN collect({f0: {t: s24.nodeType, f0: s24.id}, f1: n0.evidenceLocators[k23]}) AS c25 }
RETURN collect({k: k1, n: {t: n0.nodeType, f0: n0.id, f1: CASE WHEN n0.nodeType IN ['Zone'] THEN [k5 IN range(0, size(coalesce(n4.evidenceSources, [])) - 1) | {f0: n4.evidenceLocators[k5]}] END, f2: CASE WHEN n0.nodeType IN ['Zone'] THEN [k9 IN range(0, size(coalesce(n8.evidenceSources, [])) - 1) | {f0: n8.evidenceLocators[k9]}] END, f3: CASE WHEN n0.nodeType IN ['Zone'] THEN {stated: c12, values: {name: n0.name, nameEn: n0.nameEn, aliases: n0.aliases, zoneKind: n0.zoneKind, areaKm2: n0.areaKm2}, parts: {f0: null}} END, f4: CASE WHEN n0.nodeType IN ['Policy'] THEN c17 END, f5: CASE WHEN n0.nodeType IN ['Policy'] THEN {stated: c19, values: {name: n0.name, nameEn: n0.nameEn, aliases: n0.aliases, titleStatus: n0.titleStatus, number: n0.number, kind: n0.kind, governmentLevel: n0.governmentLevel, stage: n0.stage, issuedOn: n0.issuedOn, effectiveFrom: n0.effectiveFrom, expiresOn: n0.expiresOn, repealedOn: n0.repealedOn}, parts: {f0: c25, f1: {t: n0.nodeType, f0: n0.id}}} END}}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value
