/** yoga with resolvers a field, batched by DataLoader: one statement a level. */

import { createServer } from 'node:http';
import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import { announce, openDriver, read } from './connect.mjs';
import { PLAIN_TYPES } from './plain-types.mjs';
import { STATEMENTS } from './statements.mjs';

const driver = openDriver();

/** Loads the neighbours of many nodes by one statement. */
function neighbours(text) {
  return new DataLoader(async (ids) => {
    const rows = await read(driver, text, { ids });
    const found = new Map(rows.map(({ id, list }) => [id, list]));
    return ids.map((id) => found.get(id) ?? []);
  });
}

const loaders = () => ({
  contains: neighbours(`UNWIND $ids AS id MATCH (region:Region {id: id})
CALL (region) { MATCH (region)<-[:PLAIN_WITHIN]-(place:Place) WITH place ORDER BY place.id LIMIT 10
  RETURN collect(place {.id, .name}) AS list } RETURN id, list`),
  firms: neighbours(`UNWIND $ids AS id MATCH (place:Place {id: id})
CALL (place) { MATCH (place)<-[:PLAIN_LOCATED_IN]-(firm:Firm) WITH firm ORDER BY firm.id LIMIT 10
  RETURN collect(firm {.id, .name}) AS list } RETURN id, list`),
  industries: neighbours(`UNWIND $ids AS id MATCH (firm:Firm {id: id})
CALL (firm) { MATCH (firm)-[:PLAIN_OPERATES_IN]->(industry:Industry) WITH industry ORDER BY industry.id LIMIT 5
  RETURN collect(industry {.id, .name}) AS list } RETURN id, list`),
});

const whole = (name) => async (_, parameters) => {
  const [row] = await read(driver, STATEMENTS[name], parameters);
  return row?.value;
};
const schema = createSchema({
  typeDefs: PLAIN_TYPES,
  resolvers: {
    Query: {
      nested: async (_, { id }) => {
        const [row] = await read(
          driver,
          'MATCH (region:Region {id: $id}) RETURN region {.id, .name} AS value',
          { id },
        );
        return row?.value;
      },
      point: whole('point'),
      filtered: whole('filtered'),
      page: whole('page'),
      groups: whole('groups'),
      search: whole('search'),
    },
    Region: { contains: ({ id }, _, context) => context.contains.load(id) },
    Place: { firms: ({ id }, _, context) => context.firms.load(id) },
    Firm: { industries: ({ id }, _, context) => context.industries.load(id) },
  },
});
announce(
  createServer(createYoga({ schema, context: loaders, graphiql: false, landingPage: false, logging: false })),
);
