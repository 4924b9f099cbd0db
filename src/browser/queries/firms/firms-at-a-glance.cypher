// 企业全景：所在、产业、产品与项目 · Firms at a glance: where they are, what they do, make and build
// 同一企业可有几处：总部、注册地、研发、生产，看关系上的 role。 A firm may be in several places, each with its role.
MATCH fact = (firm:Firm)-[]->(other:Node)
WHERE NOT other:Source AND NOT other:StatedValue
RETURN fact
LIMIT 300
