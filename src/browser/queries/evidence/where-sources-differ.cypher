// 同一属性在不同来源里的取值，采用的在前 · What sources state of the same property, the chosen value first
// chosen 为采用的取值：先比来源的等级与阅读范围，再比发布日期。 Chosen by the tier of the source and how much of it was read, then by its date.
MATCH (entity:Entity)-[:ENTITY_HAS_STATED_VALUES]->(stated:StatedValue)
WITH entity, stated ORDER BY stated.chosen DESC, stated.value
WITH entity, stated.property AS property, collect(DISTINCT stated.value) AS values, collect(stated) AS stated
WHERE size(values) > 1
RETURN entity.name AS 名称, property AS 属性, values AS 取值, stated
ORDER BY 名称, 属性
