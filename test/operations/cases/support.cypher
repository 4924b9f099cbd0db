OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (p:Policy) WHERE p.stage = 'ADOPTED' AND coalesce(p.startDay, $p2.unknownStart) <= $p2.begunBy AND p.endDay >= $p2.endedFrom
CALL (p) { UNWIND $p2.worlds AS planned
WITH *, null AS hm, p AS s, p AS t
CALL (p, s, planned) {
  MATCH (p)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE s = p AND coalesce(r.fromDay, 0) <= $p2.begunBy AND coalesce(r.toDay, 99991231) >= $p2.endedFrom AND coalesce(r.planned, false) <= planned
  RETURN c
UNION
  MATCH (s)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay, 0) <= $p2.begunBy AND coalesce(r.toDay, 99991231) >= $p2.endedFrom AND coalesce(r.planned, false) <= planned
  CALL (j, planned) {
    MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) RETURN i
  UNION
    MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) RETURN i
  UNION
    MATCH (i:Industry) WHERE j.id = 'industry:all' RETURN i
  UNION
    MATCH (i:Node {id: 'industry:all'}) RETURN i
  }
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay, 0) <= $p2.begunBy AND coalesce(f.toDay, 99991231) >= $p2.endedFrom AND coalesce(f.planned, false) <= planned
  RETURN c
}
CALL (c, planned) {
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay, 0) <= $p2.begunBy AND coalesce(f.toDay, 99991231) >= $p2.endedFrom AND coalesce(f.planned, false) <= planned
  MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(x)
  WHERE (x.id = $p0 OR $p0 = 'industry:all') AND all(x IN sub WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned)
  RETURN count(*) > 0 AS asked
}
WITH * WHERE asked
CALL (t, planned) {
  MATCH (t)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay, 0) <= $p2.begunBy AND coalesce(r.toDay, 99991231) >= $p2.endedFrom AND coalesce(r.planned, false) <= planned
  CALL (a, planned) {
    MATCH (a)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS aContainers
  }
  RETURN collect({id: a.id, containers: aContainers}) AS areas
}
MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay, 0) <= $p2.begunBy AND coalesce(l.toDay, 99991231) >= $p2.endedFrom AND coalesce(l.planned, false) <= planned
CALL (y, planned) {
    MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS yContainers
  }
WITH * WHERE ($p1 IN yContainers AND any(a IN areas WHERE a.id IN yContainers OR y.id IN a.containers))
RETURN DISTINCT c, y } RETURN count(*) AS c0 }
CALL () { MATCH (p:Policy) WHERE p.stage = 'ADOPTED'
CALL (p) { UNWIND $p3 AS v WITH p, v WHERE p.stage = 'ADOPTED' AND coalesce(p.startDay, v.unknownStart) <= v.begunBy AND p.endDay >= v.endedFrom
CALL (p, v) { UNWIND v.worlds AS planned
WITH *, null AS hm, p AS s, p AS t
CALL (p, s, planned, v) {
  MATCH (p)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE v.industry AND s = p AND coalesce(r.fromDay, 0) <= v.begunBy AND coalesce(r.toDay, 99991231) >= v.endedFrom AND coalesce(r.planned, false) <= planned
  RETURN c
UNION
  MATCH (s)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE v.industry AND coalesce(r.fromDay, 0) <= v.begunBy AND coalesce(r.toDay, 99991231) >= v.endedFrom AND coalesce(r.planned, false) <= planned
  CALL (j, planned, v) {
    MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay, 0) <= v.begunBy AND coalesce(x.toDay, 99991231) >= v.endedFrom AND coalesce(x.planned, false) <= planned) RETURN i
  UNION
    MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay, 0) <= v.begunBy AND coalesce(x.toDay, 99991231) >= v.endedFrom AND coalesce(x.planned, false) <= planned) RETURN i
  UNION
    MATCH (i:Industry) WHERE j.id = 'industry:all' RETURN i
  UNION
    MATCH (i:Node {id: 'industry:all'}) RETURN i
  }
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay, 0) <= v.begunBy AND coalesce(f.toDay, 99991231) >= v.endedFrom AND coalesce(f.planned, false) <= planned
  RETURN c
