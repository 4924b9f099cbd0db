/** Which Neo4j to use: a given one, a local one, one in a container, in this order. */

import { type Database, NoDatabaseError } from './database.ts';
import type { Java } from './probe-machine.ts';

/** What can be found out before choosing; each is asked only when the choice comes to it. */
export interface DatabaseProbes {
  /** NEO4J_URI. */
  readonly givenUri: string | undefined;
  /** Whether a local Neo4j already runs in the data folder. */
  readonly localRunning: () => Promise<boolean>;
  readonly java: () => Promise<Java | undefined>;
  /** Whether Neo4j's jars can be had: Maven is here, or has brought them before. */
  readonly maven: () => Promise<boolean>;
  /** Whether a Docker engine answers. */
  readonly docker: () => Promise<boolean>;
  /** The oldest Java that the wanted Neo4j runs on. */
  readonly javaAtLeast: number;
}

/**
 * The kind of database to use.
 * @throws NoDatabaseError where there is no way to any
 */
export async function chooseDatabase(probes: DatabaseProbes): Promise<Database['kind']> {
  if (probes.givenUri) return 'given';
  if (await probes.localRunning()) return 'local';

  const [java, maven] = await Promise.all([probes.java(), probes.maven()]);
  const javaFits = java !== undefined && java.major >= probes.javaAtLeast;
  if (javaFits && maven) return 'local';

  if (await probes.docker()) return 'container';

  const lacks = [
    java === undefined ? 'no Java was found' : javaFits ? undefined : `Java ${java.version} is too old`,
    maven ? undefined : 'Maven (mvn) was not found',
  ];
  throw new NoDatabaseError(
    {
      uri: 'it is not set',
      java: lacks.filter((lack) => lack !== undefined).join(' and '),
      docker: 'none answers',
    },
    probes.javaAtLeast,
  );
}
