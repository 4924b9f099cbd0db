// 数据：什么指标、哪里、何时、多少 · Observations: which indicator, where, when, how much
// bound 是数值限定（超过、约、不低于），modality 是表述性质；两者都不可略去。 Bound and modality belong to the figure.
MATCH (observation:Observation)-[:OBSERVES]->(indicator:Indicator)
RETURN indicator.name AS 指标, indicator.basis AS 口径, observation.period AS 时期, observation.printed AS 数值, observation.bound AS 数值限定, observation.modality AS 表述性质,
  [(observation)-[:OBSERVED_IN|OBSERVED_FOR|OBSERVED_ABOUT]->(about) | about.name] AS 对象
ORDER BY 指标, 时期
