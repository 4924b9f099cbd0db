OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL () { OPTIONAL MATCH (:FormerId {id: $p1})-[:NOW*0..]-(x)
WITH collect(DISTINCT x.id) AS found
RETURN CASE WHEN size(found) = 0 THEN [$p1] ELSE found END AS c0 }
CALL (c0) { UNWIND c0 AS id MATCH (x:ChangedId {id: id}) UNWIND x.places AS place
WITH DISTINCT place WHERE place < $p0 RETURN count(place) AS c1 }
CALL (c0) { UNWIND c0 AS id MATCH (x:ChangedId {id: id}) UNWIND x.places AS place
WITH DISTINCT place WHERE place < $p0 AND $p4 < place
WITH place ORDER BY place LIMIT $p3
WITH place, (place % 200 + 200) % 200 AS i
MATCH (part:ChangePart {place: place - i})
WITH place, part, part.entityIds[i] AS entityId, part.told[i] AS told ORDER BY place
CALL (entityId) { OPTIONAL MATCH (:FormerId {id: entityId})-[:NOW*]->(x)
WITH entityId, collect(x.id) AS later UNWIND [entityId] + later AS id
MATCH (n2:Node {id: id}) WHERE n2:Entity WITH n2 LIMIT 1
RETURN head(collect([k IN $p2 | n2[k]])) AS c3 }
RETURN collect([[place], [place, told, entityId, c3, told, told, told, told, told]]) AS c4 }
RETURN coalesce(g.revision, 0) AS revision, {unknown: (size(c0) = 1 AND NOT EXISTS { (x:Node {id: $p1}) WHERE x.nodeType IS NOT NULL }
AND NOT EXISTS { (:ChangedId {id: $p1}) }), page: [[c1], c4]} AS value
