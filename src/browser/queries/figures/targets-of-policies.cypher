// 政策提出的目标 · Targets that policies set
MATCH goal = (:Policy)-[:SETS_TARGET]->(:Target)-[:TARGETS]->(:Indicator)
RETURN goal
