// 一项政策：发文机关、支持产业、适用地区、措施与目标 · One policy: issuer, industries, places, measures and targets
// 默认取关联最多的政策。查其他政策：把前两行换成 MATCH (policy:Policy {id: '编号'})。
// Shows the policy with most facts. For another, replace the first two lines by MATCH (policy:Policy {id: '…'}).
MATCH (policy:Policy)
WITH policy ORDER BY COUNT { (policy)-[:!DERIVED_SUPPORT]-() } DESC, policy.id LIMIT 1
OPTIONAL MATCH fact = (policy)-[:!DERIVED_SUPPORT]->(other:Node)
WHERE NOT other:Source AND NOT other:StatedValue
OPTIONAL MATCH counted = (other)-[:TARGETS]->(:Indicator)
RETURN policy, collect(fact) AS facts, collect(counted) AS counted
