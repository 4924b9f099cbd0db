// 主要问题：某日哪些政策支持哪些集群，在哪里 · The main question: which policies support which clusters, and where, on a day
// 列出“全部”（WHOLE）的答案：政策当日现行有效；集群聚焦的产业是政策支持的产业或其下位产业，或政策点名支持该集群；集群所在区域是政策适用地区或全部位于其中。
// 未列出：只部分（PART）覆盖产业或区域的答案；仅在计划中的事实；起始日期不详的政策；按单项措施自身的产业与地区得出的答案。这些由 API 的 support 回答。
// Lists answers that hold as a WHOLE: the policy is in force, the cluster's industry is in one that the policy supports (or the policy names the cluster), and its place lies wholly where the policy applies.
// Leaves out: answers that cover an industry or a place only in PART, planned facts, policies without a known start, and answers by a measure's own industries and places. The API's support has them all.
WITH $day AS day
// 一 当日现行有效的政策 · Policies in force that day
MATCH (policy:Policy {stage: 'ADOPTED'})
WHERE policy.startDay <= day <= policy.endDay
// 二 它支持的集群 · The clusters that it supports
CALL (policy, day) {
  // 按产业：由政策支持的产业向下 · By industry: down from the one that the policy supports
  MATCH way = (policy)-[:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED]->(:Industry)
    <-[:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]-(:Industry)<-[:FOCUSES_ON|FOCUSES_ON_DATED]-(cluster:Cluster)
  RETURN cluster, way
UNION
  // 点名支持 · By name
  MATCH way = (policy)-[:SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(cluster:Cluster)
  RETURN cluster, way
UNION
  // 支持所有产业：每个产业都属于它 · All industries: every industry is in that one
  MATCH way = (policy)-[:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED]->(:Industry {id: 'industry:all'})
  MATCH (cluster:Cluster)-[focus:FOCUSES_ON|FOCUSES_ON_DATED]->(:Industry)
  WHERE coalesce(focus.fromDay <= day AND day <= focus.toDay AND NOT focus.planned, true)
  RETURN cluster, way
}
// 三 集群所在区域，向上到政策适用的地区 · The cluster's place, up to where the policy applies
MATCH reach = (cluster)-[:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(place:Place)
  -[:WITHIN|WITHIN_DATED*0..]->(:Place)<-[:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED]-(policy)
// 四 每条事实当日成立，不是计划，也不是部分位于 · Each fact holds that day, is not a plan, and not only in part
WHERE all(fact IN relationships(way) + relationships(reach) WHERE
  coalesce(fact.fromDay <= day AND day <= fact.toDay AND NOT fact.planned, true)
  AND coalesce(fact.extent, 'WHOLE') = 'WHOLE')
RETURN policy.name AS 政策, cluster.name AS 集群, place.name AS 区域,
  [policy.id, cluster.id, place.id] AS 编号, collect(DISTINCT way) + collect(DISTINCT reach) AS 依据
ORDER BY 政策, 集群, 区域
