// 金额上限最高的措施 · Measures with the highest caps
// 金额为人民币元，cap 存作“数额 币种”。按数额排序，政策是否现行有效另列。 Amounts in 元, sorted by number, with whether the policy is in force.
WITH $day AS day
MATCH (policy:Policy)-[:HAS_MEASURE]->(measure:Measure)
WHERE measure.cap IS NOT NULL
RETURN measure.name AS 措施, measure.instrument AS 政策工具, toFloat(split(measure.cap, ' ')[0]) / 10000 AS 上限万元, measure.per AS 计算单位,
  policy.name AS 政策, coalesce(policy.stage = 'ADOPTED' AND policy.startDay <= day <= policy.endDay, false) AS 现行有效
ORDER BY 上限万元 DESC
LIMIT 50
