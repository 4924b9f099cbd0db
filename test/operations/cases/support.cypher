OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (p:Policy) WHERE p.stage = 'ADOPTED'
CALL (p) { UNWIND $p3 AS v WITH p, v WHERE p.stage = 'ADOPTED' AND coalesce(p.startDay, v.unknownStart) <= v.begunBy AND p.endDay >= v.endedFrom
CALL (p, v) { UNWIND v.worlds AS planned
WITH *, null AS hm, p AS s, p AS t
CALL (p, s, planned, v) {
  MATCH (p)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE v.industry AND s = p AND coalesce(r.fromDay <= v.begunBy AND r.toDay >= v.endedFrom AND r.planned <= planned, true)
  RETURN c
UNION
  MATCH (s)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE v.industry AND coalesce(r.fromDay <= v.begunBy AND r.toDay >= v.endedFrom AND r.planned <= planned, true)
  CALL (j, planned, v) {
    MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay <= v.begunBy AND x.toDay >= v.endedFrom AND x.planned <= planned, true)) RETURN i
  UNION
    MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay <= v.begunBy AND x.toDay >= v.endedFrom AND x.planned <= planned, true)) RETURN i
  UNION
    MATCH (i:Industry) WHERE j.id = 'industry:all' RETURN i
  UNION
    MATCH (i:Node {id: 'industry:all'}) RETURN i
  }
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay <= v.begunBy AND f.toDay >= v.endedFrom AND f.planned <= planned, true)
  RETURN c
UNION
  MATCH (c:Cluster) WHERE NOT v.industry
  RETURN c
}
CALL (c, planned, v) {
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay <= v.begunBy AND f.toDay >= v.endedFrom AND f.planned <= planned, true)
  MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(x)
  WHERE (x.id = $p0 OR $p0 = 'industry:all') AND all(x IN sub WHERE coalesce(x.fromDay <= v.begunBy AND x.toDay >= v.endedFrom AND x.planned <= planned, true))
  RETURN count(*) > 0 AS asked
}
WITH * WHERE asked OR NOT v.industry
CALL (t, planned, v) {
  MATCH (t)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay <= v.begunBy AND r.toDay >= v.endedFrom AND r.planned <= planned, true)
  CALL (a, planned, v) {
    MATCH (a)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay <= v.begunBy AND x.toDay >= v.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS aContainers
  }
  RETURN collect({id: a.id, containers: aContainers}) AS areas
}
MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay <= v.begunBy AND l.toDay >= v.endedFrom AND l.planned <= planned, true)
CALL (y, planned, v) {
    MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay <= v.begunBy AND x.toDay >= v.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS yContainers
  }
WITH * WHERE NOT v.place OR ($p1 IN yContainers AND any(a IN areas WHERE a.id IN yContainers OR y.id IN a.containers))
RETURN DISTINCT c, y }
WITH v, c, y ORDER BY v.reason
RETURN c, y, collect(v.reason) AS reasons }
WITH reasons, count(*) AS count
RETURN collect({reasons: reasons, count: count}) AS c0 }
CALL () { MATCH (p:Policy) WHERE p.stage = 'ADOPTED' AND coalesce(p.startDay, $p2.unknownStart) <= $p2.begunBy AND p.endDay >= $p2.endedFrom AND p.id >= $p6
CALL (p) { UNWIND $p2.worlds AS planned
WITH *, null AS hm, p AS s, p AS t
CALL (p, s, planned) {
  MATCH (p)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE s = p AND coalesce(r.fromDay <= $p2.begunBy AND r.toDay >= $p2.endedFrom AND r.planned <= planned, true)
  RETURN c
UNION
  MATCH (s)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay <= $p2.begunBy AND r.toDay >= $p2.endedFrom AND r.planned <= planned, true)
  CALL (j, planned) {
    MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p2.begunBy AND x.toDay >= $p2.endedFrom AND x.planned <= planned, true)) RETURN i
  UNION
    MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p2.begunBy AND x.toDay >= $p2.endedFrom AND x.planned <= planned, true)) RETURN i
  UNION
    MATCH (i:Industry) WHERE j.id = 'industry:all' RETURN i
  UNION
    MATCH (i:Node {id: 'industry:all'}) RETURN i
  }
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay <= $p2.begunBy AND f.toDay >= $p2.endedFrom AND f.planned <= planned, true)
  RETURN c
}
CALL (c, planned) {
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay <= $p2.begunBy AND f.toDay >= $p2.endedFrom AND f.planned <= planned, true)
  MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(x)
  WHERE (x.id = $p0 OR $p0 = 'industry:all') AND all(x IN sub WHERE coalesce(x.fromDay <= $p2.begunBy AND x.toDay >= $p2.endedFrom AND x.planned <= planned, true))
  RETURN count(*) > 0 AS asked
}
WITH * WHERE asked
CALL (t, planned) {
  MATCH (t)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay <= $p2.begunBy AND r.toDay >= $p2.endedFrom AND r.planned <= planned, true)
  CALL (a, planned) {
    MATCH (a)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p2.begunBy AND x.toDay >= $p2.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS aContainers
  }
  RETURN collect({id: a.id, containers: aContainers}) AS areas
}
MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay <= $p2.begunBy AND l.toDay >= $p2.endedFrom AND l.planned <= planned, true)
CALL (y, planned) {
    MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p2.begunBy AND x.toDay >= $p2.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS yContainers
  }
