// 哪些实体依据同一来源：引用最多的十个来源 · Records that cite a source: the ten most cited
MATCH (entity:Entity)-[:CITES]->(source:Source)
WITH source, count(DISTINCT entity) AS cited, collect(DISTINCT entity.name)[..5] AS examples
RETURN source.name AS 来源, source.tier AS 等级, source.publishedOn AS 发布, cited AS 引用实体数, examples AS 例
ORDER BY 引用实体数 DESC
LIMIT 10
