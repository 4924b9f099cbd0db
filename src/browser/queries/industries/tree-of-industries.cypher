// 产业树：下位产业最多的一棵 · A tree of industries: the largest
// 查其他产业：把前三行换成 MATCH (top:Industry {id: '编号'})。 For another, replace the first three lines by MATCH (top:Industry {id: '…'}).
MATCH (top:Industry)
WHERE NOT EXISTS { (top)-[:SUBCLASS_OF|SUBCLASS_OF_DATED]->() }
WITH top ORDER BY COUNT { (top)<-[:SUBCLASS_OF|SUBCLASS_OF_DATED*1..]-() } DESC, top.id LIMIT 1
MATCH tree = (:Industry)-[:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(top)
RETURN tree
