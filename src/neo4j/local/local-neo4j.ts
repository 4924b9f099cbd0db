/** A Neo4j of our own on this machine: start and stop. */

import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { Ask, Environment, Memory, Ports, Progress } from '../database.ts';
import { type Neo4jRelease, resolveRelease } from '../neo4j-release.ts';
import { passwordPath } from '../password-file.ts';
import { makeDataFolder } from '../private-files.ts';
import { type Java, requireJava } from '../probe-machine.ts';
import { endProcess, readProcessMark, waitForEnd } from '../process/process-mark.ts';
import { proveRun } from '../process/prove-run.ts';
import {
  claimRunFile,
  type LocalRun,
  readRunFile,
  readRunState,
  removeRunFile,
  updateRunFile,
} from '../process/run-file.ts';
import type { SupervisedProcess } from '../process/supervised-process.ts';
import { waitUntilReady } from '../wait-until-ready.ts';
import { findFreePort } from './find-free-port.ts';
import { prepareLogin } from './initial-login.ts';
import { installJars } from './install-jars.ts';
import { keepPorts, readKeptPorts } from './kept-ports.ts';
import { hasStarted, launchJava, lostItsPort, readFailure } from './launch-java.ts';
import { connectionOf, homeOf, httpUrlOf, type LocalPlace } from './local-place.ts';
import { describeRun, type LocalStatus, readLocalStatus } from './local-status.ts';

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
  /** Taken where they are free; by default those of the last start, else 7687 and 7474; 0 for any. */
  readonly ports?: Ports | undefined;
  /** The commands that Neo4j Browser runs on connecting. */
  readonly browserCommands?: readonly string[] | undefined;
  /** Gives the start up: what it began is ended. */
  readonly signal?: AbortSignal | undefined;
}

/** A local Neo4j that answers. */
export interface LocalNeo4j {
  readonly status: LocalStatus;
  /** Resolves with how it ended, where it was not closed here. */
  readonly ended: Promise<string>;
  /** Ends it, unless it is to outlive this process. */
  close(): Promise<void>;
}

const DEFAULT_MEMORY: Memory = { heap: '512m', pageCache: '256m' };
const DEFAULT_PORTS: Ports = { bolt: 7687, http: 7474 };
const READY_MILLISECONDS = 300_000;
const LAUNCHES = 3;

/**
 * Starts a local Neo4j, fetching it where it is not here, and waits until it answers.
 * @throws Error that names the one that already runs there, or says what went wrong and what to do; the reason of
 * `signal` once that is aborted
 */
export async function startLocalNeo4j(start: LocalStart): Promise<LocalNeo4j> {
  const release = resolveRelease(start.neo4jVersion);
  const home = homeOf(start);
  const java = await requireJava(release, start.env);
  const owner = await readProcessMark(process.pid);
  await makeDataFolder(resolve(start.dataFolder));
  await waitForPredecessor(home, start);
  const claim: LocalRun = {
    id: randomUUID(),
    owner,
    java: undefined,
    ready: false,
    version: release.version,
    ports: start.ports ?? (await readKeptPorts(home)) ?? DEFAULT_PORTS,
  };
  if (!(await claimRunFile(home, claim))) throw await alreadyThere(start);
  try {
    const { run, supervised } = await launchUntilReady(start, release, java, claim);
    const settled: LocalRun = { ...run, ready: true, owner: start.keep ? undefined : owner };
    if (start.keep) await supervised.keep();
    else supervised.unref();
    await updateRunFile(home, settled);
    await keepPorts(home, settled.ports);
    let closed = false;
    return {
      status: await describeRun(start, settled, 'running'),
      ended: supervised.ended.then((how) => (closed ? new Promise(() => undefined) : how)),
      async close() {
        closed = true;
        if (start.keep) return;
        await end(supervised);
        await removeRunFile(home, settled);
      },
    };
  } catch (error) {
    await removeRunFile(home, claim);
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
  const state = await readRunState(home, run);
  if (run === undefined || state === 'stopped') return false;
  // The owner would go on without its database: it is the one to end.
  if (run.owner && state !== 'stopping') {
    throw new Error(
      `The Neo4j in ${home} belongs to process ${run.owner.pid}, which still runs: end that one.`,
    );
  }
  if (run.java) await endProcess(run.java);
  await removeRunFile(home, run);
  return true;
}

async function launchUntilReady(
  start: LocalStart,
  release: Neo4jRelease,
  java: Java,
  claim: LocalRun,
): Promise<{ readonly run: LocalRun; readonly supervised: SupervisedProcess }> {
  const home = homeOf(start);
  const { env, progress, browserCommands = [], signal } = start;
  const lib = await installJars({ dataFolder: resolve(start.dataFolder), release, env, progress, signal });
  const memory = start.memory ?? DEFAULT_MEMORY;
  const password = await prepareLogin(start);
  progress(`Starting Neo4j ${release.version} in ${home} …`);
  for (let launch = 1; ; launch += 1) {
    signal?.throwIfAborted();
    const ports = { bolt: await findFreePort(claim.ports.bolt), http: await findFreePort(claim.ports.http) };
    const runId = claim.id ?? '';
    const supervised = await launchJava({
      release,
      java,
      lib,
      home,
      ports,
      memory,
      env,
      runId,
      browserCommands,
    });
    const run: LocalRun = { ...claim, java: supervised.mark, ports };
    try {
      await updateRunFile(home, run);
      await waitUntilReady({
        httpUrl: httpUrlOf(ports),
        prove: () => proveRun(run, home, connectionOf(ports, password), start.ask),
        milliseconds: READY_MILLISECONDS,
        ended: supervised.ended,
        // Before it says so, another Neo4j may have answered in its place.
        isFinal: async (fault) => isRefused(fault) && (await hasStarted(home)),
        signal,
      });
      return { run, supervised };
    } catch (error) {
      await end(supervised);
      signal?.throwIfAborted();
      // Between looking for a free port and opening it lie seconds in which another may take it.
      if (launch < LAUNCHES && (await lostItsPort(home))) continue;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `Neo4j ${release.version} did not start on Java ${java.version}: ${reason}.\n${await explain(error, start)}`,
        { cause: error },
      );
    }
  }
}

async function explain(error: unknown, place: LocalPlace): Promise<string> {
  if (!isRefused(error)) return readFailure(homeOf(place));
  return `Write its password into ${passwordPath(place)}, or delete that file: the next start then gives it a new one.`;
}

/** Whether Neo4j refused the password. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Neo.ClientError.Security');
}

async function waitForPredecessor(home: string, { progress, signal }: LocalStart): Promise<void> {
  const run = await readRunFile(home);
  if (run?.java === undefined || (await readRunState(home, run)) !== 'stopping') return;
  progress(`The Neo4j of a process that was killed is still shutting down (process ${run.java.pid}) …`);
  await waitForEnd(run.java, 20_000, signal);
  signal?.throwIfAborted();
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

async function end(supervised: SupervisedProcess): Promise<void> {
  await supervised.stop();
  // Something is left to end only where the supervisor was killed.
  if (supervised.mark) await endProcess(supervised.mark);
}
