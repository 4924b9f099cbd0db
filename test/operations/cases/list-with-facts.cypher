OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { MATCH (n0:Industry) WHERE n0.id > $p2 AND n0.hash IS NOT NULL
WITH n0 ORDER BY n0.id LIMIT $p1
CALL (n0) { MATCH (n0)-[r2:SUBCLASS_OF|SUBCLASS_OF_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay)
WITH n1, r2 ORDER BY n1.id, r2.key LIMIT $p0
CALL (r2) { UNWIND range(0, size(coalesce(r2.evidenceSources, [])) - 1) AS k4
MATCH (s5:Node {id: r2.evidenceSources[k4]})
WITH r2, k4, s5 ORDER BY k4
RETURN collect({f0: r2.evidenceLocators[k4], f1: {t: s5.nodeType, f0: s5.name, f1: s5.tier}}) AS c6 }
RETURN collect({k: [n1.id, r2.key], e: {f0: r2.modality, f1: r2.validFrom, f2: {t: n1.nodeType, f0: n1.name}, f3: c6}}) AS c7 }
RETURN collect({k: [n0.id], n: {t: n0.nodeType, f0: n0.id, f1: n0.name, f2: {x: {f0: COUNT { (n0)-[:SUBCLASS_OF]->() } + COUNT { (n0)-[r3:SUBCLASS_OF_DATED]->() WHERE (r3.fromDay IS NULL OR r3.fromDay <= $day <= r3.toDay) }, f1: COUNT { MATCH (n0)-[r2:SUBCLASS_OF|SUBCLASS_OF_DATED]->(n1) WHERE (r2.fromDay IS NULL OR r2.fromDay <= $day <= r2.toDay) RETURN DISTINCT n1 }}, rows: c7}}}) AS c8 }
RETURN coalesce(g.revision, 0) AS revision, {x: {f0: COUNT { MATCH (n0:Industry) WHERE n0.hash IS NOT NULL }}, rows: c8} AS value
