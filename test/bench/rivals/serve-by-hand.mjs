/** yoga with one statement written by hand for each field. */

import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { announce, openDriver, read } from './connect.mjs';
import { PLAIN_TYPES } from './plain-types.mjs';
import { STATEMENTS } from './statements.mjs';

const driver = openDriver();
const resolvers = Object.fromEntries(
  Object.entries(STATEMENTS).map(([name, text]) => [
    name,
    async (_, parameters) => {
      const [row] = await read(driver, text, parameters);
      return row?.value;
    },
  ]),
);
const schema = createSchema({ typeDefs: PLAIN_TYPES, resolvers: { Query: resolvers } });
announce(createServer(createYoga({ schema, graphiql: false, landingPage: false, logging: false })));
