// 仅以新闻为依据的政策 · Policies whose only evidence is news
// 等级 OFFICIAL 官方、FILING 公告、DATASET 数据集、REPRINT 转载、NEWS 新闻、EDITORIAL 编者。 Look for an official text.
MATCH (policy:Policy)-[:CITES]->(source:Source)
WITH policy, collect(source) AS sources
WHERE all(each IN sources WHERE each.tier = 'NEWS')
RETURN policy, sources
