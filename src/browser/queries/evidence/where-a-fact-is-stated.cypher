// 每条支持关系的依据：来源、等级与网址 · Where each support is stated: source, tier and address
// 关系上的 evidenceSources 是来源编号，与 evidence 次序相同。 A relationship's evidenceSources are ids, in the order of its evidence.
MATCH (policy:Policy)-[fact:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED|SUPPORTS_CLUSTER|SUPPORTS_CLUSTER_DATED]->(supported:Entity)
MATCH (source:Source) WHERE source.id IN fact.evidenceSources
RETURN policy.name AS 政策, supported.name AS 支持, source.name AS 来源, source.tier AS 等级, source.url AS 网址
ORDER BY 政策, 支持, 来源
