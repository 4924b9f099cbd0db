// 按名称查找：名称或别名含“集成电路” · Find by name: what is called 集成电路
// 把引号里的字换成要找的名称。 Put another name between the quotes.
WITH '集成电路' AS text
MATCH (entity:Entity)
WHERE entity.name CONTAINS text OR toLower(coalesce(entity.nameEn, '')) CONTAINS toLower(text)
   OR any(alias IN entity.aliases WHERE alias CONTAINS text)
RETURN entity
ORDER BY size(entity.name)
LIMIT 50
