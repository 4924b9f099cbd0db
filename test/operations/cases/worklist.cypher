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

MATCH ()-[r:SUBCLASS_OF|SUBCLASS_OF_DATED|WITHIN|WITHIN_DATED|FOCUSES_ON|FOCUSES_ON_DATED|CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED|SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED|POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED]->() WHERE r.key IS NOT NULL AND r.evidenceSources[0] IN $news AND all(s IN r.evidenceSources WHERE s = r.evidenceSources[0])
RETURN r.key AS key

MATCH (s:Source {tier: 'NEWS'}) WHERE s.nodeType IS NOT NULL RETURN s.id AS id

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p5 AS row MATCH (x:Node {id: row.about})
OPTIONAL MATCH (y:Node {id: row.place}) OPTIONAL MATCH (c:Node {id: row.criterion})
WITH row, x, y, c ORDER BY row.at LIMIT $p4
CALL (row) { UNWIND range(0, size(row.firms) - 1) AS k0
WITH row, k0 WHERE k0 < $p3
MATCH (n1:Node {id: row.firms[k0]})
WITH * ORDER BY k0
RETURN collect([k IN $p2 | n1[k]]) AS c2 }
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k3
WITH k3, row.steps[k3] AS s7
MATCH (n5:Node {id: s7.from})-[r4]->(n6:Node {id: s7.to})
WHERE coalesce(r4.key, '') = s7.key AND type(r4) IN s7.types
WITH k3, r4, n5, n6 ORDER BY k3
RETURN collect([{type: type(r4), details: r4 {.modality, .role, .address, .extent}, from: n5 {.nodeType, .name, .nameEn, .titleStatus}, to: n6 {.nodeType, .name, .nameEn, .titleStatus}}]) AS c8 }
RETURN collect([[row.at, row.at, row.at, [k IN $p1 | x[k]], c2, c8, {at: row.at, about: x {.nodeType, .name, .nameEn, .titleStatus}, place: y {.nodeType, .name, .nameEn, .titleStatus}}]]) AS c9 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Place } THEN [] ELSE ['place'] END, page: [[null], c9]} AS value

UNWIND $places AS place
MATCH (:Node {id: place})<-[r:FIRM_LOCATED_IN|FIRM_LOCATED_IN_DATED]-(f)
WHERE coalesce(r.fromDay, 0) <= $day AND coalesce(r.toDay, $day) >= $day AND NOT coalesce(r.planned, false)
WITH DISTINCT f.id AS id ORDER BY id LIMIT $limit RETURN id
