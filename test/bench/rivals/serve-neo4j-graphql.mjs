/** @neo4j/graphql in yoga, over the plain copy of the facts. */

import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import { announce, openDriver } from './connect.mjs';

const typeDefs = `
  type Industry @node { id: ID! name: String! }
  type Firm @node {
    id: ID! name: String! nameEn: String foundedOn: String smeSize: String
    industries: [Industry!]! @relationship(type: "PLAIN_OPERATES_IN", direction: OUT)
    places: [Place!]! @relationship(type: "PLAIN_LOCATED_IN", direction: OUT)
  }
  type Place @node { id: ID! name: String! firms: [Firm!]! @relationship(type: "PLAIN_LOCATED_IN", direction: IN) }
  type Region @node { id: ID! name: String! contains: [Place!]! @relationship(type: "PLAIN_WITHIN", direction: IN) }`;

const schema = await new Neo4jGraphQL({ typeDefs, driver: openDriver() }).getSchema();
announce(createServer(createYoga({ schema, graphiql: false, landingPage: false, logging: false })));
