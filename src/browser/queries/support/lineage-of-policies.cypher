// 政策沿革：替代、依据与落实 · How policies are related: superseded, based on, implemented
MATCH lineage = (:Policy)-[:SUPERSEDES|BASED_ON|IMPLEMENTS]->(:Policy)
RETURN lineage
