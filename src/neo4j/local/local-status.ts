/** The state of the Neo4j of a home folder. */

import { resolve } from 'node:path';
import type { Ask, Connection } from '../database.ts';
import { readPassword } from '../password-file.ts';
import { proveRun } from '../process/prove-run.ts';
import { type LocalRun, type RunState, readRunFile, readRunState } from '../process/run-file.ts';
import { browserUrlOf, connectionOf, homeOf, httpUrlOf, type LocalPlace } from './local-place.ts';

/** The state of the Neo4j of a home folder. */
export interface LocalStatus {
  readonly state: RunState;
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
  /** The entry in the run file. */
  readonly run: LocalRun | undefined;
}

/** The state of the local Neo4j of a home folder, from its run file and its process. */
export async function readLocalStatus(place: LocalPlace): Promise<LocalStatus> {
  const home = homeOf(place);
  const run = await readRunFile(home);
  return describeRun(place, run, await readRunState(home, run));
}

/** What a run in a known state means for whoever wants to reach it. */
export async function describeRun(
  place: LocalPlace,
  run: LocalRun | undefined,
  state: RunState,
): Promise<LocalStatus> {
  const live = state === 'stopped' ? undefined : run;
  // One that an older version started takes any password.
  const password = live && ((await readPassword(place)) ?? '');
  return {
    state,
    dataFolder: resolve(place.dataFolder),
    home: homeOf(place),
    connection: live && connectionOf(live.ports, password ?? ''),
    browserUrl: live && browserUrlOf(live.ports),
    httpUrl: live && httpUrlOf(live.ports),
    version: live?.version,
    pid: live?.java?.pid,
    ownerPid: live?.owner?.pid,
    run: live,
  };
}

/** Whether the Neo4j of a home answers, and not another at its address. It may run and still open its database. */
export async function answersItself({ run, home, connection }: LocalStatus, ask: Ask): Promise<boolean> {
  if (run === undefined || connection === undefined) return false;
  return proveRun(run, home, connection, ask).then(
    () => true,
    () => false,
  );
}
