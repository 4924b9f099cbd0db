OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
RETURN coalesce(g.revision, 0) AS revision, [coalesce(g.revision, 0), coalesce(g.nodes, 0), coalesce(g.relationships, 0), $today, [coalesce(g.name, ''), coalesce(g.timeZone, 'UTC'), g.licence, coalesce(g.sources, 0)]] AS value
