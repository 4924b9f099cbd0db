OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p8 AS row
MATCH (p:Node {id: row.policy}) MATCH (c:Node {id: row.cluster}) MATCH (y:Node {id: row.place})
WITH row, p, c, y ORDER BY row.at LIMIT $p7
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k0
WITH k0, row.steps[k0] AS s4
MATCH (n2:Node {id: s4.from})-[r1]->(n3:Node {id: s4.to})
WHERE coalesce(r1.key, '') = s4.key AND type(r1) IN s4.types
WITH k0, r1, n2, n3 ORDER BY k0
RETURN collect([[k IN $p5 | n2[k]], type(r1), [k IN $p6 | n3[k]]]) AS c5 }
RETURN collect([[[k IN $p2 | p[k]], [k IN $p3 | c[k]], [k IN $p4 | y[k]], row.scope, row.modality, c5]]) AS c6 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END + CASE WHEN EXISTS { (x:Node {id: $p1}) WHERE x:Place } THEN [] ELSE ['place'] END, page: [[null, null], c6]} AS value
