// 一个区的园区及其主导产业 · Zones of a district and what they specialise in
// 先取园区最多的区。看别处：把前两行换成 MATCH (district:Region {id: '编号'})。
// Begins with the district that has most zones. For another, put MATCH (district:Region {id: '…'}) for the first two lines.
MATCH (district:Region {level: 'DISTRICT'})
WITH district ORDER BY COUNT { (district)<-[:WITHIN|WITHIN_DATED*1..]-(:Zone) } DESC, district.id LIMIT 1
MATCH inside = (zone:Zone)-[:WITHIN|WITHIN_DATED*1..]->(district)
OPTIONAL MATCH speciality = (zone)-[:SPECIALISES_IN|SPECIALISES_IN_DATED]->(:Industry)
RETURN inside, collect(speciality) AS specialities
