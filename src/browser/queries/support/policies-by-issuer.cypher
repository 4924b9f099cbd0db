// 各机关印发的政策 · Policies by issuer
MATCH (policy:Policy)-[:ISSUED_BY|ISSUED_BY_DATED]->(agency:Agency)
RETURN agency.name AS 机关, count(DISTINCT policy) AS 政策数, collect(DISTINCT policy.name)[..5] AS 例
ORDER BY 政策数 DESC
