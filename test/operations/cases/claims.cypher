OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k1
MATCH (n0:Node {id: $p0[k1]}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n3)
RETURN collect({property: n3.property, value: n3.value, bound: n3.bound, printed: n3.printed, chosen: n3.chosen, parts: [null]}) AS c4 }
CALL (n0) { OPTIONAL MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n5 {property: $p1})
WHERE n5.chosen OR coalesce(n5.value = n0[$p1], false)
WITH n0, n5 ORDER BY coalesce(n5.value = n0[$p1], false) DESC, n5.chosen DESC, n5.id LIMIT 1
RETURN CASE WHEN n5 IS NOT NULL THEN n5 WHEN n0[$p1] IS NOT NULL THEN n0 END AS n6 }
CALL (n0) { OPTIONAL MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n7 {property: $p2})
WHERE n7.chosen OR coalesce(n7.value = n0[$p2], false)
WITH n0, n7 ORDER BY coalesce(n7.value = n0[$p2], false) DESC, n7.chosen DESC, n7.id LIMIT 1
RETURN CASE WHEN n7 IS NOT NULL THEN n7 WHEN n0[$p2] IS NOT NULL THEN n0 END AS n8 }
CALL (n0) { MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n9)
RETURN collect({property: n9.property, value: n9.value, bound: n9.bound, printed: n9.printed, chosen: n9.chosen, parts: [null]}) AS c10 }
CALL (n0) { OPTIONAL MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n11 {property: $p3})
WHERE n11.chosen OR coalesce(n11.value = n0[$p3], false)
WITH n0, n11 ORDER BY coalesce(n11.value = n0[$p3], false) DESC, n11.chosen DESC, n11.id LIMIT 1
RETURN CASE WHEN n11 IS NOT NULL THEN n11 WHEN n0[$p3] IS NOT NULL THEN n0 END AS n12 }
CALL (n0) { MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n13)
RETURN collect({property: n13.property, value: n13.value, bound: n13.bound, printed: n13.printed, chosen: n13.chosen, parts: [[n13.evidenceSources, n13.evidence], [n0.nodeType, n0.id]]}) AS c14 }
RETURN collect({k: k1, n: [n0.nodeType, n0.id, CASE WHEN n0.nodeType IN ['Measure'] THEN {stated: c4, values: {name: n0.name, nameEn: n0.nameEn, aliases: n0.aliases, instrument: n0.instrument, rateMax: n0.rateMax, rateMaxBound: n0.rateMaxBound, rateMaxPrinted: n0.rateMaxPrinted, cap: n0.cap, capBound: n0.capBound, capPrinted: n0.capPrinted, per: n0.per, applyUrl: n0.applyUrl}, parts: [null]} END, CASE WHEN n0.nodeType IN ['Zone'] THEN [n6.evidenceSources, n6.evidence] END, CASE WHEN n0.nodeType IN ['Zone'] THEN [n8.evidenceSources, n8.evidence] END, CASE WHEN n0.nodeType IN ['Zone'] THEN {stated: c10, values: {name: n0.name, nameEn: n0.nameEn, aliases: n0.aliases, zoneKind: n0.zoneKind, areaKm2: n0.areaKm2, areaKm2Bound: n0.areaKm2Bound, areaKm2Printed: n0.areaKm2Printed}, parts: [null]} END, CASE WHEN n0.nodeType IN ['Policy'] THEN [n12.evidenceSources, n12.evidence] END, CASE WHEN n0.nodeType IN ['Policy'] THEN {stated: c14, values: {name: n0.name, nameEn: n0.nameEn, aliases: n0.aliases, titleStatus: n0.titleStatus, number: n0.number, kind: n0.kind, governmentLevel: n0.governmentLevel, stage: n0.stage, issuedOn: n0.issuedOn, effectiveFrom: n0.effectiveFrom, expiresOn: n0.expiresOn, repealedOn: n0.repealedOn}, parts: [[n0.evidenceSources, n0.evidence], [n0.nodeType, n0.id]]} END]}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [s0.nodeType, s0.id]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [c1] AS value
