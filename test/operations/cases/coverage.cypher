CALL () {
  UNWIND $places AS id MATCH (:Node {id: id})<-[:KNOWN_NONE_IN|KNOWN_NONE_IN_DATED]-(k:KnownNone)
  RETURN k
  UNION
  UNWIND $industries AS id MATCH (:Node {id: id})<-[:KNOWN_NONE_FOR|KNOWN_NONE_FOR_DATED]-(k:KnownNone)
  WHERE NOT EXISTS { (k)-[:KNOWN_NONE_IN|KNOWN_NONE_IN_DATED]->() }
  RETURN k
}
WITH k WHERE k.of = $soughtFor
OPTIONAL MATCH (k)-[:KNOWN_NONE_FOR|KNOWN_NONE_FOR_DATED]->(industry)
OPTIONAL MATCH (k)-[:KNOWN_NONE_IN|KNOWN_NONE_IN_DATED]->(place)
RETURN k.id AS id, k.validFrom AS validFrom, k.validTo AS validTo, k.modality AS modality,
  min(industry.id) AS industry, min(place.id) AS place
ORDER BY id LIMIT 20001

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p1 AS id MATCH (n0:Node {id: id})
RETURN collect({id: n0.id, value: n0 {.name, .nameEn}}) AS c1 }
CALL () { UNWIND $p2 AS id MATCH (n2:Node {id: id})
RETURN collect({id: n2.id, value: n2 {.name, .nameEn}}) AS c3 }
CALL () { UNWIND $p3 AS id MATCH (n4:Node {id: id})
RETURN collect({id: n4.id, value: [n4.nodeType, n4.id]}) AS c5 }
CALL () { UNWIND $p4 AS id MATCH (n6:Node {id: id})
RETURN collect({id: n6.id, value: [n6.nodeType, n6.id, n6.name]}) AS c7 }
CALL () { UNWIND $p5 AS id MATCH (n8:Node {id: id})
RETURN collect({id: n8.id, value: [n8.nodeType, n8.id]}) AS c9 }
CALL () { UNWIND $p6 AS id MATCH (n10:Node {id: id})
RETURN collect({id: n10.id, value: [n10.nodeType, n10.name]}) AS c11 }
CALL () { UNWIND $p7 AS fact
MATCH (:Node {id: fact.from})-[r12]->(:Node {id: fact.to})
WHERE coalesce(r12.key, '') = fact.key AND type(r12) IN fact.types
WITH r12, fact.key AS id
CALL (r12) { UNWIND range(0, size(coalesce(r12.evidenceSources, [])) - 1) AS k13
MATCH (s14:Node {id: r12.evidenceSources[k13]})
WITH r12, k13, s14 ORDER BY k13
RETURN collect([substring(r12.evidence[k13], size(split(r12.evidence[k13], '》')[0]) + 2), [s14.nodeType, s14.id]]) AS c15 }
RETURN collect({id: id, value: c15}) AS c16 }
CALL () { UNWIND $p8 AS id MATCH (n17:Node {id: id})
CALL (n17) { UNWIND range(0, size(coalesce(n17.evidenceSources, [])) - 1) AS k18
MATCH (s19:Node {id: n17.evidenceSources[k18]})
WITH n17, k18, s19 ORDER BY k18
RETURN collect([substring(n17.evidence[k18], size(split(n17.evidence[k18], '》')[0]) + 2), [s19.nodeType, s19.id]]) AS c20 }
RETURN collect({id: n17.id, value: c20}) AS c21 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END, page: [null, null, null, [null, c1, c3, c5], c7, [null, null, null, null, null, null, c9, c11, null, [c16, c21]]]} AS value
