/** Starts the process of a local Neo4j and reads what it says when it fails. */

import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment, Memory, Ports } from '../database.ts';
import { browserSettings, localSettings, type Neo4jSettings, renderNeo4jConf } from '../neo4j-config.ts';
import type { Neo4jRelease } from '../neo4j-release.ts';
import { makePrivateFolder, writePrivateFile } from '../private-files.ts';
import type { Java } from '../probe-machine.ts';
import { type SupervisedProcess, startSupervised } from '../process/supervised-process.ts';

/** What a local Neo4j is started from. */
export interface JavaLaunch {
  readonly release: Neo4jRelease;
  readonly java: Java;
  /** The folder of its jars. */
  readonly lib: string;
  /** The folder of its data, logs and configuration. */
  readonly home: string;
  readonly ports: Ports;
  readonly memory: Memory;
  readonly env: Environment;
  /** Read back to prove that this Neo4j answers and not another. */
  readonly runId: string;
  /** The commands that Neo4j Browser runs on connecting. */
  readonly browserCommands: readonly string[];
}

/** The arguments with which Java runs a class of Neo4j. */
export function classArguments(lib: string, mainClass: string): readonly string[] {
  return [
    '-XX:+UseG1GC',
    // The store reaches into these; the scripts of Neo4j open them too.
    '--add-opens=java.base/java.nio=ALL-UNNAMED',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
    '-Dfile.encoding=UTF-8',
    '-cp',
    join(lib, '*'),
    mainClass,
  ];
}

/** Writes the configuration and starts Neo4j; it is not ready yet. */
export async function launchJava(launch: JavaLaunch): Promise<SupervisedProcess> {
  const { home, memory } = launch;
  const settings = {
    ...localSettings(launch.ports, memory.pageCache, launch.runId),
    ...browserSettings(launch.browserCommands),
  };
  const config = await writeConfig(home, settings);
  const log = await open(consoleLogPath(home), 'w', 0o600);
  try {
    return await startSupervised({
      command: launch.java.command,
      args: [
        `-Xms${memory.heap}`,
        `-Xmx${memory.heap}`,
        ...classArguments(launch.lib, launch.release.mainClass),
        `--home-dir=${home}`,
        `--config-dir=${config}`,
        // Else what it has to say when it fails goes to another file, after what it said before.
        '--console-mode',
      ],
      cwd: home,
      env: withoutSecrets(launch.env),
      output: log.fd,
    });
  } finally {
    await log.close();
  }
}

/** Writes the configuration in a home and makes the folder of its logs; returns the folder of the configuration. */
export async function writeConfig(home: string, settings: Neo4jSettings): Promise<string> {
  const config = join(home, 'conf');
  for (const folder of [home, config, join(home, 'logs')]) await makePrivateFolder(folder);
  await writePrivateFile(join(config, 'neo4j.conf'), renderNeo4jConf(settings));
  return config;
}

/** Whether the Neo4j that was launched last says that it has started: all its ports are open. */
export async function hasStarted(home: string): Promise<boolean> {
  const text = await readFile(consoleLogPath(home), 'utf8').catch(() => '');
  return /\bINFO\s+Started\.$/m.test(text);
}

/** What a Neo4j printed before it failed, shortened to the lines that say why. */
export async function readFailure(home: string): Promise<string> {
  const text = await readFile(consoleLogPath(home), 'utf8').catch(() => '');
  return explainFailure(text.split('\n'), home);
}

/** What the output of a Neo4j that failed says, with the remedy where it is known. */
export function explainFailure(lines: readonly string[], home: string): string {
  const text = lines.join('\n');
  if (/store_lock|locked by another process/i.test(text)) {
    return `Another Neo4j uses the data in ${home}. End that one first; the lock goes with it.`;
  }
  if (text.includes('UnsupportedClassVersionError')) return 'It needs a newer Java.';
  const reasons = lines.filter((line) => /\bERROR\b|Caused by:|^Error|Exception/.test(line));
  const shown = reasons.length > 0 ? reasons.slice(0, 6) : lines.filter((line) => line.trim()).slice(-6);
  return [...shown.map((line) => `  ${line.trim()}`), `The whole output: ${consoleLogPath(home)}`].join('\n');
}

/** Whether the output of a Neo4j that failed says that its port was taken in the meantime. */
export async function lostItsPort(home: string): Promise<boolean> {
  const text = await readFile(consoleLogPath(home), 'utf8').catch(() => '');
  return /address already in use|BindException|PortBindException/i.test(text);
}

function consoleLogPath(home: string): string {
  return join(home, 'logs', 'console.log');
}

/** The environment without what logs in to another database. */
export function withoutSecrets(env: Environment): Environment {
  // Anyone on the machine who may look at the process could read the password of another database there.
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('NEO4J_')));
}
