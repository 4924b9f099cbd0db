MATCH (n:Node {id: $about}) WHERE n:Entity
CALL (n) { MATCH (n)-[:ENTITY_HAS_STATED_VALUES]->(v) WHERE v.evidenceSources IS NOT NULL
RETURN collect(v {.id, .property, .value, .printed, .bound, .chosen, .evidenceSources, .evidence, .evidenceChecks}) AS stated }
CALL (n) { MATCH (n)-[r:FOCUSES_ON|FOCUSES_ON_DATED|CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED|OPERATES_IN|OPERATES_IN_DATED|FIRM_LOCATED_IN|FIRM_LOCATED_IN_DATED|MAKES|MAKES_DATED|RUNS|RUNS_DATED|FIRM_BELONGS_TO|FIRM_BELONGS_TO_DATED|PARENT_OF|PARENT_OF_DATED|SUPPLIES|SUPPLIES_DATED|SUBCLASS_OF|SUBCLASS_OF_DATED|FEEDS|FEEDS_DATED|EXCLUDES|EXCLUDES_DATED|MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED|MEASURE_APPLIES_IN|MEASURE_APPLIES_IN_DATED|APPLY_AT|APPLY_AT_DATED|WITHIN|WITHIN_DATED|SPECIALISES_IN|SPECIALISES_IN_DATED|ISSUED_BY|ISSUED_BY_DATED|SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED|POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED|HAS_MEASURE|HAS_MEASURE_DATED|BASED_ON|BASED_ON_DATED|IMPLEMENTS|IMPLEMENTS_DATED|SUPERSEDES|SUPERSEDES_DATED|PRODUCT_BELONGS_TO|PRODUCT_BELONGS_TO_DATED|PROJECT_LOCATED_IN|PROJECT_LOCATED_IN_DATED|PROJECT_BELONGS_TO|PROJECT_BELONGS_TO_DATED]->(m:Node)
WHERE m.nodeType IN $entities AND r.key IS NOT NULL AND r.evidenceSources IS NOT NULL
AND ($day IS NULL OR r.fromDay IS NULL OR r.fromDay <= $day <= r.toDay OR type(r) IN $always)
RETURN collect({type: type(r), far: m.id, key: r.key, modality: r.modality, evidenceSources: r.evidenceSources, evidence: r.evidence, evidenceChecks: r.evidenceChecks}) AS facts }
RETURN n.id AS id, n.nodeType AS type, n.name AS name, stated, facts,
CASE WHEN n.evidenceSources IS NOT NULL THEN n {.evidenceSources, .evidence, .evidenceChecks} END AS record

MATCH (s:Source {tier: 'NEWS'}) WHERE s.nodeType IS NOT NULL RETURN s.id AS id

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p3 AS row MATCH (x:Node {id: row.about})
WITH row, x ORDER BY row.at LIMIT $p2
RETURN collect([[[k IN $p1 | x[k]], row.property, row.value, row.chosen, [row.evidenceSources, row.evidence]]]) AS c0 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Entity } THEN [] ELSE ['about'] END, page: [[null], c0]} AS value

UNWIND $ids AS id MATCH (x:Node {id: id})<-[:OBSERVES|OBSERVES_DATED|OBSERVED_IN|OBSERVED_IN_DATED|OBSERVED_FOR|OBSERVED_FOR_DATED|OBSERVED_ABOUT|OBSERVED_ABOUT_DATED]-(o:Observation)
WHERE o.nodeType IS NOT NULL
WITH DISTINCT x, o
MATCH (o)-[:OBSERVES|OBSERVES_DATED]->(i)
OPTIONAL MATCH (o)-[:OBSERVED_IN|OBSERVED_IN_DATED]->(place)
OPTIONAL MATCH (o)-[:OBSERVED_FOR|OBSERVED_FOR_DATED]->(industry)
OPTIONAL MATCH (o)-[:OBSERVED_ABOUT|OBSERVED_ABOUT_DATED]->(thing)
WITH x, o, i, place, industry, thing, coalesce(place, industry, thing, i) AS about
WHERE about = x
RETURN o {.id, .value, .printed, .bound, .modality, .period, .evidenceSources, .evidence, .evidenceChecks,
about: about.id, aboutType: about.nodeType, name: about.name, indicator: i.id, indicatorName: i.name,
group: [i.id, place.id, industry.id, thing.id, o.period]} AS observation
