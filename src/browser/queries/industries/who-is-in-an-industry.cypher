// 某一产业里有谁：人工智能的集群、园区、企业、产品与项目 · Who is in an industry: clusters, zones, firms, products and projects of AI
// 含下位产业；没有企业不等于没有这样的企业，只是尚未收录。 Narrower industries count. None on record is not "none".
MATCH below = (part:Industry)-[:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(:Industry {id: 'industry:artificial-intelligence'})
OPTIONAL MATCH member = (part)<-[:FOCUSES_ON|FOCUSES_ON_DATED|SPECIALISES_IN|SPECIALISES_IN_DATED|OPERATES_IN|OPERATES_IN_DATED|PRODUCT_BELONGS_TO|PRODUCT_BELONGS_TO_DATED|PROJECT_BELONGS_TO|PROJECT_BELONGS_TO_DATED]-(:Entity)
RETURN below, collect(member) AS members
