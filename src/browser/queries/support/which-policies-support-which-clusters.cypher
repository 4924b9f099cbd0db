// 主要问题：某日哪些政策支持哪些集群，在哪里 · The main question: which policies support which clusters, and where, on a day
// DERIVED_SUPPORT 由规则推得，与 API 的 support 的答案相同；范围 WHOLE 为全部、PART 为部分。仅在计划中的事实不计。数量过多时不生成，请用 API。
// 某个答案的依据：用 API 的 because，或打开该答案的 browserUrl。
// DERIVED_SUPPORT follows from the facts by the rules, and is what support of the API answers, in WHOLE or in PART. Planned facts do not count.
// Where there would be too many, none is kept: ask the API. For the facts behind an answer, ask it for because, or open the browserUrl of the answer.
WITH $day AS day
MATCH (policy:Policy)-[support:DERIVED_SUPPORT]->(cluster:Cluster), (place:Place {id: support.place})
WHERE support.fromDay <= day <= support.toDay
RETURN policy.name AS 政策, cluster.name AS 集群, place.name AS 区域, support.scope AS 范围, [policy.id, cluster.id, place.id] AS 编号, policy, support, cluster, place
