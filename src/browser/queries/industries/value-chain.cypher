// 产业链：各环节之间的配套 · Chains: which segment supplies which
// 环节的上中下游在 chainStage 里。 chainStage is the position of a segment in its chain.
MATCH chain = (:Industry)-[:FEEDS|FEEDS_DATED]->(:Industry)
RETURN chain
