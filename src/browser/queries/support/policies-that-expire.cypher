// 有到期日的政策，最近到期的在前 · Policies with an end, the next to expire first
// 只有来源写明有效期的政策在此；未写明的不等于长期有效。 Only those whose source names an end. Without one a policy is not "for ever".
WITH $day AS day
MATCH (policy:Policy {stage: 'ADOPTED'})
WHERE policy.expiresOn IS NOT NULL
OPTIONAL MATCH (policy)-[:HAS_MEASURE]->(measure:Measure)
RETURN policy.name AS 政策, policy.expiresOn AS 有效期至, policy.endDay < day AS 已过期, count(measure) AS 措施数, policy
ORDER BY 已过期, policy.endDay
