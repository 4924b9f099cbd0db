/** Lets the processes that graph tests start log in to the worker's Neo4j, as a person would: by the environment. */

import { leaseNeo4j } from './worker-neo4j.ts';

const { user, password } = await leaseNeo4j();
process.env.NEO4J_USER = user;
process.env.NEO4J_PASSWORD = password;
