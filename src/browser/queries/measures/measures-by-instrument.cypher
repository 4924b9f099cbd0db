// 各政策工具有多少措施 · Measures by instrument
MATCH (policy:Policy)-[:HAS_MEASURE]->(measure:Measure)
RETURN measure.instrument AS 政策工具, count(*) AS 措施数, count(measure.cap) AS 写明金额上限的, collect(measure.name)[..3] AS 例
ORDER BY 措施数 DESC
