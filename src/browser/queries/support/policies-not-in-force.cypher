// 某日未生效或已失效的政策及原因 · Policies that are not in force on a day, and why
// 状态按 API 的 status 的次序。 The states are those of the API, the first that holds.
WITH $day AS day
MATCH (policy:Policy)
WITH policy, CASE
  WHEN policy.stage = 'DRAFT' THEN '征求意见 · draft'
  WHEN policy.stage = 'WITHDRAWN' THEN '已废止 · withdrawn'
  WHEN policy.startDay IS NULL THEN '起始不详 · start unknown'
  WHEN policy.startDay > day THEN '尚未施行 · pending'
  WHEN policy.repealedOnDay <= day THEN '已废止 · repealed'
  WHEN policy.supersededDay <= day THEN '已被替代 · superseded'
  WHEN policy.expiresOnDay < day THEN '已到期 · expired'
  END AS state
WHERE state IS NOT NULL
RETURN state AS 状态, policy.name AS 政策, policy.issuedOn AS 印发, policy.expiresOn AS 有效期至, policy
ORDER BY 状态, 政策
