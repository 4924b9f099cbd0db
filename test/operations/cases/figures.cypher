OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Node {id: $p0}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { MATCH (n0)-[:FIRM_HAS_FIGURES]->(n2) WHERE ($p1 IS NULL OR n2.attribute = $p1)
WITH n2 ORDER BY n2.id
RETURN collect([n2.nodeType, n2.attribute, n2.value, n2.attribute, n2.printed, n2.bound, n2.modality, n2.period, [n2.evidenceSources, n2.evidence]]) AS c3 }
CALL (n0) { MATCH (n0)-[:FIRM_HAS_FIGURES]->(n4) WHERE ($p2 IS NULL OR n4.attribute = $p2)
WITH n4 ORDER BY n4.id
RETURN collect([n4.nodeType, n4.attribute, n4.of, n4.value, n4.attribute]) AS c5 }
RETURN head(collect([n0.nodeType, CASE WHEN n0.nodeType IN ['Firm'] THEN c3 END, CASE WHEN n0.nodeType IN ['Firm'] THEN c5 END])) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Indicator) WHERE n0.id > $p3 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p2
CALL (n0) { MATCH (n0)<-[r2:OBSERVES|OBSERVES_DATED]-(n1)
WITH * ORDER BY n1.id, r2.key LIMIT $p0
CALL (n1) { MATCH (n1)-[r4:OBSERVED_IN|OBSERVED_IN_DATED]->(n3)
WITH n3 ORDER BY n3.id LIMIT 1
RETURN head(collect([n3.nodeType, n3.name])) AS c5 }
RETURN collect([[n1.nodeType, n1.period, n1.value, n1.printed, n1.bound, n1.modality, c5]]) AS c6 }
CALL (n0) { MATCH (n0)<-[r8:TARGETS|TARGETS_DATED]-(n7)
WITH * ORDER BY n7.id, r8.key LIMIT $p1
CALL (n7) { MATCH (n7)<-[r10:SETS_TARGET|SETS_TARGET_DATED]-(n9)
WITH n9 ORDER BY n9.id LIMIT 1
RETURN head(collect([n9.nodeType, n9.name])) AS c11 }
RETURN collect([[n7.nodeType, n7.due, n7.comparator, n7.value, n7.valueMax, n7.printed, n7.modality, c11]]) AS c12 }
RETURN collect([[n0.nodeType, n0.unit, [[], c6], [[], c12]]]) AS c13 }
RETURN coalesce(g.revision, 0) AS revision, [[], c13] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [s0.nodeType, s0.id]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [c1] AS value
