OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Indicator) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
RETURN collect([[k IN $p0 | n0[k]]]) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [[], c1] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Node {id: $p0}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
RETURN head(collect([k IN $p1 | n0[k]])) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[:FIRM_HAS_FIGURES]->(n1) WHERE ($p2 IS NULL OR n1.attribute = $p2)
WITH n1 ORDER BY n1.id
RETURN collect([k IN $p1 | n1[k]]) AS c2 }
RETURN collect({id: s0.id, value: c2}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[:FIRM_HAS_FIGURES]->(n1) WHERE ($p2 IS NULL OR n1.attribute = $p2)
WITH n1 ORDER BY n1.id
RETURN collect([k IN $p1 | n1[k]]) AS c2 }
RETURN collect({id: s0.id, value: c2}) AS c3 }
RETURN coalesce(g.revision, 0) AS revision, c3 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:OBSERVED_IN|OBSERVED_IN_DATED]->(n1)
WITH n1 ORDER BY n1.id LIMIT 1
RETURN head(collect([k IN $p1 | n1[k]])) AS c3 }
RETURN collect({id: s0.id, value: c3}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:OBSERVES|OBSERVES_DATED]-(n1)
WITH * ORDER BY n1.id, r2.key LIMIT $p2
RETURN collect([[k IN $p1 | n1[k]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:SETS_TARGET|SETS_TARGET_DATED]-(n1)
WITH n1 ORDER BY n1.id LIMIT 1
RETURN head(collect([k IN $p1 | n1[k]])) AS c3 }
RETURN collect({id: s0.id, value: c3}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)<-[r2:TARGETS|TARGETS_DATED]-(n1)
WITH * ORDER BY n1.id, r2.key LIMIT $p2
RETURN collect([[k IN $p1 | n1[k]]]) AS c3 }
RETURN collect({id: s0.id, value: [[], c3]}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value
