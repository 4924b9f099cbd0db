// 支持政策最多的产业 · Industries that most policies name
// 只数政策自己写明的产业，不含上下位。 Counts what policies name themselves, nothing above or below.
WITH $day AS day
MATCH (policy:Policy {stage: 'ADOPTED'})-[r:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED]->(industry:Industry)
WHERE policy.startDay <= day <= policy.endDay AND coalesce(r.fromDay <= day AND day <= r.toDay AND NOT r.planned, true)
RETURN industry.name AS 产业, count(DISTINCT policy) AS 政策数, collect(DISTINCT policy.name)[..3] AS 例
ORDER BY 政策数 DESC, 产业
