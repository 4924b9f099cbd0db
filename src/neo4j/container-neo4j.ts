/** A Neo4j in a container, where a Docker engine is all there is. */

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Ask, Connection, Database, Memory, Progress } from './database.ts';
import { closedDoors, renderContainerEnvironment } from './neo4j-config.ts';
import { resolveRelease } from './neo4j-release.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** How to start a Neo4j in a container. */
export interface ContainerStart {
  /** For example 5.26 or 5.26.28. */
  readonly neo4jVersion: string;
  /** Holds the password of the kept data. */
  readonly dataFolder: string;
  /** Whether the data is there again at the next start from the same data folder. */
  readonly keepData: boolean;
  readonly memory?: Memory | undefined;
  readonly progress: Progress;
  readonly ask: Ask;
}

/** Longer than on the machine itself: an engine may run it in a machine of its own. */
const READY_MILLISECONDS = 300_000;

/**
 * Starts a Neo4j in a container and waits until it answers.
 * @throws Error where no Docker engine answers, or the container does not come up
 */
export async function startContainerNeo4j(start: ContainerStart): Promise<Database> {
  const { image } = resolveRelease(start.neo4jVersion);
  // Loaded here so that it costs nothing where no container is wanted.
  const { getContainerRuntimeClient, Wait } = await import('testcontainers');
  const { BoundContainer } = await import('./bound-container.ts');
  await getContainerRuntimeClient().catch((cause: unknown) => {
    throw new Error('No Docker engine answers, so Neo4j cannot start in a container.', { cause });
  });
  const dataFolder = resolve(start.dataFolder);
  // A page in a browser reaches the ports of this machine, and an engine elsewhere opens them to its network.
  const password = start.keepData ? await readOrMakePassword(dataFolder) : makePassword();
  start.progress(`Starting a container of ${image}; the first time it is fetched …`);
  const template = new BoundContainer(image)
    .withExposedPorts(7687, 7474)
    .withEnvironment({ ...containerEnvironment(start.memory), NEO4J_AUTH: `neo4j/${password}` })
    .withWaitStrategy(Wait.forListeningPorts())
    .withStartupTimeout(READY_MILLISECONDS);
  if (start.keepData)
    template.withBindMounts([{ source: volumeName(dataFolder), target: '/data', mode: 'rw' }]);

  const container = await template.start();
  const host = container.getHost();
  const httpUrl = `http://${host}:${container.getMappedPort(7474)}`;
  const uri = `bolt://${host}:${container.getMappedPort(7687)}`;
  const connection: Connection = { uri, user: 'neo4j', password, database: 'neo4j' };
  try {
    await waitUntilReady({
      httpUrl,
      connection,
      ask: start.ask,
      milliseconds: READY_MILLISECONDS,
      // Not to be known from here; the time limit stands in for it.
      ended: new Promise(() => undefined),
    });
  } catch (error) {
    await container.stop();
    throw new Error(`The container of ${image} came up, but Neo4j in it did not answer.`, { cause: error });
  }
  if (start.keepData) {
    start.progress(`Neo4j Browser asks for the password of neo4j: it is in ${passwordPath(dataFolder)}.`);
  }
  return {
    kind: 'container',
    ...connection,
    browserUrl: `${httpUrl}/browser/?dbms=${uri}&db=neo4j`,
    async close() {
      await container.stop();
    },
  };
}

/** The settings of the container, as the image reads them; without the password. */
export function containerEnvironment(memory?: Memory): Record<string, string> {
  return renderContainerEnvironment({
    ...closedDoors,
    'server.memory.heap.initial_size': memory?.heap ?? '512m',
    'server.memory.heap.max_size': memory?.heap ?? '512m',
    'server.memory.pagecache.size': memory?.pageCache ?? '256m',
  });
}

function volumeName(dataFolder: string): string {
  return `kg-neo4j-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`;
}

function passwordPath(dataFolder: string): string {
  return join(dataFolder, 'container-password');
}

async function readOrMakePassword(dataFolder: string): Promise<string> {
  // Kept data keeps the password that it was made with.
  const file = passwordPath(dataFolder);
  await mkdir(dataFolder, { recursive: true });
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  const password = makePassword();
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
