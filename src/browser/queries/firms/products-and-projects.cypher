// 产品与项目：由谁生产、由谁建设、在哪里 · Products and projects: who makes, who runs, and where
MATCH (thing:Product|Project)
OPTIONAL MATCH fact = (thing)-[:MAKES|MAKES_DATED|RUNS|RUNS_DATED|PRODUCT_BELONGS_TO|PRODUCT_BELONGS_TO_DATED|PROJECT_BELONGS_TO|PROJECT_BELONGS_TO_DATED|PROJECT_LOCATED_IN|PROJECT_LOCATED_IN_DATED]-(:Entity)
RETURN thing, collect(fact) AS facts
