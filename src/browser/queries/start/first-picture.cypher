// 第一张图：集成电路的政策、集群与区域 · A first picture: policies, clusters and places of integrated circuits
// 政策支持产业，集群聚焦产业，集群位于区域；每条关系都有 evidence（依据）。
// Policies support an industry, clusters focus on it and are located in places. Each relationship has its evidence.
MATCH (industry:Industry {id: 'industry:integrated-circuits'})
OPTIONAL MATCH support = (:Policy)-[:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED]->(industry)
OPTIONAL MATCH focus = (:Cluster)-[:FOCUSES_ON|FOCUSES_ON_DATED]->(part:Industry)-[:SUBCLASS_OF|SUBCLASS_OF_DATED*0..2]->(industry)
OPTIONAL MATCH located = (cluster:Cluster)-[:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(:Place)
WHERE cluster IN nodes(focus)
RETURN industry, collect(DISTINCT support) AS support, collect(DISTINCT focus) AS focus, collect(DISTINCT located) AS located
