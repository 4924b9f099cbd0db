OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Node {id: $p0}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
RETURN head(collect([k IN $p1 | n0[k]])) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:KNOWN_NONE_FOR|KNOWN_NONE_FOR_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH n1 ORDER BY n1.id LIMIT 1
RETURN head(collect([k IN $p1 | n1[k]])) AS c3 }
RETURN collect({id: s0.id, value: c3}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
CALL (s0) { MATCH (s0)-[r2:KNOWN_NONE_IN|KNOWN_NONE_IN_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH n1 ORDER BY n1.id LIMIT 1
RETURN head(collect([k IN $p1 | n1[k]])) AS c3 }
RETURN collect({id: s0.id, value: c3}) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, c4 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [k IN $p1 | s0[k]]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND range(0, size($p0) - 1) AS k1
MATCH (n0:Node {id: $p0[k1]}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
RETURN collect({k: k1, n: [k IN $p1 | n0[k]]}) AS c2 }
RETURN coalesce(g.revision, 0) AS revision, c2 AS value
