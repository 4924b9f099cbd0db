OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.nodeType IS NOT NULL
RETURN count(*) AS c1 }
CALL () { MATCH (n0:Industry) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
CALL (n0) { MATCH (n0)-[r3:SUBCLASS_OF|SUBCLASS_OF_DATED]->(n2) WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay)
WITH * ORDER BY n2.id, r3.key LIMIT $p0
CALL (r3) { UNWIND range(0, size(coalesce(r3.evidenceSources, [])) - 1) AS k7
MATCH (s8:Node {id: r3.evidenceSources[k7]})
WITH r3, k7, s8 ORDER BY k7
RETURN collect([substring(r3.evidence[k7], size(split(r3.evidence[k7], '》')[0]) + 2), [s8.nodeType, s8.name, s8.tier]]) AS c9 }
RETURN collect([[r3.modality, r3.validFrom, [n2.nodeType, n2.name], c9]]) AS c10 }
RETURN collect([[n0.id], [n0.nodeType, n0.id, n0.name, [[COUNT { (n0)-[:SUBCLASS_OF]->() } + COUNT { (n0)-[r4:SUBCLASS_OF_DATED]->() WHERE (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay) }, COUNT { (n0)-[:SUBCLASS_OF]->() } + COUNT { MATCH (n0)-[r6:SUBCLASS_OF_DATED]->(n5) WHERE (r6.fromDay IS NULL OR r6.fromDay <= $day <= r6.toDay) AND NOT EXISTS { (n0)-[:SUBCLASS_OF]->(n5) } RETURN DISTINCT n5 }], c10]]]) AS c11 }
RETURN coalesce(g.revision, 0) AS revision, [[c1], c11] AS value
