OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k1
MATCH (n0:Node {id: $p0[k1]}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { CALL (n0) {
  WITH n0 AS y, false AS planned
  CALL (y, planned) {
    MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(a) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN a, ws AS chain, size(ws) = 0 OR head(ws).extent = 'WHOLE' AS whole
  UNION
    MATCH (a)-[ws:WITHIN|WITHIN_DATED*1..]->(y) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN a, ws AS chain, false AS whole
  }
  MATCH (p:Policy)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true) AND p.stage = 'ADOPTED' AND coalesce(p.startDay, $p1.unknownStart) <= $p1.begunBy AND p.endDay >= $p1.endedFrom
  RETURN p, chain + [r] AS steps, whole
}
WITH DISTINCT p
RETURN count(*) AS c3 }
CALL (n0) { CALL (n0) {
  WITH n0 AS y, false AS planned
  CALL (y, planned) {
    MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(a) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN a, ws AS chain, size(ws) = 0 OR head(ws).extent = 'WHOLE' AS whole
  UNION
    MATCH (a)-[ws:WITHIN|WITHIN_DATED*1..]->(y) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN a, ws AS chain, false AS whole
  }
  MATCH (p:Policy)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true) AND p.stage = 'ADOPTED' AND coalesce(p.startDay, $p1.unknownStart) <= $p1.begunBy AND p.endDay >= $p1.endedFrom
  RETURN p, chain + [r] AS steps, whole
}
WITH * ORDER BY NOT whole, size(steps),
    reduce(ids = [], x IN steps | ids + [startNode(x).id, endNode(x).id]),
    [x IN steps | CASE x.modality WHEN 'STATED' THEN 0 WHEN 'ESTIMATED' THEN 1 WHEN 'PLANNED' THEN 2 WHEN 'AIMED_FOR' THEN 3 END], [x IN steps | coalesce(x.fromDay, 0)], [x IN steps | x.key]
WITH p, head(collect({steps: steps, whole: whole})) AS proof
WITH p, proof.steps AS steps, proof.whole AS whole
WITH * ORDER BY p.issuedOnDay IS NULL, p.issuedOnDay DESC, p.id LIMIT $p2
CALL (steps) { UNWIND range(0, size(steps) - 1) AS k4
WITH k4, steps[k4] AS r5
WITH k4, r5, startNode(r5) AS n6, endNode(r5) AS n7 ORDER BY k4
RETURN collect({f0: {t: n6.nodeType, f0: n6.id}, f1: type(r5), f2: {t: n7.nodeType, f0: n7.id}, f3: r5.extent, f4: {type: type(r5), details: r5 {.modality, .role, .extent}, from: n6 {.nodeType, .name, .nameEn, .titleStatus}, to: n7 {.nodeType, .name, .nameEn, .titleStatus}}, f5: {type: type(r5), details: r5 {.modality, .role, .extent}, from: n6 {.nodeType, .name, .nameEn, .titleStatus}, to: n7 {.nodeType, .name, .nameEn, .titleStatus}}}) AS c8 }
RETURN collect({k: [p.issuedOnDay, p.id], e: {f0: whole, f1: [x IN steps | x.modality], f2: {t: p.nodeType, f0: p.id}, f3: c8}}) AS c9 }
RETURN collect({k: k1, n: {t: n0.nodeType, f0: n0.id, f1: CASE WHEN n0.nodeType IN ['Region', 'Zone'] THEN {x: {f0: c3}, rows: c9} END}}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value
