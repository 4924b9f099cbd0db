// 各区域的集群及其聚焦产业 · Clusters by place, with what they focus on
MATCH located = (cluster:Cluster)-[:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(:Place)
OPTIONAL MATCH focus = (cluster)-[:FOCUSES_ON|FOCUSES_ON_DATED]->(:Industry)
RETURN located, collect(focus) AS focus
