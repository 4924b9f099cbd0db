MATCH (m:Measure)-[:MEASURE_HAS_WINDOWS]->(w)
WHERE m.nodeType IS NOT NULL AND $today <= w.closesOnDay <= $until
OPTIONAL MATCH (p:Policy)-[:HAS_MEASURE|HAS_MEASURE_DATED]->(m)
RETURN m.id AS id, m.name AS name, p.id AS policy, w.id AS part, w.closesOnDay AS day

MATCH (p:Policy) WHERE p.nodeType IS NOT NULL AND p.stage = 'ADOPTED' AND $today <= p.endDay <= $until
RETURN p.id AS id, p.name AS name, p.endDay AS day, p.expiresOnDay AS expiresOn, p.repealedOnDay AS repealedOn

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p4 AS row MATCH (p:Node {id: row.policy})
OPTIONAL MATCH (m:Node {id: row.measure}) OPTIONAL MATCH (w:Node {id: row.window})
WITH row, p, m, w, coalesce(m, p) AS named ORDER BY row.at LIMIT $p3
RETURN collect([[row.endsOn, row.cause, {cause: row.cause, endsOn: row.endsOn, of: named {.nodeType, .name, .nameEn, .titleStatus}}, {cause: row.cause, endsOn: row.endsOn, of: named {.nodeType, .name, .nameEn, .titleStatus}}, [k IN $p1 | p[k]], CASE WHEN m IS NOT NULL THEN [k IN $p2 | m[k]] END]]) AS c0 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Place } THEN [] ELSE ['place'] END, page: [[null], c0]} AS value
