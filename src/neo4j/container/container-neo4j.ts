/** A Neo4j in a container, where a Docker engine is all there is. */

import { createHash, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Ask, Connection, Database, Memory, Ports, Progress } from '../database.ts';
import {
  browserSettings,
  closedDoors,
  openLogin,
  RUN_SETTING,
  renderContainerEnvironment,
} from '../neo4j-config.ts';
import { resolveRelease } from '../neo4j-release.ts';
import { makePassword, passwordPath, readOrMakePassword } from '../password-file.ts';
import { makeDataFolder } from '../private-files.ts';
import { proveRun } from '../process/prove-run.ts';
import { waitUntilReady } from '../wait-until-ready.ts';
import { startContainer } from './start-container.ts';

/** How to start a Neo4j in a container. */
export interface ContainerStart {
  /** For example 5.26 or 5.26.28. */
  readonly neo4jVersion: string;
  /** Holds the password of the kept data. */
  readonly dataFolder: string;
  /** Whether the data is there again at the next start from the same data folder. */
  readonly keepData: boolean;
  readonly memory?: Memory | undefined;
  /** The ports on this machine; any where left out. */
  readonly ports?: Ports | undefined;
  /** The commands that Neo4j Browser runs on connecting. */
  readonly browserCommands?: readonly string[] | undefined;
  readonly progress: Progress;
  readonly ask: Ask;
  /** Gives the start up: the container is removed. */
  readonly signal?: AbortSignal | undefined;
}

/** Longer than on the machine itself: an engine may run it in a machine of its own. */
const READY_MILLISECONDS = 300_000;

/**
 * Starts a Neo4j in a container and waits until it answers.
 * @throws Error where no Docker engine answers, or the container does not come up; the reason of `signal` once that is
 * aborted
 */
export async function startContainerNeo4j(start: ContainerStart): Promise<Database> {
  const { image } = resolveRelease(start.neo4jVersion);
  // Loaded here so that it costs nothing where no container is wanted.
  const { getContainerRuntimeClient } = await import('testcontainers');
  await getContainerRuntimeClient().catch((cause: unknown) => {
    throw new Error('No Docker engine answers, so Neo4j cannot start in a container.', { cause });
  });
  const dataFolder = resolve(start.dataFolder);
  const runId = randomUUID();
  const password = start.keepData ? await keptPassword(dataFolder) : makePassword();
  start.progress(`Starting a container of ${image}; the first time it is fetched …`);
  const container = await startContainer(image, {
    environment: {
      ...containerEnvironment(start.memory, runId),
      ...renderContainerEnvironment(browserSettings(start.browserCommands ?? [])),
      NEO4J_AUTH: `neo4j/${password}`,
    },
    volume: start.keepData ? volumeName(dataFolder) : undefined,
    ports: start.ports,
    startupTimeout: READY_MILLISECONDS,
    signal: start.signal,
  });
  const { host, ports } = container;
  const httpUrl = `http://${host}:${ports.http}`;
  const uri = `bolt://${host}:${ports.bolt}`;
  const connection: Connection = { uri, user: 'neo4j', password, database: 'neo4j' };
  try {
    await waitUntilReady({
      httpUrl,
      prove: () => proveRun({ id: runId }, dataFolder, connection, start.ask),
      milliseconds: READY_MILLISECONDS,
      ended: container.ended,
      signal: start.signal,
    });
  } catch (error) {
    await container.remove();
    start.signal?.throwIfAborted();
    throw new Error(`The container of ${image} came up, but Neo4j in it did not answer.`, { cause: error });
  }
  return {
    kind: 'container',
    ...connection,
    browserUrl: `${httpUrl}/browser/?dbms=bolt://neo4j@${host}:${ports.bolt}&db=neo4j`,
    runsBrowserCommands: (start.browserCommands ?? []).length > 0,
    ports,
    passwordFile: start.keepData ? passwordPath({ dataFolder }) : undefined,
    ended: container.ended,
    close: () => container.remove(),
  };
}

/** The settings of the container, as the image reads them; without the password. */
export function containerEnvironment(memory: Memory | undefined, runId: string): Record<string, string> {
  return renderContainerEnvironment({
    ...closedDoors,
    ...openLogin,
    [RUN_SETTING]: `-Dkg.run=${runId}`,
    'server.memory.heap.initial_size': memory?.heap ?? '512m',
    'server.memory.heap.max_size': memory?.heap ?? '512m',
    'server.memory.pagecache.size': memory?.pageCache ?? '256m',
  });
}

function volumeName(dataFolder: string): string {
  return `kg-neo4j-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`;
}

async function keptPassword(dataFolder: string): Promise<string> {
  // Kept data keeps the password that it was made with.
  await makeDataFolder(dataFolder);
  return (await readOrMakePassword({ dataFolder })).password;
}
