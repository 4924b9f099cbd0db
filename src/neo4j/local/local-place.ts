/** Where a local Neo4j keeps its data, and how it is reached. */

import { join, resolve } from 'node:path';
import type { Connection, Ports } from '../database.ts';

/** Where a local Neo4j lives. */
export interface LocalPlace {
  /** Holds the jars, shared by every home. */
  readonly dataFolder: string;
  /** Holds one database with its logs and configuration; `home` in the data folder by default. */
  readonly home?: string | undefined;
}

/** The name of the only user and of the only database of data. */
const NEO4J = 'neo4j';

/** The folder of the data, logs and configuration, as an absolute path. */
export function homeOf(place: LocalPlace): string {
  return resolve(place.home ?? join(place.dataFolder, 'home'));
}

/** The address of the HTTP server. */
export function httpUrlOf(ports: Ports): string {
  return `http://127.0.0.1:${ports.http}`;
}

/** How to log in over Bolt. */
export function connectionOf(ports: Ports, password: string): Connection {
  return { uri: `bolt://127.0.0.1:${ports.bolt}`, user: NEO4J, password, database: NEO4J };
}

/** Neo4j Browser with its form filled in but for the password. */
export function browserUrlOf(ports: Ports): string {
  const parameters = `dbms=neo4j://${NEO4J}@localhost:${ports.bolt}&db=${NEO4J}`;
  return `http://localhost:${ports.http}/browser/?${parameters}`;
}
