// 一个节点的四周 · Around one node
// 先取关联最多的园区。看别的节点：把前两行换成 MATCH (center:Node {id: '编号'})，编号在节点面板里。
// Begins with the zone that has most facts. For another node, put MATCH (center:Node {id: '…'}) for the first two lines.
MATCH (center:Zone)
WITH center ORDER BY COUNT { (center)--() } DESC, center.id LIMIT 1
OPTIONAL MATCH neighbourhood = (center)-[]-(:Node)
RETURN center, collect(neighbourhood)[..100] AS neighbourhood
