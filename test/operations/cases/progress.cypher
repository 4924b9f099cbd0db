OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (t:Target)-[:TARGETS|TARGETS_DATED]->(i)
OPTIONAL MATCH (p)-[:SETS_TARGET|SETS_TARGET_DATED]->(t)
WITH t, i, p WHERE coalesce(p.startDay, 0) <= $day AND coalesce(t.fromDay, 0) <= $day
MATCH (t)-[:TARGETED_IN|TARGETED_IN_DATED]->(l)
CALL (l) {
  MATCH (l)-[steps:WITHIN|WITHIN_DATED*0..]->(a) WHERE a.id = $p0 AND all(x IN steps WHERE x.extent = 'WHOLE' AND (x.fromDay IS NULL OR (x.fromDay <= $day <= x.toDay AND NOT x.planned)))
  RETURN count(*) > 0 AS placeAsked
}
WITH t, i, p WHERE placeAsked
RETURN count(*) AS c0 }
CALL () { MATCH (t:Target)-[:TARGETS|TARGETS_DATED]->(i)
OPTIONAL MATCH (p)-[:SETS_TARGET|SETS_TARGET_DATED]->(t)
WITH t, i, p WHERE coalesce(p.startDay, 0) <= $day AND coalesce(t.fromDay, 0) <= $day
MATCH (t)-[:TARGETED_IN|TARGETED_IN_DATED]->(l)
CALL (l) {
  MATCH (l)-[steps:WITHIN|WITHIN_DATED*0..]->(a) WHERE a.id = $p0 AND all(x IN steps WHERE x.extent = 'WHOLE' AND (x.fromDay IS NULL OR (x.fromDay <= $day <= x.toDay AND NOT x.planned)))
  RETURN count(*) > 0 AS placeAsked
}
WITH t, i, p WHERE placeAsked
WITH t, i, p ORDER BY coalesce(p.id, '~'), i.id, t.dueDay, t.id LIMIT $p1
CALL (t) {
  OPTIONAL MATCH (t)-[:TARGETED_IN|TARGETED_IN_DATED]->(l)
  OPTIONAL MATCH (t)-[:TARGETED_FOR|TARGETED_FOR_DATED]->(f)
  RETURN l, f LIMIT 1
}
CALL (i, l, f) {
  MATCH (i)<-[:OBSERVES|OBSERVES_DATED]-(o)
  WHERE o.periodToDay <= $day AND o.modality IN ['STATED', 'ESTIMATED'] AND (i.behaviour <> 'YEARLY'
    OR (o.periodFromDay % 10000 = 101 AND o.periodToDay = o.periodFromDay + 1130))
  OPTIONAL MATCH (o)-[:OBSERVED_IN|OBSERVED_IN_DATED]->(ol)
  WITH * WHERE ol = l OR (ol IS NULL AND l IS NULL)
  OPTIONAL MATCH (o)-[:OBSERVED_FOR|OBSERVED_FOR_DATED]->(of)
  WITH * WHERE (of = f OR (of IS NULL AND f IS NULL)) AND NOT EXISTS { (o)-[:OBSERVED_ABOUT|OBSERVED_ABOUT_DATED]->() }
  CALL (o) {
    UNWIND range(0, size(coalesce(o.evidenceSources, [])) - 1) AS k
    MATCH (s:Node {id: o.evidenceSources[k]})
    RETURN collect({tier: s.tier, read: s.read, publishedOn: s.publishedOnDay, source: s.id, locator: substring(o.evidence[k], size(split(o.evidence[k], '》')[0]) + 2)}) AS readings
  }
  WITH o, readings ORDER BY o.id
  RETURN collect({id: o.id, fromDay: o.periodFromDay, toDay: o.periodToDay,
    value: o.value, bound: o.bound, readings: readings}) AS observed
}
CALL (i, l, f, observed) {
  WITH i, l, f, observed WHERE size(observed) = 0
  MATCH (j:Indicator) WHERE j.quantity = i.quantity AND j.id <> i.id
  CALL (j, l, f) {
    MATCH (j)<-[:OBSERVES|OBSERVES_DATED]-(o)
  WHERE o.periodToDay <= $day AND o.modality IN ['STATED', 'ESTIMATED'] AND (j.behaviour <> 'YEARLY'
    OR (o.periodFromDay % 10000 = 101 AND o.periodToDay = o.periodFromDay + 1130))
  OPTIONAL MATCH (o)-[:OBSERVED_IN|OBSERVED_IN_DATED]->(ol)
  WITH * WHERE ol = l OR (ol IS NULL AND l IS NULL)
  OPTIONAL MATCH (o)-[:OBSERVED_FOR|OBSERVED_FOR_DATED]->(of)
  WITH * WHERE (of = f OR (of IS NULL AND f IS NULL)) AND NOT EXISTS { (o)-[:OBSERVED_ABOUT|OBSERVED_ABOUT_DATED]->() }
    RETURN o LIMIT 1
  }
  WITH j ORDER BY j.id LIMIT 1
  RETURN collect({id: j.id, name: j.name, nameEn: j.nameEn}) AS instead
}
RETURN collect([[coalesce(p.id, '~'), i.id, t.dueDay, t.id], [[coalesce(p.id, '~'), i.id, t.dueDay, t.id], {target: {id: t.id, from: t.from, due: t.due, comparator: t.comparator, value: t.value, valueMax: t.valueMax, startDay: p.startDay},
indicator: {id: i.id, name: i.name, nameEn: i.nameEn, behaviour: i.behaviour}, observed: observed, instead: instead}]]) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Place } THEN [] ELSE ['place'] END, page: [[c0], c1]} AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:SETS_TARGET|SETS_TARGET_DATED]-(n1)
WITH n1 ORDER BY n1.id LIMIT 1
RETURN head(collect([k IN $p1 | n1[k]])) AS c3 }
RETURN collect({id: s0.id, value: c3}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value
