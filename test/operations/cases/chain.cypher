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
CALL () { UNWIND $p3 AS id MATCH (n0:Node {id: id})
RETURN collect({id: n0.id, value: [k IN $p2 | n0[k]]}) AS c1 }
CALL () { UNWIND $p5 AS id MATCH (n2:Node {id: id})
RETURN collect({id: n2.id, value: [k IN $p4 | n2[k]]}) AS c3 }
CALL () { UNWIND $p7 AS id MATCH (n4:Node {id: id})
RETURN collect({id: n4.id, value: [k IN $p6 | n4[k]]}) AS c5 }
CALL () { UNWIND $p9 AS id MATCH (n6:Node {id: id})
RETURN collect({id: n6.id, value: [k IN $p8 | n6[k]]}) AS c7 }
CALL () { UNWIND $p11 AS id MATCH (n8:Node {id: id})
RETURN collect({id: n8.id, value: [k IN $p10 | n8[k]]}) AS c9 }
CALL () { UNWIND $p13 AS id MATCH (n10:Node {id: id})
RETURN collect({id: n10.id, value: [k IN $p12 | n10[k]]}) AS c11 }
CALL () { UNWIND $p14 AS id MATCH (n12:Node {id: id})
RETURN collect({id: n12.id, value: [n12.evidenceSources, n12.evidence]}) AS c13 }
CALL () { UNWIND $p15 AS fact
MATCH (:Node {id: fact.from})-[r14]->(:Node {id: fact.to})
WHERE coalesce(r14.key, '') = fact.key AND type(r14) IN fact.types
WITH r14, fact.key AS id
RETURN collect({id: id, value: [r14.evidenceSources, r14.evidence]}) AS c15 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END + CASE WHEN EXISTS { (x:Node {id: $p1}) WHERE x:Place } THEN [] ELSE ['place'] END, page: [c1, c3, [c5, null, null, null, null, c7, c9, c11, null, c13], [null, null, c15]]} AS value

UNWIND $firms AS firm
MATCH (f:Node {id: firm})-[r:FIRM_LOCATED_IN|FIRM_LOCATED_IN_DATED]->(p) WHERE r.role IN $roles
RETURN f.id AS firm, p.id AS to, r.fromDay AS fromDay, r.toDay AS toDay, r.modality AS modality
LIMIT 100001

UNWIND $industries AS industry
MATCH (:Node {id: industry})<-[r:OPERATES_IN|OPERATES_IN_DATED]-(f:Firm)
RETURN f.id AS firm, industry AS to, r.fromDay AS fromDay, r.toDay AS toDay, r.modality AS modality
LIMIT 100001
