/** A Neo4j of our own on this machine: start, stop, and how it stands. */

import { join, resolve } from 'node:path';
import type { Ask, Connection, Environment, Memory, Ports, Progress } from './database.ts';
import { findFreePort } from './find-free-port.ts';
import { installJars } from './install-jars.ts';
import { launchJava, lostItsPort, readFailure } from './launch-java.ts';
import { type Neo4jRelease, resolveRelease } from './neo4j-release.ts';
import { type Java, requireJava } from './probe-machine.ts';
import { endProcess, readProcessMark, waitForEnd } from './process-mark.ts';
import {
  claimRunFile,
  type LocalRun,
  type RunState,
  readRunFile,
  readRunState,
  removeRunFile,
  updateRunFile,
} from './run-file.ts';
import type { SupervisedProcess } from './supervised-process.ts';
import { answersHttp, waitUntilReady } from './wait-until-ready.ts';

/** Where a local Neo4j lives. */
export interface LocalPlace {
  /** Holds the jars, shared by every home. */
  readonly dataFolder: string;
  /** Holds one database with its logs and configuration; `home` in the data folder by default. */
  readonly home?: string | undefined;
}

/** How to start a local Neo4j. */
export interface LocalStart extends LocalPlace {
  /** For example 5.26 or 5.26.28. */
  readonly neo4jVersion: string;
  readonly env: Environment;
  readonly progress: Progress;
  readonly ask: Ask;
  /** Whether it is to outlive this process, until it is stopped. */
  readonly keep: boolean;
  /** 512m of heap and 256m of page cache by default. */
  readonly memory?: Memory | undefined;
  /** Taken where they are free; 7687 and 7474 by default, 0 for any. */
  readonly ports?: Ports | undefined;
}

/** How the Neo4j of a home folder stands. */
export interface LocalStatus {
  readonly state: RunState;
  /** Whether it answers; a Neo4j that runs may still be busy opening its database. */
  readonly answers: boolean;
  readonly dataFolder: string;
  readonly home: string;
  /** Undefined when stopped, as all below. */
  readonly connection: Connection | undefined;
  readonly browserUrl: string | undefined;
  readonly httpUrl: string | undefined;
  readonly version: string | undefined;
  readonly pid: number | undefined;
  /** The process that it ends with; undefined for one that stays until it is stopped. */
  readonly ownerPid: number | undefined;
}

/** A local Neo4j that answers. */
export interface LocalNeo4j {
  readonly status: LocalStatus;
  /** Ends it, unless it is to outlive this process. */
  close(): Promise<void>;
}

const DEFAULT_MEMORY: Memory = { heap: '512m', pageCache: '256m' };
const DEFAULT_PORTS: Ports = { bolt: 7687, http: 7474 };
const READY_MILLISECONDS = 120_000;
const LAUNCHES = 3;

/** How the local Neo4j of a place stands, by its run file, its process and its answer. */
export async function readLocalStatus(place: LocalPlace): Promise<LocalStatus> {
  const run = await readRunFile(homeOf(place));
  return describeRun(place, run, await readRunState(run));
}

/**
 * Starts a local Neo4j, fetching it where it is not here, and waits until it answers.
 * @throws Error that names the one that already runs there, or says what went wrong and what to do
 */
export async function startLocalNeo4j(start: LocalStart): Promise<LocalNeo4j> {
  const release = resolveRelease(start.neo4jVersion);
  const home = homeOf(start);
  const java = await requireJava(release, start.env);
  const owner = await readProcessMark(process.pid);
  const claim: LocalRun = {
    owner,
    java: undefined,
    ready: false,
    version: release.version,
    ports: start.ports ?? DEFAULT_PORTS,
  };
  await waitForPredecessor(home, start.progress);
  if (!(await claimRunFile(home, claim))) throw await alreadyThere(start);
  try {
    const { run, supervised } = await launchUntilReady(start, release, java, claim);
    const settled: LocalRun = { ...run, ready: true, owner: start.keep ? undefined : owner };
    if (start.keep) await supervised.keep();
    else supervised.unref();
    await updateRunFile(home, settled);
    return {
      status: await describeRun(start, settled, 'running'),
      async close() {
        if (start.keep) return;
        await end(supervised);
        await removeRunFile(home);
      },
    };
  } catch (error) {
    await removeRunFile(home);
    throw error;
  }
}

/**
 * Stops the local Neo4j of a place and waits for its end.
 * @returns whether there was one to stop
 * @throws Error where it belongs to another process that still runs
 */
