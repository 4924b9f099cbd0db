OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p3 AS row
MATCH (p:Node {id: row.policy}) MATCH (c:Node {id: row.cluster}) MATCH (y:Node {id: row.place})
WITH row, p, c, y ORDER BY row.at LIMIT $p2
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k0
WITH k0, row.steps[k0] AS s4
MATCH (n2:Node {id: s4.from})-[r1]->(n3:Node {id: s4.to})
WHERE coalesce(r1.key, '') = s4.key AND type(r1) IN s4.types
WITH k0, r1, n2, n3 ORDER BY k0
RETURN collect({f0: {t: n2.nodeType, f0: n2.id}, f1: type(r1), f2: {t: n3.nodeType, f0: n3.id}}) AS c5 }
RETURN collect({k: row.position, n: {f0: {t: p.nodeType, f0: p.id}, f1: {t: c.nodeType, f0: c.id}, f2: {t: y.nodeType, f0: y.id}, f3: row.scope, f4: row.modality, f5: c5}}) AS c6 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Industry } THEN [] ELSE ['industry'] END + CASE WHEN EXISTS { (x:Node {id: $p1}) WHERE x:Place } THEN [] ELSE ['place'] END, page: {x: {f0: null, f1: null}, rows: c6}} AS value
