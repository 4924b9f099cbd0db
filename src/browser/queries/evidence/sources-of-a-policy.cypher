// 一项政策依据哪些来源 · The sources of one policy
// CITES 由实体引向它所依据的来源；每条事实的位置在 evidence 里。先取来源最多的政策。
// CITES leads from an entity to its sources. The location in them is in evidence. Shows the policy with most sources.
MATCH (policy:Policy)
WITH policy ORDER BY COUNT { (policy)-[:CITES]->() } DESC, policy.id LIMIT 1
MATCH cites = (policy)-[:CITES]->(:Source)
RETURN cites
