// 谁有什么称号，由谁授予 · Who holds which title, and who awarded it
MATCH title = (:Entity)-[:CLUSTER_HAS_TITLES|FIRM_HAS_TITLES]->(held:HeldTitle)
OPTIONAL MATCH award = (held)-[:AWARDED_BY|AWARDED_BY_DATED]->(:Agency)
RETURN title, award
