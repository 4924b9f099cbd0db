OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k1
MATCH (n0:Node {id: $p0[k1]}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n3)
RETURN collect({property: n3.property, value: n3.value, bound: n3.bound, printed: n3.printed, chosen: n3.chosen, parts: [null]}) AS c4 }
CALL (n0) { OPTIONAL MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n5 {property: $p1})
WHERE n5.chosen OR coalesce(n5.value = n0[$p1], false)
WITH n0, n5 ORDER BY coalesce(n5.value = n0[$p1], false) DESC, n5.chosen DESC, n5.id LIMIT 1
RETURN CASE WHEN n5 IS NOT NULL THEN n5 WHEN n0[$p1] IS NOT NULL THEN n0 END AS n6 }
CALL (n0) { OPTIONAL MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n9 {property: $p2})
WHERE n9.chosen OR coalesce(n9.value = n0[$p2], false)
WITH n0, n9 ORDER BY coalesce(n9.value = n0[$p2], false) DESC, n9.chosen DESC, n9.id LIMIT 1
RETURN CASE WHEN n9 IS NOT NULL THEN n9 WHEN n0[$p2] IS NOT NULL THEN n0 END AS n10 }
CALL (n0) { MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n13)
RETURN collect({property: n13.property, value: n13.value, bound: n13.bound, printed: n13.printed, chosen: n13.chosen, parts: [null]}) AS c14 }
CALL (n0) { OPTIONAL MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n15 {property: $p3})
WHERE n15.chosen OR coalesce(n15.value = n0[$p3], false)
WITH n0, n15 ORDER BY coalesce(n15.value = n0[$p3], false) DESC, n15.chosen DESC, n15.id LIMIT 1
RETURN CASE WHEN n15 IS NOT NULL THEN n15 WHEN n0[$p3] IS NOT NULL THEN n0 END AS n16 }
CALL (n16) { UNWIND range(0, size(coalesce(n16.evidenceSources, [])) - 1) AS k17
MATCH (s18:Node {id: n16.evidenceSources[k17]})
WITH n16, k17, s18 ORDER BY k17
RETURN collect([[s18.nodeType, s18.id], substring(n16.evidence[k17], size(split(n16.evidence[k17], '》')[0]) + 2)]) AS c19 }
CALL (n0) { MATCH (n0)-[:ENTITY_HAS_STATED_VALUES]->(n20)
CALL (n20) { UNWIND range(0, size(coalesce(n20.evidenceSources, [])) - 1) AS k22
MATCH (s23:Node {id: n20.evidenceSources[k22]})
WITH n20, k22, s23 ORDER BY k22
RETURN collect([[s23.nodeType, s23.id], substring(n20.evidence[k22], size(split(n20.evidence[k22], '》')[0]) + 2)]) AS c24 }
RETURN collect({property: n20.property, value: n20.value, bound: n20.bound, printed: n20.printed, chosen: n20.chosen, parts: [c24, [n0.nodeType, n0.id]]}) AS c21 }
CALL (n0) { UNWIND range(0, size(coalesce(n0.evidenceSources, [])) - 1) AS k25
MATCH (s26:Node {id: n0.evidenceSources[k25]})
WITH n0, k25, s26 ORDER BY k25
RETURN collect([[s26.nodeType, s26.id], substring(n0.evidence[k25], size(split(n0.evidence[k25], '》')[0]) + 2)]) AS c27 }
RETURN collect({k: k1, n: [n0.nodeType, n0.id, CASE WHEN n0.nodeType IN ['Measure'] THEN {stated: c4, values: {name: n0.name, nameEn: n0.nameEn, aliases: n0.aliases, instrument: n0.instrument, rateMax: n0.rateMax, rateMaxBound: n0.rateMaxBound, rateMaxPrinted: n0.rateMaxPrinted, cap: n0.cap, capBound: n0.capBound, capPrinted: n0.capPrinted, per: n0.per, applyUrl: n0.applyUrl}, parts: [null]} END, CASE WHEN n0.nodeType IN ['Zone'] THEN [k7 IN range(0, size(coalesce(n6.evidenceSources, [])) - 1) | [substring(n6.evidence[k7], size(split(n6.evidence[k7], '》')[0]) + 2)]] END, CASE WHEN n0.nodeType IN ['Zone'] THEN [k11 IN range(0, size(coalesce(n10.evidenceSources, [])) - 1) | [substring(n10.evidence[k11], size(split(n10.evidence[k11], '》')[0]) + 2)]] END, CASE WHEN n0.nodeType IN ['Zone'] THEN {stated: c14, values: {name: n0.name, nameEn: n0.nameEn, aliases: n0.aliases, zoneKind: n0.zoneKind, areaKm2: n0.areaKm2, areaKm2Bound: n0.areaKm2Bound, areaKm2Printed: n0.areaKm2Printed}, parts: [null]} END, CASE WHEN n0.nodeType IN ['Policy'] THEN c19 END, CASE WHEN n0.nodeType IN ['Policy'] THEN {stated: c21, values: {name: n0.name, nameEn: n0.nameEn, aliases: n0.aliases, titleStatus: n0.titleStatus, number: n0.number, kind: n0.kind, governmentLevel: n0.governmentLevel, stage: n0.stage, issuedOn: n0.issuedOn, effectiveFrom: n0.effectiveFrom, expiresOn: n0.expiresOn, repealedOn: n0.repealedOn}, parts: [c27, [n0.nodeType, n0.id]]} END]}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value
