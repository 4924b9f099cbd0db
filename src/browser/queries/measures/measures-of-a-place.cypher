// 一个区域适用的措施 · Measures that apply in a place
// 由政策的适用地区得出，含上级区域（仅全部位于）。默认取适用政策最多的园区；查其他区域：把第二、三行换成 MATCH (place:Place {id: '编号'})。
// By the places where policies apply, including the places that it lies wholly within. Shows the zone that most policies name. For another place, replace the second and third line by MATCH (place:Place {id: '…'}).
WITH $day AS day
MATCH (place:Zone)
WITH day, place ORDER BY COUNT { (place)<-[:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED]-() } DESC, place.id LIMIT 1
MATCH reach = (place)-[:WITHIN|WITHIN_DATED*0..]->(:Place)<-[:POLICY_APPLIES_IN|POLICY_APPLIES_IN_DATED]-(policy:Policy {stage: 'ADOPTED'})
WHERE policy.startDay <= day <= policy.endDay
  AND all(fact IN relationships(reach) WHERE coalesce(fact.fromDay <= day AND day <= fact.toDay AND NOT fact.planned, true)
    AND coalesce(fact.extent, 'WHOLE') = 'WHOLE')
MATCH offer = (policy)-[:HAS_MEASURE]->(:Measure)
RETURN reach, offer
