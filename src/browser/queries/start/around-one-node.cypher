// 一个节点及其相邻节点 · Around one node
// 默认取关联最多的园区。查其他节点：把前两行换成 MATCH (center:Node {id: '编号'})，编号在节点面板里。
// Shows the zone with most facts. For another node, replace the first two lines by MATCH (center:Node {id: '…'}).
MATCH (center:Zone)
WITH center ORDER BY COUNT { (center)--() } DESC, center.id LIMIT 1
OPTIONAL MATCH neighbourhood = (center)-[]-(:Node)
RETURN center, collect(neighbourhood)[..100] AS neighbourhood
