OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p5 AS row
MATCH (p:Node {id: row.policy}) OPTIONAL MATCH (m:Node {id: row.measure})
WITH row, p, m ORDER BY row.at LIMIT $p4
CALL (row) { UNWIND range(0, size(row.verdicts) - 1) AS k2
WITH k2, row.verdicts[k2] AS v0
OPTIONAL MATCH (n1:Node {id: v0.criterion})
WITH * ORDER BY k2
RETURN collect({f0: null, f1: null, f2: null, f3: null, f4: CASE WHEN n1 IS NOT NULL THEN [k IN $p3 | n1[k]] END}) AS c3 }
RETURN collect([{at: row.at, answer: {f0: [k IN $p1 | p[k]], f1: CASE WHEN m IS NOT NULL THEN [k IN $p2 | m[k]] END, f2: null, f3: null, f4: null, f5: c3}}]) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: CASE WHEN EXISTS { (x:Node {id: $p0}) WHERE x:Policy } THEN [] ELSE ['policy'] END, page: [[null, null], c4]} AS value
