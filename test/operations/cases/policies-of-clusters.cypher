OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Node {id: $p0}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { CALL (n0) {
  WITH n0 AS c, false AS planned
  CALL (c, planned) {
    MATCH (p:Policy)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    RETURN p
  UNION
    MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay <= $p1.begunBy AND f.toDay >= $p1.endedFrom AND f.planned <= planned, true)
    CALL (i, planned) {
      MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) RETURN j
    UNION
      MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) RETURN j
    UNION
      MATCH (j:Node {id: 'industry:all'}) RETURN j
    UNION
      MATCH (j:Industry) WHERE i.id = 'industry:all' RETURN j
    }
    MATCH (p:Policy)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    RETURN p
  }
  WITH DISTINCT c, p, planned WHERE p.stage = 'ADOPTED' AND coalesce(p.startDay, $p1.unknownStart) <= $p1.begunBy AND p.endDay >= $p1.endedFrom
  MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay <= $p1.begunBy AND l.toDay >= $p1.endedFrom AND l.planned <= planned, true)
  WITH DISTINCT c, p, y
  CALL (p, y) {
    WITH p, y, false AS planned
    MATCH (p)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    CALL (a, y, planned) {
      MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(a) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE') RETURN true AS hit
    UNION
      MATCH (a)-[ws:WITHIN|WITHIN_DATED*1..]->(y) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE') RETURN true AS hit
    }
    WITH hit LIMIT 1 RETURN count(*) > 0 AS hits
  }
  WITH * WHERE hits
  RETURN p
}
WITH DISTINCT p
CALL (p) { MATCH (p)-[r3:HAS_MEASURE|HAS_MEASURE_DATED]->(n2)
WITH n2 LIMIT 1 RETURN count(*) > 0 AS b4 }
WITH * WHERE b4
RETURN count(*) AS c5 }
CALL (n0) { CALL (n0) {
  WITH n0 AS c, false AS planned
  CALL (c, planned) {
    MATCH (p:Policy)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    RETURN p
  UNION
    MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay <= $p1.begunBy AND f.toDay >= $p1.endedFrom AND f.planned <= planned, true)
    CALL (i, planned) {
      MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) RETURN j
    UNION
      MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) RETURN j
    UNION
      MATCH (j:Node {id: 'industry:all'}) RETURN j
    UNION
      MATCH (j:Industry) WHERE i.id = 'industry:all' RETURN j
    }
    MATCH (p:Policy)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    RETURN p
  }
  WITH DISTINCT c, p, planned WHERE p.stage = 'ADOPTED' AND coalesce(p.startDay, $p1.unknownStart) <= $p1.begunBy AND p.endDay >= $p1.endedFrom
  MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay <= $p1.begunBy AND l.toDay >= $p1.endedFrom AND l.planned <= planned, true)
  WITH DISTINCT c, p, y
  CALL (p, y) {
    WITH p, y, false AS planned
    MATCH (p)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    CALL (a, y, planned) {
      MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(a) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE') RETURN true AS hit
    UNION
      MATCH (a)-[ws:WITHIN|WITHIN_DATED*1..]->(y) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE') RETURN true AS hit
    }
    WITH hit LIMIT 1 RETURN count(*) > 0 AS hits
  }
  WITH * WHERE hits
  RETURN p
}
WITH DISTINCT p
CALL (p) { MATCH (p)-[r7:HAS_MEASURE|HAS_MEASURE_DATED]->(n6)
WITH n6 LIMIT 1 RETURN count(*) > 0 AS b8 }
WITH * WHERE b8
RETURN count(*) AS c9 }
CALL (n0) { CALL (n0) {
  WITH n0 AS c, false AS planned
  CALL (c, planned) {
    MATCH (p:Policy)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    RETURN p
  UNION
    MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay <= $p1.begunBy AND f.toDay >= $p1.endedFrom AND f.planned <= planned, true)
    CALL (i, planned) {
      MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) RETURN j
    UNION
      MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) RETURN j
    UNION
      MATCH (j:Node {id: 'industry:all'}) RETURN j
    UNION
      MATCH (j:Industry) WHERE i.id = 'industry:all' RETURN j
    }
    MATCH (p:Policy)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    RETURN p
  }
  WITH DISTINCT c, p, planned WHERE p.stage = 'ADOPTED' AND coalesce(p.startDay, $p1.unknownStart) <= $p1.begunBy AND p.endDay >= $p1.endedFrom
  MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay <= $p1.begunBy AND l.toDay >= $p1.endedFrom AND l.planned <= planned, true)
  WITH DISTINCT c, p, y
  CALL (p, c, y) {
  UNWIND $p1.worlds AS planned
  WITH *, null AS hm, p AS s, p AS t
  CALL (p, s, c, planned) {
    MATCH (p)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE s = p AND coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    RETURN [r] AS industrySteps, true AS industryWhole
  UNION
    MATCH (s)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay <= $p1.begunBy AND f.toDay >= $p1.endedFrom AND f.planned <= planned, true)
    CALL (i, j, planned) {
      WITH i, j WHERE i = j OR j.id = 'industry:all' OR i.id = 'industry:all'
      RETURN [] AS chain, i = j OR j.id = 'industry:all' AS whole
    UNION
      MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true))
      RETURN sub AS chain, true AS whole
    UNION
      MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true))
      RETURN sub AS chain, false AS whole
    }
    RETURN [r] + chain + [f] AS industrySteps, whole AS industryWhole
  }
  MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay <= $p1.begunBy AND l.toDay >= $p1.endedFrom AND l.planned <= planned, true)
  CALL (t, y, planned) {
    MATCH (t)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay <= $p1.begunBy AND r.toDay >= $p1.endedFrom AND r.planned <= planned, true)
    CALL (a, y, planned) {
      MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(a) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
      RETURN ws AS chain, size(ws) = 0 OR head(ws).extent = 'WHOLE' AS whole
    UNION
      MATCH (a)-[ws:WITHIN|WITHIN_DATED*1..]->(y) WHERE all(x IN ws WHERE coalesce(x.fromDay <= $p1.begunBy AND x.toDay >= $p1.endedFrom AND x.planned <= planned, true)) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
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
  RETURN p, steps, whole
}
WITH * ORDER BY NOT whole, size(steps),
    reduce(ids = [], x IN steps | ids + [startNode(x).id, endNode(x).id]),
    [x IN steps | CASE x.modality WHEN 'STATED' THEN 0 WHEN 'ESTIMATED' THEN 1 WHEN 'PLANNED' THEN 2 WHEN 'AIMED_FOR' THEN 3 END], [x IN steps | coalesce(x.fromDay, 0)], [x IN steps | x.key]
WITH p, head(collect({steps: steps, whole: whole})) AS proof
WITH p, proof.steps AS steps, proof.whole AS whole
CALL (p) { MATCH (p)-[r17:HAS_MEASURE|HAS_MEASURE_DATED]->(n16)
WITH n16 LIMIT 1 RETURN count(*) > 0 AS b18 }
WITH * WHERE b18
WITH * ORDER BY p.id LIMIT $p2
CALL (steps) { UNWIND range(0, size(steps) - 1) AS k10
WITH k10, steps[k10] AS r11
WITH k10, r11, startNode(r11) AS n12, endNode(r11) AS n13 ORDER BY k10
RETURN collect({f0: {t: n12.nodeType, f0: n12.id}, f1: {t: n13.nodeType, f0: n13.id}}) AS c14 }
RETURN collect({k: [p.id], e: {f0: whole, f1: [p.id], f2: {t: p.nodeType, f0: p.id}, f3: c14}}) AS c15 }
RETURN head(collect({t: n0.nodeType, f0: CASE WHEN n0.nodeType IN ['Cluster'] THEN {x: {f0: c5, f1: c9}, rows: c15} END})) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value
