// 目标与同一指标的数据 · Targets, and what was observed of the same indicator
// 口径相同才可比：此处只按指标、区域、产业完全相同相配，不判断进度。API 的 progress 判断。 Matched by the same indicator, place and industry. Whether a target is met is for the API's progress.
MATCH (policy:Policy)-[:SETS_TARGET]->(target:Target)-[:TARGETS]->(indicator:Indicator)
OPTIONAL MATCH (indicator)<-[:OBSERVES]-(observation:Observation)
WHERE [(observation)-[:OBSERVED_IN]->(place) | place.id] = [(target)-[:TARGETED_IN]->(place) | place.id]
  AND [(observation)-[:OBSERVED_FOR]->(industry) | industry.id] = [(target)-[:TARGETED_FOR]->(industry) | industry.id]
  AND NOT EXISTS { (observation)-[:OBSERVED_ABOUT]->() }
RETURN indicator.name AS 指标, target.printed AS 目标, target.due AS 期限, target.modality AS 表述性质, policy.name AS 政策,
  collect(observation.period + '：' + observation.printed) AS 数据, [(target)-[:TARGETED_IN|TARGETED_FOR]->(about) | about.name] AS 区域与产业
ORDER BY 指标, 期限
