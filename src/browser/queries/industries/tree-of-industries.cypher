// 产业树：下位产业最多的一棵 · A tree of industries: the largest
// 看另一棵：把前三行换成 MATCH (top:Industry {id: '编号'})。 For another, put MATCH (top:Industry {id: '…'}) for the first three lines.
MATCH (top:Industry)
WHERE NOT EXISTS { (top)-[:SUBCLASS_OF|SUBCLASS_OF_DATED]->() }
WITH top ORDER BY COUNT { (top)<-[:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]-() } DESC, top.id LIMIT 1
MATCH tree = (:Industry)-[:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(top)
RETURN tree
