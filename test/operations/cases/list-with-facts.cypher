OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.nodeType IS NOT NULL
RETURN count(*) AS c1 }
CALL () { MATCH (n0:Industry) WHERE n0.id > $p2 AND n0.nodeType IS NOT NULL
WITH * ORDER BY n0.id LIMIT $p1
CALL (n0) { MATCH (n0)-[r3:SUBCLASS_OF|SUBCLASS_OF_DATED]->(n2) WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay)
WITH * ORDER BY n2.id, r3.key LIMIT $p0
RETURN collect([[r3.modality, r3.validFrom, [n2.nodeType, n2.name], [r3.evidenceSources, r3.evidence]]]) AS c7 }
RETURN collect([[n0.id], [n0.nodeType, n0.id, n0.name, [[COUNT { (n0)-[:SUBCLASS_OF]->() } + COUNT { (n0)-[r4:SUBCLASS_OF_DATED]->() WHERE (r4.fromDay IS NULL OR r4.fromDay <= $day <= r4.toDay) }, COUNT { (n0)-[:SUBCLASS_OF]->() } + COUNT { MATCH (n0)-[r6:SUBCLASS_OF_DATED]->(n5) WHERE (r6.fromDay IS NULL OR r6.fromDay <= $day <= r6.toDay) AND NOT EXISTS { (n0)-[:SUBCLASS_OF]->(n5) } RETURN DISTINCT n5 }], c7]]]) AS c8 }
RETURN coalesce(g.revision, 0) AS revision, [[c1], c8] AS value

OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { UNWIND $p0 AS id MATCH (s0:Node {id: id})
RETURN collect({id: s0.id, value: [s0.nodeType, s0.name, s0.tier]}) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [c1] AS value