UNION
  MATCH (c:Cluster) WHERE NOT v.industry
  RETURN c
}
CALL (c, planned, v) {
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay, 0) <= v.begunBy AND coalesce(f.toDay, 99991231) >= v.endedFrom AND coalesce(f.planned, false) <= planned
  MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(x)
  WHERE (x.id = $p0 OR $p0 = 'industry:all') AND all(x IN sub WHERE coalesce(x.fromDay, 0) <= v.begunBy AND coalesce(x.toDay, 99991231) >= v.endedFrom AND coalesce(x.planned, false) <= planned)
  RETURN count(*) > 0 AS asked
}
WITH * WHERE asked OR NOT v.industry
CALL (t, planned, v) {
  MATCH (t)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay, 0) <= v.begunBy AND coalesce(r.toDay, 99991231) >= v.endedFrom AND coalesce(r.planned, false) <= planned
  CALL (a, planned, v) {
    MATCH (a)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay, 0) <= v.begunBy AND coalesce(x.toDay, 99991231) >= v.endedFrom AND coalesce(x.planned, false) <= planned) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS aContainers
  }
  RETURN collect({id: a.id, containers: aContainers}) AS areas
}
MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay, 0) <= v.begunBy AND coalesce(l.toDay, 99991231) >= v.endedFrom AND coalesce(l.planned, false) <= planned
CALL (y, planned, v) {
    MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay, 0) <= v.begunBy AND coalesce(x.toDay, 99991231) >= v.endedFrom AND coalesce(x.planned, false) <= planned) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS yContainers
  }
