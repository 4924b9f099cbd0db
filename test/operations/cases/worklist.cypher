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

MATCH (f:Firm) WHERE f.id IS NOT NULL
WITH DISTINCT f.id AS id ORDER BY id LIMIT $limit RETURN id

MATCH (s:Source {tier: 'NEWS'}) WHERE s.nodeType IS NOT NULL RETURN s.id AS id

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
RETURN collect({id: s0.id, value: s0 {.nodeType, .name, .nameEn, .titleStatus}}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p1 AS row WITH row ORDER BY row.at LIMIT $p0
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k0
WITH k0, row.steps[k0] AS s4
MATCH (n2:Node {id: s4.from})-[r1]->(n3:Node {id: s4.to})
WHERE coalesce(r1.key, '') = s4.key AND type(r1) IN s4.types
WITH k0, r1, n2, n3 ORDER BY k0
RETURN collect([{type: type(r1), details: r1 {.modality, .role, .address, .extent}, from: n2 {.nodeType, .name, .nameEn, .titleStatus}, to: n3 {.nodeType, .name, .nameEn, .titleStatus}}]) AS c5 }
RETURN collect([[row.at, row.at, row.at, row.at, row.at, c5, row.at]]) AS c6 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: [], page: [[null], c6]} AS value

UNWIND $ids AS id
MATCH (f:Node {id: id}) WHERE f:Firm
CALL (f) { MATCH (f)-[r:OPERATES_IN|OPERATES_IN_DATED]->(n)
RETURN collect({id: n.id, fromDay: r.fromDay, toDay: r.toDay, modality: r.modality, cited: [k IN range(0, size(coalesce(r.evidenceSources, [])) - 1) | {source: r.evidenceSources[k], locator: substring(r.evidence[k], size(split(r.evidence[k], '》')[0]) + 2), check: r.evidenceChecks[k]}]}) AS industries }
CALL (f) { MATCH (f)-[r:FIRM_BELONGS_TO|FIRM_BELONGS_TO_DATED]->(n)
RETURN collect({id: n.id, fromDay: r.fromDay, toDay: r.toDay, modality: r.modality, cited: [k IN range(0, size(coalesce(r.evidenceSources, [])) - 1) | {source: r.evidenceSources[k], locator: substring(r.evidence[k], size(split(r.evidence[k], '》')[0]) + 2), check: r.evidenceChecks[k]}]}) AS clusters }
CALL (f) { MATCH (f)-[r:FIRM_LOCATED_IN|FIRM_LOCATED_IN_DATED]->(n)
RETURN collect({id: n.id, role: r.role, fromDay: r.fromDay, toDay: r.toDay, modality: r.modality, cited: [k IN range(0, size(coalesce(r.evidenceSources, [])) - 1) | {source: r.evidenceSources[k], locator: substring(r.evidence[k], size(split(r.evidence[k], '》')[0]) + 2), check: r.evidenceChecks[k]}]}) AS places }
CALL (f) { MATCH (f)-[:FIRM_HAS_TITLES]->(o) WITH o ORDER BY o.id
RETURN collect(o {.title, .validFrom, .validTo, .modality, cited: [k IN range(0, size(coalesce(o.evidenceSources, [])) - 1) | {source: o.evidenceSources[k], locator: substring(o.evidence[k], size(split(o.evidence[k], '》')[0]) + 2), check: o.evidenceChecks[k]}]}) AS titles }
CALL (f) { MATCH (f)-[:FIRM_HAS_LISTINGS]->(o) WITH o ORDER BY o.id
RETURN collect(o {.exchange, .listedOn, cited: [k IN range(0, size(coalesce(o.evidenceSources, [])) - 1) | {source: o.evidenceSources[k], locator: substring(o.evidence[k], size(split(o.evidence[k], '》')[0]) + 2), check: o.evidenceChecks[k]}]}) AS listings }
CALL (f) { MATCH (f)-[:FIRM_HAS_FIGURES]->(o) WITH o ORDER BY o.id
RETURN collect(o {.attribute, .of, .value, .bound, .period, .modality, cited: [k IN range(0, size(coalesce(o.evidenceSources, [])) - 1) | {source: o.evidenceSources[k], locator: substring(o.evidence[k], size(split(o.evidence[k], '》')[0]) + 2), check: o.evidenceChecks[k]}]}) AS figures }
CALL (f) { MATCH (f)-[:ENTITY_HAS_STATED_VALUES]->(s) WHERE s.property IN $values
RETURN collect({property: s.property, value: s.value, chosen: s.chosen, cited: [k IN range(0, size(coalesce(s.evidenceSources, [])) - 1) | {source: s.evidenceSources[k], locator: substring(s.evidence[k], size(split(s.evidence[k], '》')[0]) + 2), check: s.evidenceChecks[k]}]}) AS stated }
CALL (f) { MATCH (f)-[:CITES]->(s) RETURN collect({id: s.id, tier: s.tier, read: s.read, publishedOn: s.publishedOnDay}) AS sources }
RETURN f.id AS id, f {.foundedOn, .smeSize} AS own, [k IN range(0, size(coalesce(f.evidenceSources, [])) - 1) | {source: f.evidenceSources[k], locator: substring(f.evidence[k], size(split(f.evidence[k], '》')[0]) + 2), check: f.evidenceChecks[k]}] AS cited,
  industries, clusters, places, titles, listings, figures, stated, sources
