// 某一产业的支持政策与集群：生物医药 · Support of one industry: biomedicine
// 当日现行有效、支持该产业或其上位产业的政策，以及聚焦该产业或其下位产业的集群和所在区域。
// Policies in force that support it or a broader industry, and clusters that focus on it or a narrower one, with their places.
WITH $day AS day
MATCH (industry:Industry {id: 'industry:biomedicine'})
OPTIONAL MATCH support = (policy:Policy {stage: 'ADOPTED'})-[:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED]->(:Industry)
  <-[:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]-(industry)
WHERE policy.startDay <= day <= policy.endDay
  AND all(fact IN relationships(support) WHERE coalesce(fact.fromDay <= day AND day <= fact.toDay AND NOT fact.planned, true))
WITH day, industry, collect(DISTINCT support) AS support
OPTIONAL MATCH focus = (industry)<-[:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]-(:Industry)<-[:FOCUSES_ON|FOCUSES_ON_DATED]-(:Cluster)
  -[:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(:Place)
WHERE all(fact IN relationships(focus) WHERE coalesce(fact.fromDay <= day AND day <= fact.toDay AND NOT fact.planned, true))
RETURN industry, support, collect(DISTINCT focus) AS focus
