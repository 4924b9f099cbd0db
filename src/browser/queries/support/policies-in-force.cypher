// 某日现行有效的政策 · Policies in force on a day
// 已印发，起始日期已知且已到，未到期、未废止、未被替代。 Adopted, begun, neither expired nor repealed nor superseded.
WITH $day AS day
MATCH (policy:Policy {stage: 'ADOPTED'})
WHERE policy.startDay <= day <= policy.endDay
RETURN policy.name AS 政策, policy.number AS 文号, policy.issuedOn AS 印发, policy.effectiveFrom AS 施行, policy.expiresOn AS 有效期至, policy
ORDER BY policy.startDay DESC
