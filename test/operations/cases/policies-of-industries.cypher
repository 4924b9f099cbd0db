OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.id > $p3 AND n0.hash IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p2
CALL (n0) { CALL (n0) {
  WITH n0 AS i, false AS planned
  CALL (i, planned) {
    MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p0.begunBy AND x.toDay >= $p0.endedFrom AND x.planned <= planned, true))
    RETURN j, sub AS chain, true AS whole
  UNION
    MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p0.begunBy AND x.toDay >= $p0.endedFrom AND x.planned <= planned, true))
    RETURN j, sub AS chain, false AS whole
  UNION
    MATCH (j:Node {id: 'industry:all'})
    RETURN j, [] AS chain, true AS whole
  UNION
    MATCH (j:Industry) WHERE i.id = 'industry:all' AND j <> i
    RETURN j, [] AS chain, false AS whole
  }
  MATCH (p:Policy)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay <= $p0.begunBy AND r.toDay >= $p0.endedFrom AND r.planned <= planned, true) AND p.stage = 'ADOPTED' AND coalesce(p.startDay, $p0.unknownStart) <= $p0.begunBy AND p.endDay >= $p0.endedFrom
  RETURN p, [r] + chain AS steps, whole
}
WITH DISTINCT p
RETURN count(*) AS c1 }
CALL (n0) { CALL (n0) {
  WITH n0 AS i, false AS planned
  CALL (i, planned) {
    MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p0.begunBy AND x.toDay >= $p0.endedFrom AND x.planned <= planned, true))
    RETURN j, sub AS chain, true AS whole
  UNION
    MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p0.begunBy AND x.toDay >= $p0.endedFrom AND x.planned <= planned, true))
    RETURN j, sub AS chain, false AS whole
  UNION
    MATCH (j:Node {id: 'industry:all'})
    RETURN j, [] AS chain, true AS whole
  UNION
    MATCH (j:Industry) WHERE i.id = 'industry:all' AND j <> i
    RETURN j, [] AS chain, false AS whole
  }
  MATCH (p:Policy)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay <= $p0.begunBy AND r.toDay >= $p0.endedFrom AND r.planned <= planned, true) AND p.stage = 'ADOPTED' AND coalesce(p.startDay, $p0.unknownStart) <= $p0.begunBy AND p.endDay >= $p0.endedFrom
  RETURN p, [r] + chain AS steps, whole
}
WITH * ORDER BY NOT whole, size(steps),
    reduce(ids = [], x IN steps | ids + [startNode(x).id, endNode(x).id]),
    [x IN steps | CASE x.modality WHEN 'STATED' THEN 0 WHEN 'ESTIMATED' THEN 1 WHEN 'PLANNED' THEN 2 WHEN 'AIMED_FOR' THEN 3 END], [x IN steps | coalesce(x.fromDay, 0)], [x IN steps | x.key]
WITH p, head(collect({steps: steps, whole: whole})) AS proof
WITH p, proof.steps AS steps, proof.whole AS whole
WITH * ORDER BY p.id LIMIT $p1
CALL (steps) { UNWIND range(0, size(steps) - 1) AS k2
WITH k2, steps[k2] AS r3
WITH k2, r3, startNode(r3) AS n4, endNode(r3) AS n5 ORDER BY k2
RETURN collect({f0: {type: type(r3), details: r3 {.modality, .role, .extent}, from: n4 {.nodeType, .name, .nameEn, .titleStatus}, to: n5 {.nodeType, .name, .nameEn, .titleStatus}}}) AS c6 }
RETURN collect({k: [p.id], e: {f0: whole, f1: {t: p.nodeType, f0: p.id}, f2: c6}}) AS c7 }
RETURN collect({k: [n0.id], n: {t: n0.nodeType, f0: n0.id, f1: {x: {f0: c1}, rows: c7}}}) AS c8 }
RETURN coalesce(g.revision, 0) AS revision, {x: {}, rows: c8} AS value