export async function stopLocalNeo4j(place: LocalPlace): Promise<boolean> {
  const home = homeOf(place);
  const run = await readRunFile(home);
  const state = await readRunState(run);
  if (run === undefined || state === 'stopped') return false;
  // The owner would go on without its database: it is the one to end.
  if (run.owner && state !== 'stopping') {
    throw new Error(
      `The Neo4j in ${home} belongs to process ${run.owner.pid}, which still runs: end that one.`,
    );
  }
  if (run.java) await endProcess(run.java);
  await removeRunFile(home);
  return true;
}

async function launchUntilReady(
  start: LocalStart,
  release: Neo4jRelease,
  java: Java,
  claim: LocalRun,
): Promise<{ readonly run: LocalRun; readonly supervised: SupervisedProcess }> {
  const home = homeOf(start);
  const dataFolder = resolve(start.dataFolder);
  const lib = await installJars({ dataFolder, release, env: start.env, progress: start.progress });
  const memory = start.memory ?? DEFAULT_MEMORY;
  start.progress(`Starting Neo4j ${release.version} in ${home} …`);
  for (let launch = 1; ; launch += 1) {
    const ports = { bolt: await findFreePort(claim.ports.bolt), http: await findFreePort(claim.ports.http) };
    const supervised = await launchJava({ release, java, lib, home, ports, memory, env: start.env });
    const run: LocalRun = { ...claim, java: supervised.mark, ports };
    try {
      await updateRunFile(home, run);
      await waitUntilReady({
        httpUrl: httpUrlOf(ports),
        connection: connectionOf(ports),
        ask: start.ask,
        milliseconds: READY_MILLISECONDS,
        ended: supervised.ended,
      });
      return { run, supervised };
    } catch (error) {
      await end(supervised);
      // Between looking for a free port and opening it lie seconds in which another may take it.
      if (launch < LAUNCHES && (await lostItsPort(home))) continue;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `Neo4j ${release.version} did not start on Java ${java.version}: ${reason}.\n${await readFailure(home)}`,
        { cause: error },
      );
    }
  }
}

async function waitForPredecessor(home: string, progress: Progress): Promise<void> {
  const run = await readRunFile(home);
  if (run?.java === undefined || (await readRunState(run)) !== 'stopping') return;
  progress(`The Neo4j of a process that was killed is still shutting down (process ${run.java.pid}) …`);
  await waitForEnd(run.java, 20_000);
}

async function alreadyThere(place: LocalPlace): Promise<Error> {
  const { state, home, pid, ownerPid, connection } = await readLocalStatus(place);
  if (state === 'starting') return new Error(`Process ${ownerPid} is starting a Neo4j in ${home} just now.`);
  const remedy =
    state === 'stopping' || ownerPid === undefined ? 'kg neo4j stop' : `ending process ${ownerPid}`;
  return new Error(
    `A Neo4j already runs in ${home}: ${connection?.uri ?? 'its address is not known'}, process ${pid}. It is stopped by ${remedy}.`,
  );
}

async function describeRun(
  place: LocalPlace,
  run: LocalRun | undefined,
  state: RunState,
): Promise<LocalStatus> {
  const live = state === 'stopped' ? undefined : run;
  return {
    state,
    answers: live !== undefined && (await answersHttp(httpUrlOf(live.ports))),
    dataFolder: resolve(place.dataFolder),
    home: homeOf(place),
    connection: live && connectionOf(live.ports),
    browserUrl: live && browserUrlOf(live.ports),
    httpUrl: live && httpUrlOf(live.ports),
    version: live?.version,
    pid: live?.java?.pid,
    ownerPid: live?.owner?.pid,
  };
}

async function end(supervised: SupervisedProcess): Promise<void> {
  await supervised.stop();
  // Only where somebody killed the supervisor is there anything left to end.
  if (supervised.mark) await endProcess(supervised.mark);
}

function homeOf(place: LocalPlace): string {
  return resolve(place.home ?? join(place.dataFolder, 'home'));
}

function httpUrlOf(ports: Ports): string {
  return `http://127.0.0.1:${ports.http}`;
}

function connectionOf(ports: Ports): Connection {
  return { uri: `bolt://127.0.0.1:${ports.bolt}`, user: 'neo4j', password: '', database: 'neo4j' };
}

function browserUrlOf(ports: Ports): string {
  // Else Browser asks for a name and a password that there are none of; so one click on Connect will do.
  const parameters = `dbms=neo4j://localhost:${ports.bolt}&db=neo4j&preselectAuthMethod=%5BNO_AUTH%5D`;
  return `http://localhost:${ports.http}/browser/?${parameters}`;
}
