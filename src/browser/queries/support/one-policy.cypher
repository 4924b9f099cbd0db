// 一项政策：发文机关、支持产业、适用地区、措施与目标 · One policy: issuer, industries, places, measures and targets
// 先取关联最多的政策。看另一项：把前两行换成 MATCH (policy:Policy {id: '编号'})。
// Begins with the policy that has most facts. For another, put MATCH (policy:Policy {id: '…'}) for the first two lines.
MATCH (policy:Policy)
WITH policy ORDER BY COUNT { (policy)--() } DESC, policy.id LIMIT 1
OPTIONAL MATCH fact = (policy)-[]->(other:Node)
WHERE NOT other:Source AND NOT other:StatedValue
OPTIONAL MATCH counted = (other)-[:TARGETS]->(:Indicator)
RETURN policy, collect(fact) AS facts, collect(counted) AS counted
