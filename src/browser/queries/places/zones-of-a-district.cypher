// 一个区的园区及其主导产业 · Zones of a district and what they specialise in
// 默认取园区最多的区。查其他区：把前两行换成 MATCH (district:Region {id: '编号'})。
// Shows the district with most zones. For another, replace the first two lines by MATCH (district:Region {id: '…'}).
MATCH (district:Region {level: 'DISTRICT'})
WITH district ORDER BY COUNT { (district)<-[:WITHIN|WITHIN_DATED*1..]-(:Zone) } DESC, district.id LIMIT 1
MATCH inside = (zone:Zone)-[:WITHIN|WITHIN_DATED*1..]->(district)
OPTIONAL MATCH speciality = (zone)-[:SPECIALISES_IN|SPECIALISES_IN_DATED]->(:Industry)
RETURN inside, collect(speciality) AS specialities
