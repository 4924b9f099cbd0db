// 仅在计划或力争中的事实 · Facts that are only planned or aimed for
// 它们不计入现行答案；planned 为 true，modality 为 PLANNED 或 AIMED_FOR。 They count in no answer about today.
MATCH plan = (from:Node)-[fact]->(to:Node)
WHERE fact.planned
RETURN plan