WITH * WHERE ($p1 IN yContainers AND any(a IN areas WHERE a.id IN yContainers OR y.id IN a.containers))
RETURN DISTINCT c, y }
WITH p, c, y ORDER BY p.id, c.id, y.id LIMIT $p5
CALL (p, c, y) {
  UNWIND $p2.worlds AS planned
  WITH *, null AS hm, p AS s, p AS t
  CALL (p, s, c, planned) {
    MATCH (p)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE s = p AND coalesce(r.fromDay <= $p2.begunBy AND r.toDay >= $p2.endedFrom AND r.planned <= planned, true)
    RETURN [r] AS industrySteps, true AS industryWhole
  UNION
    MATCH (s)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay <= $p2.begunBy AND r.toDay >= $p2.endedFrom AND r.planned <= planned, true)
    MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay <= $p2.begunBy AND f.toDay >= $p2.endedFrom AND f.planned <= planned, true)
    CALL (i, j, planned) {
      WITH i, j WHERE i = j OR j.id = 'industry:all' OR i.id = 'industry:all'
      RETURN [] AS chain, i = j OR j.id = 'industry:all' AS whole
    UNION
      MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p2.begunBy AND x.toDay >= $p2.endedFrom AND x.planned <= planned, true))
      RETURN sub AS chain, true AS whole
    UNION
      MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p2.begunBy AND x.toDay >= $p2.endedFrom AND x.planned <= planned, true))
      RETURN sub AS chain, false AS whole
    }
    RETURN [r] + chain + [f] AS industrySteps, whole AS industryWhole
  }
  MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay <= $p2.begunBy AND l.toDay >= $p2.endedFrom AND l.planned <= planned, true)
  CALL (t, y, planned) {
    MATCH (t)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay <= $p2.begunBy AND r.toDay >= $p2.endedFrom AND r.planned <= planned, true)
    CALL (a, y, planned) {
      MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(a) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p2.begunBy AND x.toDay >= $p2.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
      RETURN ws AS chain, size(ws) = 0 OR head(ws).extent = 'WHOLE' AS whole
    UNION
      MATCH (a)-[ws:WITHIN|WITHIN_DATED*1..]->(y) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p2.begunBy AND x.toDay >= $p2.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
      RETURN ws AS chain, false AS whole
    }
    RETURN chain + [r] AS placeSteps, whole AS placeWhole
  }
  WITH industrySteps + [l] + placeSteps AS steps, industryWhole AND placeWhole AS whole
  RETURN steps, whole
  ORDER BY any(x IN steps WHERE coalesce(x.planned, false)), NOT whole, size(steps),
    reduce(ids = [], x IN steps | ids + [startNode(x).id, endNode(x).id]),
    [x IN steps | CASE x.modality WHEN 'STATED' THEN 0 WHEN 'ESTIMATED' THEN 1 WHEN 'PLANNED' THEN 2 WHEN 'AIMED_FOR' THEN 3 END], [x IN steps | coalesce(x.fromDay, 0)], [x IN steps | x.key]
  LIMIT 1
}
CALL (p) { MATCH (p)-[r3:HAS_MEASURE|HAS_MEASURE_DATED]->(n2)
WITH * ORDER BY n2.id, r3.key LIMIT $p4
RETURN collect({k: [n2.id, r3.key], n: {t: n2.nodeType, f0: n2.name}}) AS c4 }
CALL (steps) { UNWIND range(0, size(steps) - 1) AS k5
WITH k5, steps[k5] AS r6
WITH k5, r6, startNode(r6) AS n7, endNode(r6) AS n8 ORDER BY k5
CALL (r6) { UNWIND range(0, size(coalesce(r6.evidenceSources, [])) - 1) AS k9
MATCH (s10:Node {id: r6.evidenceSources[k9]})
WITH r6, k9, s10 ORDER BY k9
RETURN collect({f0: r6.evidenceLocators[k9], f1: {t: s10.nodeType, f0: s10.name}}) AS c11 }
RETURN collect({f0: {t: n7.nodeType, f0: n7.id}, f1: type(r6), f2: {t: n8.nodeType, f0: n8.id}, f3: r6.modality, f4: {type: type(r6), details: r6 {.modality, .role, .extent}, from: n7 {.nodeType, .name, .nameEn, .titleStatus}, to: n8 {.nodeType, .name, .nameEn, .titleStatus}}, f5: {type: type(r6), details: r6 {.modality, .role, .extent}, from: n7 {.nodeType, .name, .nameEn, .titleStatus}, to: n8 {.nodeType, .name, .nameEn, .titleStatus}}, f6: c11}) AS c12 }
RETURN collect({k: [p.id, c.id, y.id], e: {f0: [p.id, c.id, y.id], f1: {f0: {t: p.nodeType, f0: p.id, f1: p.name, f2: {x: {}, rows: c4}}, f1: {t: c.nodeType, f0: c.id}, f2: {t: y.nodeType, f0: y.id, f1: CASE WHEN y.nodeType IN ['Region'] THEN y.level END}, f3: whole, f4: [x IN steps | x.modality], f5: c12}}}) AS c13 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END + CASE WHEN EXISTS { (x:Node {id: $p1}) WHERE x:Place } THEN [] ELSE ['place'] END, page: {x: {f0: {sets: c0, candidates: null}, f1: {sets: c0, candidates: null}}, rows: c13}} AS value
