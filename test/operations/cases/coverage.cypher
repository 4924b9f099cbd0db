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
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p1 AS id MATCH (n0:Node {id: id})
RETURN collect({id: n0.id, value: n0 {.name, .nameEn}}) AS c1 }
CALL () { UNWIND $p2 AS id MATCH (n2:Node {id: id})
RETURN collect({id: n2.id, value: n2 {.name, .nameEn}}) AS c3 }
CALL () { UNWIND $p4 AS id MATCH (n4:Node {id: id})
RETURN collect({id: n4.id, value: [k IN $p3 | n4[k]]}) AS c5 }
CALL () { UNWIND $p6 AS id MATCH (n6:Node {id: id})
RETURN collect({id: n6.id, value: [k IN $p5 | n6[k]]}) AS c7 }
CALL () { UNWIND $p8 AS id MATCH (n8:Node {id: id})
RETURN collect({id: n8.id, value: [k IN $p7 | n8[k]]}) AS c9 }
CALL () { UNWIND $p10 AS id MATCH (n10:Node {id: id})
RETURN collect({id: n10.id, value: [k IN $p9 | n10[k]]}) AS c11 }
CALL () { UNWIND $p11 AS fact
MATCH (:Node {id: fact.from})-[r12]->(:Node {id: fact.to})
WHERE coalesce(r12.key, '') = fact.key AND type(r12) IN fact.types
WITH r12, fact.key AS id
RETURN collect({id: id, value: [r12.evidenceSources, r12.evidence]}) AS c13 }
CALL () { UNWIND $p12 AS id MATCH (n14:Node {id: id})
RETURN collect({id: n14.id, value: [n14.evidenceSources, n14.evidence]}) AS c15 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END, page: [null, null, null, [null, c1, c3, c5], c7, [null, null, null, null, null, null, c9, c11, null, [c13, c15]]]} AS value
