OPTIONAL MATCH (g:KnowledgeGraph {id: 'graph'})
RETURN coalesce(g.revision, 0) AS revision, {f0: coalesce(g.revision, 0), f1: coalesce(g.nodes, 0), f2: coalesce(g.relationships, 0), f3: $today, f4: {f0: coalesce(g.name, ''), f1: coalesce(g.timeZone, 'UTC'), f2: g.licence, f3: coalesce(g.sources, 0)}} AS value
