/** Lets the processes that graph tests start log in to the run's Neo4j, as a person would: by the environment. */

import { inject } from 'vitest';

const { user, password } = inject('neo4j');
process.env.NEO4J_USER = user;
process.env.NEO4J_PASSWORD = password;
