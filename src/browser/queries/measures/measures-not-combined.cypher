// 不得同享的措施 · Measures that cannot be combined
MATCH exclusion = (:Policy)-[:HAS_MEASURE]->(:Measure)-[:EXCLUDES|EXCLUDES_DATED]->(:Measure)<-[:HAS_MEASURE]-(:Policy)
RETURN exclusion