WITH * WHERE NOT v.place OR ($p1 IN yContainers AND any(a IN areas WHERE a.id IN yContainers OR y.id IN a.containers))
RETURN DISTINCT c, y }
WITH v, c, y ORDER BY v.reason
RETURN c, y, collect(v.reason) AS reasons }
WITH reasons, count(*) AS count
RETURN collect({reasons: reasons, count: count}) AS c1 }
CALL () { MATCH (p:Policy) WHERE p.stage = 'ADOPTED' AND coalesce(p.startDay, $p2.unknownStart) <= $p2.begunBy AND p.endDay >= $p2.endedFrom AND p.id >= $p6
CALL (p) { UNWIND $p2.worlds AS planned
WITH *, null AS hm, p AS s, p AS t
CALL (p, s, planned) {
  MATCH (p)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE s = p AND coalesce(r.fromDay, 0) <= $p2.begunBy AND coalesce(r.toDay, 99991231) >= $p2.endedFrom AND coalesce(r.planned, false) <= planned
  RETURN c
UNION
  MATCH (s)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay, 0) <= $p2.begunBy AND coalesce(r.toDay, 99991231) >= $p2.endedFrom AND coalesce(r.planned, false) <= planned
  CALL (j, planned) {
    MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) RETURN i
  UNION
    MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) RETURN i
  UNION
    MATCH (i:Industry) WHERE j.id = 'industry:all' RETURN i
  UNION
    MATCH (i:Node {id: 'industry:all'}) RETURN i
  }
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay, 0) <= $p2.begunBy AND coalesce(f.toDay, 99991231) >= $p2.endedFrom AND coalesce(f.planned, false) <= planned
  RETURN c
}
CALL (c, planned) {
  MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay, 0) <= $p2.begunBy AND coalesce(f.toDay, 99991231) >= $p2.endedFrom AND coalesce(f.planned, false) <= planned
  MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(x)
  WHERE (x.id = $p0 OR $p0 = 'industry:all') AND all(x IN sub WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned)
  RETURN count(*) > 0 AS asked
}
WITH * WHERE asked
CALL (t, planned) {
  MATCH (t)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay, 0) <= $p2.begunBy AND coalesce(r.toDay, 99991231) >= $p2.endedFrom AND coalesce(r.planned, false) <= planned
  CALL (a, planned) {
    MATCH (a)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS aContainers
  }
  RETURN collect({id: a.id, containers: aContainers}) AS areas
}
MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay, 0) <= $p2.begunBy AND coalesce(l.toDay, 99991231) >= $p2.endedFrom AND coalesce(l.planned, false) <= planned
CALL (y, planned) {
    MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(b) WHERE all(x IN ws WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
    RETURN collect(DISTINCT b.id) AS yContainers
  }
WITH * WHERE ($p1 IN yContainers AND any(a IN areas WHERE a.id IN yContainers OR y.id IN a.containers))
RETURN DISTINCT c, y }
WITH p, c, y ORDER BY p.id, c.id, y.id LIMIT $p5
CALL (p, c, y) {
  UNWIND $p2.worlds AS planned
  WITH *, null AS hm, p AS s, p AS t
  CALL (p, s, c, planned) {
    MATCH (p)-[r:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(c) WHERE s = p AND coalesce(r.fromDay, 0) <= $p2.begunBy AND coalesce(r.toDay, 99991231) >= $p2.endedFrom AND coalesce(r.planned, false) <= planned
    RETURN [r] AS industrySteps, true AS industryWhole
  UNION
    MATCH (s)-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(j) WHERE coalesce(r.fromDay, 0) <= $p2.begunBy AND coalesce(r.toDay, 99991231) >= $p2.endedFrom AND coalesce(r.planned, false) <= planned
    MATCH (c)-[f:FOCUSES_ON|FOCUSES_ON_DATED]->(i) WHERE coalesce(f.fromDay, 0) <= $p2.begunBy AND coalesce(f.toDay, 99991231) >= $p2.endedFrom AND coalesce(f.planned, false) <= planned
    CALL (i, j, planned) {
      WITH i, j WHERE i = j OR j.id = 'industry:all' OR i.id = 'industry:all'
      RETURN [] AS chain, i = j OR j.id = 'industry:all' AS whole
    UNION
      MATCH (i)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(j) WHERE all(x IN sub WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned)
      RETURN sub AS chain, true AS whole
    UNION
      MATCH (j)-[sub:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]->(i) WHERE all(x IN sub WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned)
      RETURN sub AS chain, false AS whole
    }
    RETURN [r] + chain + [f] AS industrySteps, whole AS industryWhole
  }
  MATCH (c)-[l:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(y) WHERE coalesce(l.fromDay, 0) <= $p2.begunBy AND coalesce(l.toDay, 99991231) >= $p2.endedFrom AND coalesce(l.planned, false) <= planned
  CALL (t, y, planned) {
    MATCH (t)-[r:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED]->(a) WHERE coalesce(r.fromDay, 0) <= $p2.begunBy AND coalesce(r.toDay, 99991231) >= $p2.endedFrom AND coalesce(r.planned, false) <= planned
    CALL (a, y, planned) {
      MATCH (y)-[ws:WITHIN|WITHIN_DATED*0..]->(a) WHERE all(x IN ws WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
      RETURN ws AS chain, size(ws) = 0 OR head(ws).extent = 'WHOLE' AS whole
    UNION
      MATCH (a)-[ws:WITHIN|WITHIN_DATED*1..]->(y) WHERE all(x IN ws WHERE coalesce(x.fromDay, 0) <= $p2.begunBy AND coalesce(x.toDay, 99991231) >= $p2.endedFrom AND coalesce(x.planned, false) <= planned) AND all(x IN tail(ws) WHERE x.extent = 'WHOLE')
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
CALL (p) { MATCH (p)-[r4:HAS_MEASURE|HAS_MEASURE_DATED]->(n3)
WITH * ORDER BY n3.id, r4.key LIMIT $p4
RETURN collect({k: [n3.id, r4.key], n: {t: n3.nodeType, f0: n3.name}}) AS c5 }
CALL (steps) { UNWIND range(0, size(steps) - 1) AS k6
WITH k6, steps[k6] AS r7
WITH k6, r7, startNode(r7) AS n8, endNode(r7) AS n9 ORDER BY k6
CALL (r7) { UNWIND range(0, size(coalesce(r7.evidenceSources, [])) - 1) AS k10
MATCH (s11:Node {id: r7.evidenceSources[k10]})
WITH r7, k10, s11 ORDER BY k10
RETURN collect({f0: r7.evidenceLocators[k10], f1: {t: s11.nodeType, f0: s11.name}}) AS c12 }
RETURN collect({f0: {t: n8.nodeType, f0: n8.id}, f1: type(r7), f2: {t: n9.nodeType, f0: n9.id}, f3: r7.modality, f4: {type: type(r7), modality: r7.modality, from: n8.name, to: n9.name}, f5: {type: type(r7), modality: r7.modality, from: coalesce(n8.nameEn, n8.name), to: coalesce(n9.nameEn, n9.name)}, f6: c12}) AS c13 }
RETURN collect({k: [p.id, c.id, y.id], e: {f0: [p.id, c.id, y.id], f1: {f0: {t: p.nodeType, f0: p.id, f1: p.name, f2: {x: {}, rows: c5}}, f1: {t: c.nodeType, f0: c.id}, f2: {t: y.nodeType, f0: y.id, f1: CASE WHEN y.nodeType IN ['Region'] THEN y.level END}, f3: whole, f4: [x IN steps | x.modality], f5: c13}}}) AS c14 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END + CASE WHEN EXISTS { (x:Node {id: $p1}) WHERE x:Place } THEN [] ELSE ['place'] END, page: {x: {f0: c0, f1: {sets: c1, candidates: null}}, rows: c14}} AS value
