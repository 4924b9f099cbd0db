/** Lets the processes that graph tests start log in to the run's Neo4j, as a person would: by the environment. */

import { workerNeo4j } from './worker-neo4j.ts';

const { user, password } = workerNeo4j();
process.env.NEO4J_USER = user;
process.env.NEO4J_PASSWORD = password;
