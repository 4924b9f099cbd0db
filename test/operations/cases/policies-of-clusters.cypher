OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Node {id: $p0}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
RETURN head(collect([k IN $p1 | n0[k]])) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS n0
CALL (n0) { CALL (n0) { UNWIND n0.policies AS row MATCH (p:Node {id: row.policy})
CALL (p) { MATCH (p)-[r4:HAS_MEASURE|HAS_MEASURE_DATED]->(n3)
WITH n3 LIMIT 1 RETURN count(*) > 0 AS b5 }
WITH * WHERE b5
RETURN count(*) AS c6 }
CALL (n0) { UNWIND n0.policies AS row MATCH (p:Node {id: row.policy})
CALL (p) { MATCH (p)-[r8:HAS_MEASURE|HAS_MEASURE_DATED]->(n7)
WITH n7 LIMIT 1 RETURN count(*) > 0 AS b9 }
WITH * WHERE b9
RETURN count(*) AS c10 }
CALL (n0) { UNWIND n0.policies AS row MATCH (p:Node {id: row.policy})
CALL (p) { MATCH (p)-[r19:HAS_MEASURE|HAS_MEASURE_DATED]->(n18)
WITH n18 LIMIT 1 RETURN count(*) > 0 AS b20 }
WITH * WHERE b20
WITH * ORDER BY p.id LIMIT $p4
CALL (row) { UNWIND range(0, size(row.steps) - 1) AS k11
WITH k11, row.steps[k11] AS s15
MATCH (n13:Node {id: s15.from})-[r12]->(n14:Node {id: s15.to})
WHERE coalesce(r12.key, '') = s15.key AND type(r12) IN s15.types
WITH k11, r12, n13, n14 ORDER BY k11
RETURN collect([[k IN $p2 | n13[k]], type(r12), [k IN $p3 | n14[k]]]) AS c16 }
RETURN collect([[row.scope, row.modality, [p.id], [k IN $p1 | p[k]], c16]]) AS c17 }
RETURN [[c6, c10], c17] AS c1 }
RETURN collect({id: n0.id, page: c1}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value
