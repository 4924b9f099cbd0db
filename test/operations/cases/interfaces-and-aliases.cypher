OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Node {id: $p0}) WHERE n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'KnownNone', 'Measure', 'Observation', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source', 'Target']
CALL (n0) { MATCH (n0)<-[r3:WITHIN|WITHIN_DATED]-(n2) WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay)
WITH * ORDER BY n2.id, r3.key LIMIT $p1
RETURN collect([[n2.nodeType, n2.id]]) AS c4 }
CALL (n0) { MATCH (n0)<-[r6:WITHIN|WITHIN_DATED]-(n5) WHERE (r6.fromDay IS NULL OR r6.fromDay <= $day <= r6.toDay)
WITH * ORDER BY n5.id, r6.key LIMIT $p3
CALL (n5) { MATCH (n5)-[r8:WITHIN|WITHIN_DATED]->(n7) WHERE (r8.fromDay IS NULL OR r8.fromDay <= $day <= r8.toDay)
WITH * ORDER BY n7.id, r8.key LIMIT $p2
RETURN collect([[r8.extent, [n7.nodeType, n7.name]]]) AS c9 }
RETURN collect([[n5.nodeType, n5.name, CASE WHEN n5.nodeType IN ['Region'] THEN n5.level END, CASE WHEN n5.nodeType IN ['Region'] THEN n5.code END, [[], c9], CASE WHEN n5.nodeType IN ['Zone'] THEN n5.zoneKind END, CASE WHEN n5.nodeType IN ['Zone'] THEN n5.areaKm2 END, CASE WHEN n5.nodeType IN ['Zone'] THEN n5.nameEn END]]) AS c10 }
RETURN head(collect([n0.nodeType, n0.id, CASE WHEN n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'Measure', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source'] THEN n0.name END, CASE WHEN n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'Measure', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source'] THEN n0.aliases END, CASE WHEN n0.nodeType IN ['Agency', 'Cluster', 'Firm', 'Indicator', 'Industry', 'Measure', 'Region', 'Zone', 'Policy', 'Product', 'Project', 'Source'] THEN [n0.evidenceSources, n0.evidence] END, CASE WHEN n0.nodeType IN ['Region', 'Zone'] THEN [[], c4] END, CASE WHEN n0.nodeType IN ['Region', 'Zone'] THEN [[], c10] END])) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, c1 AS value
