// 图中有什么：各类节点数 · What is here: nodes by type
// 每个节点带其类型和所有上位标签（Policy、Entity、Node）；此处只数类型。
// A node has the label of its type and of its interfaces. This counts by type.
MATCH (n:Node)
RETURN n.nodeType AS 类型, count(*) AS 数量, collect(n.name)[..3] AS 例
ORDER BY 数量 DESC
