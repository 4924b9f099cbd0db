OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[:ENTITY_HAS_STATED_VALUES]->(n1)
RETURN collect({property: n1.property, value: n1.value, bound: n1.bound, printed: n1.printed, chosen: n1.chosen, parts: [[n1.evidenceSources, n1.evidence], [k IN $p1 | s0[k]]]}) AS c2 }
RETURN collect({id: s0.id, value: {stated: c2, values: {name: s0.name, nameEn: s0.nameEn, aliases: s0.aliases, titleStatus: s0.titleStatus, number: s0.number, kind: s0.kind, governmentLevel: s0.governmentLevel, stage: s0.stage, issuedOn: s0.issuedOn, effectiveFrom: s0.effectiveFrom, expiresOn: s0.expiresOn, repealedOn: s0.repealedOn}, parts: [[s0.evidenceSources, s0.evidence], [k IN $p2 | s0[k]]]}}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[:ENTITY_HAS_STATED_VALUES]->(n1)
RETURN collect({property: n1.property, value: n1.value, bound: n1.bound, printed: n1.printed, chosen: n1.chosen, parts: [null]}) AS c2 }
RETURN collect({id: s0.id, value: {stated: c2, values: {name: s0.name, nameEn: s0.nameEn, aliases: s0.aliases, instrument: s0.instrument, rateMax: s0.rateMax, rateMaxBound: s0.rateMaxBound, rateMaxPrinted: s0.rateMaxPrinted, cap: s0.cap, capBound: s0.capBound, capPrinted: s0.capPrinted, per: s0.per, applyUrl: s0.applyUrl}, parts: [null]}}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[:ENTITY_HAS_STATED_VALUES]->(n1)
RETURN collect({property: n1.property, value: n1.value, bound: n1.bound, printed: n1.printed, chosen: n1.chosen, parts: [null]}) AS c2 }
RETURN collect({id: s0.id, value: {stated: c2, values: {name: s0.name, nameEn: s0.nameEn, aliases: s0.aliases, zoneKind: s0.zoneKind, areaKm2: s0.areaKm2, areaKm2Bound: s0.areaKm2Bound, areaKm2Printed: s0.areaKm2Printed}, parts: [null]}}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { OPTIONAL MATCH (s0)-[:ENTITY_HAS_STATED_VALUES]->(n1 {property: $p1})
WHERE n1.chosen OR coalesce(n1.value = s0[$p1], false)
WITH s0, n1 ORDER BY coalesce(n1.value = s0[$p1], false) DESC, n1.chosen DESC, n1.id LIMIT 1
RETURN CASE WHEN n1 IS NOT NULL THEN n1 WHEN s0[$p1] IS NOT NULL THEN s0 END AS n2 }
RETURN collect({id: s0.id, value: [n2.evidenceSources, n2.evidence]}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { OPTIONAL MATCH (s0)-[:ENTITY_HAS_STATED_VALUES]->(n1 {property: $p1})
WHERE n1.chosen OR coalesce(n1.value = s0[$p1], false)
WITH s0, n1 ORDER BY coalesce(n1.value = s0[$p1], false) DESC, n1.chosen DESC, n1.id LIMIT 1
RETURN CASE WHEN n1 IS NOT NULL THEN n1 WHEN s0[$p1] IS NOT NULL THEN s0 END AS n2 }
RETURN collect({id: s0.id, value: [n2.evidenceSources, n2.evidence]}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { OPTIONAL MATCH (s0)-[:ENTITY_HAS_STATED_VALUES]->(n1 {property: $p1})
WHERE n1.chosen OR coalesce(n1.value = s0[$p1], false)
WITH s0, n1 ORDER BY coalesce(n1.value = s0[$p1], false) DESC, n1.chosen DESC, n1.id LIMIT 1
RETURN CASE WHEN n1 IS NOT NULL THEN n1 WHEN s0[$p1] IS NOT NULL THEN s0 END AS n2 }
RETURN collect({id: s0.id, value: [n2.evidenceSources, n2.evidence]}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k1
MATCH (n0:Node {id: $p0[k1]}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
RETURN collect({k: k1, n: [k IN $p1 | n0[k]]}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value
