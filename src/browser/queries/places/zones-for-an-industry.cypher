// 以某一产业为主导的园区：生物医药 · Zones that specialise in an industry: biomedicine
// 含下位产业。 Narrower industries count.
MATCH speciality = (zone:Zone)-[:SPECIALISES_IN|SPECIALISES_IN_DATED]->(:Industry)-[:SUBCLASS_OF|SUBCLASS_OF_DATED*0..]->(:Industry {id: 'industry:biomedicine'})
OPTIONAL MATCH inside = (zone)-[:WITHIN|WITHIN_DATED]->(:Place)
RETURN collect(DISTINCT speciality) AS specialities, collect(DISTINCT inside) AS inside
