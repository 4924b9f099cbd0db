OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
CALL (g) { MATCH (n0:Node {id: g.home}) WHERE n0:Place
RETURN head(collect([k IN $p0 | n0[k]])) AS c1 }
RETURN coalesce(g.revision, 0) AS revision, [coalesce(g.revision, 0), coalesce(g.nodes, 0), coalesce(g.relationships, 0), $today, [coalesce(g.name, ''), coalesce(g.timeZone, 'UTC'), c1, g.licence, coalesce(g.sources, 0)]] AS value
