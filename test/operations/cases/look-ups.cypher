OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k1
MATCH (n0:Node {id: $p0[k1]}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { MATCH (n0)-[r4:KNOWN_NONE_FOR|KNOWN_NONE_FOR_DATED]->(n3) WHERE (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay)
WITH n3 ORDER BY n3.id LIMIT 1
RETURN head(collect([n3.nodeType, n3.name])) AS c5 }
CALL (n0) { MATCH (n0)-[r7:KNOWN_NONE_IN|KNOWN_NONE_IN_DATED]->(n6) WHERE (r7.fromDay IS NULL OR r7.fromDay <= $day <= r7.toDay)
WITH n6 ORDER BY n6.id LIMIT 1
RETURN head(collect([n6.nodeType, n6.name])) AS c8 }
RETURN collect({k: k1, n: [n0.nodeType, n0.id, CASE WHEN n0.nodeType IN ['KnownNone'] THEN n0.of END, CASE WHEN n0.nodeType IN ['KnownNone'] THEN n0.validFrom END, CASE WHEN n0.nodeType IN ['KnownNone'] THEN c5 END, CASE WHEN n0.nodeType IN ['KnownNone'] THEN c8 END, CASE WHEN n0.nodeType IN ['KnownNone'] THEN [n0.evidenceSources, n0.evidence] END, CASE WHEN n0.nodeType IN ['Policy'] THEN n0.name END]}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Node {id: $p0}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
RETURN head(collect([n0.nodeType, n0.id])) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [s0.nodeType, s0.name]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [c1] AS value
