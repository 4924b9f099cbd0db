// 适用某一产业的措施：集成电路 · Measures for an industry: integrated circuits
// 措施自己写明产业的按其产业，否则按政策支持的产业，含上位产业。 A measure's own industries where it names any, else those of its policy. Broader industries count.
WITH $day AS day
MATCH (industry:Industry {id: 'industry:integrated-circuits'})-[:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(broader:Industry)
WITH day, collect(broader) AS industries
MATCH (policy:Policy {stage: 'ADOPTED'})-[has:HAS_MEASURE]->(measure:Measure)
WHERE policy.startDay <= day <= policy.endDay
OPTIONAL MATCH (measure)-[own:MEASURE_SUPPORTS|MEASURE_SUPPORTS_DATED]->(named:Industry)
WHERE coalesce(own.fromDay <= day AND day <= own.toDay AND NOT own.planned, true)
WITH day, industries, policy, has, measure, collect(own) AS ownFacts, collect(named) AS ownIndustries
OPTIONAL MATCH (policy)-[supports:SUPPORTS_INDUSTRY|SUPPORTS_INDUSTRY_DATED]->(supported:Industry)
WHERE supported IN industries AND coalesce(supports.fromDay <= day AND day <= supports.toDay AND NOT supports.planned, true)
WITH policy, has, measure, ownFacts, ownIndustries, industries, collect(supports) AS policyFacts, collect(supported) AS policyIndustries
WHERE any(each IN ownIndustries WHERE each IN industries) OR (ownIndustries = [] AND policyIndustries <> [])
RETURN policy, has, measure, CASE WHEN ownIndustries = [] THEN policyFacts ELSE ownFacts END AS facts,
  CASE WHEN ownIndustries = [] THEN policyIndustries ELSE ownIndustries END AS industries
