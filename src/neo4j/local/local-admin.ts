/** The tools of Neo4j on the store of the local one, while it is stopped: import, dump and load. */

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Environment, Progress } from '../database.ts';
import { localSettings } from '../neo4j-config.ts';
import { resolveRelease } from '../neo4j-release.ts';
import { makeDataFolder, makePrivateFolder } from '../private-files.ts';
import { requireJava } from '../probe-machine.ts';
import { readProcessMark } from '../process/process-mark.ts';
import { claimRunFile, removeRunFile } from '../process/run-file.ts';
import { startSupervised } from '../process/supervised-process.ts';
import { installJars } from './install-jars.ts';
import { classArguments, withoutSecrets, writeConfig } from './launch-java.ts';
import { homeOf, type LocalPlace } from './local-place.ts';

/** The store to work on, and with what. */
export interface LocalStore extends LocalPlace {
  readonly neo4jVersion: string;
  readonly env: Environment;
  readonly progress: Progress;
}

/** The name of the one database, and so of what a dump of it is called. */
const DATABASE = 'neo4j';
const DUMP = `${DATABASE}.dump`;
/** What of an import's folder names all the rest. */
const ARGUMENTS = 'import.args';
const PORTS = { bolt: 7687, http: 7474 };

/** Whether there is a store already, which an import or a load would take the place of. */
export function hasStore(place: LocalPlace): boolean {
  return existsSync(join(homeOf(place), 'data', 'databases', DATABASE));
}

/**
 * Makes the store of a folder that `kg export --format import` wrote.
 * @throws Error where Neo4j runs, or with what the importer said
 */
export async function importStore(store: LocalStore, folder: string): Promise<void> {
  if (!existsSync(join(folder, ARGUMENTS))) {
    throw new Error(
      `${folder} holds no ${ARGUMENTS}: kg export --format import writes what can be imported.`,
    );
  }
  const args = ['database', 'import', 'full', DATABASE, '--overwrite-destination', `@${ARGUMENTS}`];
  await runAdmin(store, resolve(folder), args);
}

/**
 * Writes the whole store to one file, analysts' own nodes included.
 * @throws Error where Neo4j runs, the file is there already, or with what the tool said
 */
export async function dumpStore(store: LocalStore, file: string): Promise<void> {
  const place = resolve(file);
  if (existsSync(place)) throw new Error(`${file} is there already.`);
  if (!existsSync(dirname(place))) throw new Error(`${dirname(file)} is not there.`);
  const beside = await mkdtemp(join(dirname(place), '.kg-dump-'));
  try {
    await runAdmin(store, beside, ['database', 'dump', DATABASE, `--to-path=${beside}`]);
    await rename(join(beside, DUMP), place);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * Makes the store that a dump is of.
 * @throws Error where Neo4j runs, or with what the tool said
 */
export async function loadStore(store: LocalStore, file: string): Promise<void> {
  const place = resolve(file);
  if (!(await stat(place).catch(() => undefined))?.isFile()) throw new Error(`${file} is no file.`);
  const home = homeOf(store);
  await makePrivateFolder(home);
  const beside = await mkdtemp(join(home, '.kg-load-'));
  try {
    // The tool asks for a folder that holds a file of this name.
    await link(place, join(beside, DUMP)).catch(() => copyFile(place, join(beside, DUMP)));
    const load = ['database', 'load', DATABASE, `--from-path=${beside}`];
    // Whether it is a dump is asked first: what is there is deleted before the other is read.
    await runAdmin(store, home, [...load, '--info'], [...load, '--overwrite-destination=true']);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Runs the tools with each of some arguments, as long as all goes well. */
async function runAdmin(
  store: LocalStore,
  cwd: string,
  ...runs: readonly (readonly string[])[]
): Promise<void> {
  const release = resolveRelease(store.neo4jVersion);
  const java = await requireJava(release, store.env);
  const home = homeOf(store);
  const owner = await readProcessMark(process.pid);
  await makeDataFolder(resolve(store.dataFolder));
  const id = randomUUID();
  const claim = { id, owner, java: undefined, ready: false, version: release.version, ports: PORTS };
  if (!(await claimRunFile(home, claim))) {
    throw new Error(`The Neo4j in ${home} runs, and holds its store: kg neo4j stop ends it.`);
  }
  try {
    const lib = await installJars({ ...store, dataFolder: resolve(store.dataFolder), release });
    const conf = await writeConfig(home, localSettings(PORTS, '256m', id));
    for (const args of runs) {
      const how = await runTool({ java: java.command, lib, home, conf, cwd, env: store.env }, args);
      if (how !== 'exit code 0') throw new Error(await explain(home, args, how));
    }
  } finally {
    await removeRunFile(home, claim);
  }
}

interface Tool {
  readonly java: string;
  readonly lib: string;
  readonly home: string;
  readonly conf: string;
  readonly cwd: string;
  readonly env: Environment;
}

/** Runs the tools once; says how that ended. */
async function runTool({ java, lib, home, conf, cwd, env }: Tool, args: readonly string[]): Promise<string> {
  const log = await open(logPath(home), 'w', 0o600);
  try {
    const tool = await startSupervised({
      command: java,
      args: [...classArguments(lib, 'org.neo4j.cli.AdminTool'), ...args],
      cwd,
      env: { ...withoutSecrets(env), NEO4J_HOME: home, NEO4J_CONF: conf },
      output: log.fd,
    });
    return await tool.ended;
  } finally {
    await log.close();
  }
}

async function explain(home: string, args: readonly string[], how: string): Promise<string> {
  const lines = (await readFile(logPath(home), 'utf8').catch(() => '')).split('\n');
  const said = lines.filter((line) => line.trim() !== '' && !/^\s+at |^[. ]+\d+%/.test(line)).slice(-8);
  return [
    `Neo4j could not ${args[1]} (${how}):`,
    ...said.map((line) => `  ${line.trim()}`),
    `The whole output: ${logPath(home)}`,
  ].join('\n');
}

function logPath(home: string): string {
  return join(home, 'logs', 'admin.log');
}
