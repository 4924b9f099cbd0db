OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p1 AS id MATCH (n0:Node {id: id})
RETURN collect({id: n0.id, value: [k IN $p0 | n0[k]]}) AS c1 }
CALL () { UNWIND $p3 AS id MATCH (n2:Node {id: id})
RETURN collect({id: n2.id, value: [k IN $p2 | n2[k]]}) AS c3 }
CALL () { UNWIND $p5 AS id MATCH (n4:Node {id: id})
RETURN collect({id: n4.id, value: [k IN $p4 | n4[k]]}) AS c5 }
CALL () { UNWIND $p7 AS id MATCH (n6:Node {id: id})
RETURN collect({id: n6.id, value: [k IN $p6 | n6[k]]}) AS c7 }
CALL () { UNWIND $p9 AS id MATCH (n8:Node {id: id})
RETURN collect({id: n8.id, value: [k IN $p8 | n8[k]]}) AS c9 }
RETURN coalesce(g.revision, 0) AS revision, [c1, [c3, null, null, null, null, c5, c7, c9]] AS value

UNWIND $firms AS firm
MATCH (f:Node {id: firm})-[r:OPERATES_IN|OPERATES_IN_DATED]->(i)
RETURN f.id AS firm, i.id AS to, r.fromDay AS fromDay, r.toDay AS toDay, r.modality AS modality
LIMIT 100001

UNWIND $places AS place
MATCH (:Node {id: place})<-[:OBSERVED_IN|OBSERVED_IN_DATED]-(o:Observation)
WHERE o.periodToDay <= $day AND o.modality IN $modalities AND NOT EXISTS { (o)-[:OBSERVED_ABOUT|OBSERVED_ABOUT_DATED]->() }
MATCH (o)-[:OBSERVES|OBSERVES_DATED]->(i)
OPTIONAL MATCH (o)-[:OBSERVED_FOR|OBSERVED_FOR_DATED]->(f)
CALL (o) {
  UNWIND range(0, size(coalesce(o.evidenceSources, [])) - 1) AS k
  MATCH (s:Node {id: o.evidenceSources[k]})
  RETURN collect({tier: s.tier, read: s.read, publishedOn: s.publishedOnDay, source: s.id, locator: substring(o.evidence[k], size(split(o.evidence[k], '》')[0]) + 2)}) AS readings
}
RETURN place, i.id AS indicator, coalesce(f.id, '') AS industry, {id: o.id, fromDay: o.periodFromDay,
  toDay: o.periodToDay, value: o.value, bound: o.bound, readings: readings} AS observed
LIMIT 50001

UNWIND $places AS place
MATCH (:Node {id: place})<-[r:FIRM_LOCATED_IN|FIRM_LOCATED_IN_DATED]-(f:Firm)
RETURN f.id AS firm, place AS to, r.fromDay AS fromDay, r.toDay AS toDay, r.modality AS modality
LIMIT 100001
