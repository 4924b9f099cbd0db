OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Node {id: $p0}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { MATCH (n0)-[:FIRM_HAS_FIGURES]->(n2) WHERE ($p1 IS NULL OR n2.attribute = $p1)
WITH n2 ORDER BY n2.id
CALL (n2) { UNWIND range(0, size(coalesce(n2.evidenceSources, [])) - 1) AS k3
MATCH (s4:Node {id: n2.evidenceSources[k3]})
WITH n2, k3, s4 ORDER BY k3
RETURN collect({f0: {t: s4.nodeType, f0: s4.id}, f1: substring(n2.evidence[k3], size(split(n2.evidence[k3], '》')[0]) + 2)}) AS c5 }
RETURN collect({t: n2.nodeType, f0: n2.attribute, f1: n2.value, f2: n2.attribute, f3: n2.printed, f4: n2.bound, f5: n2.modality, f6: n2.period, f7: c5}) AS c6 }
CALL (n0) { MATCH (n0)-[:FIRM_HAS_FIGURES]->(n7) WHERE ($p2 IS NULL OR n7.attribute = $p2)
WITH n7 ORDER BY n7.id
RETURN collect({t: n7.nodeType, f0: n7.attribute, f1: n7.of, f2: n7.value, f3: n7.attribute}) AS c8 }
RETURN head(collect({t: n0.nodeType, f0: CASE WHEN n0.nodeType IN ['Firm'] THEN c6 END, f1: CASE WHEN n0.nodeType IN ['Firm'] THEN c8 END})) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Indicator) WHERE n0.id > $p3 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p2
CALL (n0) { MATCH (n0)<-[r2:OBSERVES|OBSERVES_DATED]-(n1)
WITH * ORDER BY n1.id, r2.key LIMIT $p0
CALL (n1) { MATCH (n1)-[r4:OBSERVED_IN|OBSERVED_IN_DATED]->(n3)
WITH n3 ORDER BY n3.id LIMIT 1
RETURN head(collect({t: n3.nodeType, f0: n3.name})) AS c5 }
RETURN collect({k: [n1.id, r2.key], n: {t: n1.nodeType, f0: n1.period, f1: n1.value, f2: n1.printed, f3: n1.bound, f4: n1.modality, f5: c5}}) AS c6 }
CALL (n0) { MATCH (n0)<-[r8:TARGETS|TARGETS_DATED]-(n7)
WITH * ORDER BY n7.id, r8.key LIMIT $p1
CALL (n7) { MATCH (n7)<-[r10:SETS_TARGET|SETS_TARGET_DATED]-(n9)
WITH n9 ORDER BY n9.id LIMIT 1
RETURN head(collect({t: n9.nodeType, f0: n9.name})) AS c11 }
RETURN collect({k: [n7.id, r8.key], n: {t: n7.nodeType, f0: n7.due, f1: n7.comparator, f2: n7.value, f3: n7.valueMax, f4: n7.printed, f5: n7.modality, f6: c11}}) AS c12 }
RETURN collect({k: [n0.id], n: {t: n0.nodeType, f0: n0.unit, f1: {x: {}, rows: c6}, f2: {x: {}, rows: c12}}}) AS c13 }
RETURN coalesce(g.revision, 0) AS revision, {x: {}, rows: c13} AS value
