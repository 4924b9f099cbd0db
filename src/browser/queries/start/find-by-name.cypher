// 按名称查找：名称或别名含“集成电路” · Find by name: what is called 集成电路
// 把引号内的文字换成要查找的名称。 Replace the name between the quotes.
WITH '集成电路' AS text
MATCH (entity:Entity)
WHERE entity.name CONTAINS text OR toLower(coalesce(entity.nameEn, '')) CONTAINS toLower(text)
   OR any(alias IN entity.aliases WHERE alias CONTAINS text)
RETURN entity
ORDER BY size(entity.name)
LIMIT 50
