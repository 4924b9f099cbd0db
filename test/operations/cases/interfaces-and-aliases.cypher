OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Node {id: $p0}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { MATCH (n0)<-[r5:WITHIN|WITHIN_DATED]-(n4) WHERE (r5.fromDay IS NULL OR r5.fromDay <= $day <= r5.toDay)
WITH * ORDER BY n4.id, r5.key LIMIT $p1
RETURN collect([[n4.nodeType, n4.id]]) AS c6 }
CALL (n0) { MATCH (n0)<-[r8:WITHIN|WITHIN_DATED]-(n7) WHERE (r8.fromDay IS NULL OR r8.fromDay <= $day <= r8.toDay)
WITH * ORDER BY n7.id, r8.key LIMIT $p3
CALL (n7) { MATCH (n7)-[r10:WITHIN|WITHIN_DATED]->(n9) WHERE (r10.fromDay IS NULL OR r10.fromDay <= $day <= r10.toDay)
WITH * ORDER BY n9.id, r10.key LIMIT $p2
RETURN collect([[r10.extent, [n9.nodeType, n9.name]]]) AS c11 }
RETURN collect([[n7.nodeType, n7.name, CASE WHEN n7.nodeType IN ['Region'] THEN n7.level END, CASE WHEN n7.nodeType IN ['Region'] THEN n7.code END, [[], c11], CASE WHEN n7.nodeType IN ['Zone'] THEN n7.zoneKind END, CASE WHEN n7.nodeType IN ['Zone'] THEN n7.areaKm2 END, CASE WHEN n7.nodeType IN ['Zone'] THEN n7.nameEn END]]) AS c12 }
RETURN head(collect([n0.nodeType, n0.id, CASE WHEN n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'Measure', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source'] THEN n0.name END, CASE WHEN n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'Measure', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source'] THEN n0.aliases END, CASE WHEN n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'Measure', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source'] THEN [k2 IN range(0, size(coalesce(n0.evidenceSources, [])) - 1) | [substring(n0.evidence[k2], size(split(n0.evidence[k2], '》')[0]) + 2)]] END, CASE WHEN n0.nodeType IN ['Region', 'Zone'] THEN [[], c6] END, CASE WHEN n0.nodeType IN ['Region', 'Zone'] THEN [[], c12] END])) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value
