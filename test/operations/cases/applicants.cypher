MATCH (f:Firm) WHERE f.id IS NOT NULL
WITH DISTINCT f.id AS id ORDER BY id LIMIT $limit RETURN id

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p3 AS row0
MATCH (n1:Node {id: row0.measure})
CALL (row0) { UNWIND range(0, size(row0.criteria) - 1) AS k5
WITH k5, row0.criteria[k5] AS v3
OPTIONAL MATCH (n4:Node {id: v3.criterion})
WITH * ORDER BY k5
RETURN collect({f0: null, f1: CASE WHEN n4 IS NOT NULL THEN [k IN $p2 | n4[k]] END, f2: null, f3: null, f4: null}) AS c6 }
RETURN head(collect({f0: [k IN $p1 | n1[k]], f1: null, f2: null, f3: null, f4: null, f5: null, f6: c6})) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Measure } THEN [] ELSE ['measure'] END, page: c2} AS value

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
