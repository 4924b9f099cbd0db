// 图中有什么：各类关系数 · What is here: relationships by type
// 以 _DATED 结尾的是同一关系中有起止日期、或仅在计划中的事实。
// Types that end in _DATED are of the same kind. Their facts have days or are only planned.
MATCH (from:Node)-[r]->(to:Node)
RETURN type(r) AS 关系, count(*) AS 数量, head(collect(from.nodeType + ' → ' + to.nodeType)) AS 例, type(r) ENDS WITH '_DATED' AS 有日期或计划
ORDER BY 数量 DESC
