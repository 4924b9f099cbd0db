/** What this machine has that could start a Neo4j: Java, Maven, a Docker engine. */

import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Environment } from './database.ts';
import type { Neo4jRelease } from './neo4j-release.ts';

/** A Java that can be run. */
export interface Java {
  /** The program to run. */
  readonly command: string;
  /** As it says itself, for example 17.0.15. */
  readonly version: string;
  readonly major: number;
}

/** The Java that would be used: that of JAVA_HOME, else the one on the PATH. */
export async function findJava(env: Environment): Promise<Java | undefined> {
  const home = env.JAVA_HOME;
  for (const command of home ? [join(home, 'bin', 'java'), 'java'] : ['java']) {
    const version = parseJavaVersion(await readJavaVersion(command, env));
    if (version) return { command, ...version };
  }
  return undefined;
}

/**
 * The Java that a release can run on.
 * @throws Error that says what is here instead
 */
export async function requireJava(release: Neo4jRelease, env: Environment): Promise<Java> {
  const java = await findJava(env);
  if (java && java.major >= release.javaAtLeast) return java;
  const found = java ? `the one here is ${java.version}` : 'none was found';
  throw new Error(`Neo4j ${release.version} needs Java >= ${release.javaAtLeast}; ${found}.`);
}

/** The version in what `java -version` prints; undefined where there is none. */
export function parseJavaVersion(text: string): Pick<Java, 'version' | 'major'> | undefined {
  // Java 8 and older call themselves 1.8; Java 9 and newer begin with their major.
  const match = /version "((?:1\.)?(\d+)[^"]*)"/.exec(text);
  const [, version, major] = match ?? [];
  return version && major ? { version, major: Number(major) } : undefined;
}

/** Whether Maven is on the PATH. It is not run: that alone would take half a second. */
export async function hasMaven(env: Environment): Promise<boolean> {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = await Promise.all(folders.map((folder) => isExecutable(join(folder, 'mvn'))));
  return found.includes(true);
}

/** Whether a Docker engine answers. */
export async function hasDockerEngine(): Promise<boolean> {
  // Loaded here so that it costs nothing where a nearer database was found.
  const { getContainerRuntimeClient } = await import('testcontainers');
  try {
    await getContainerRuntimeClient();
    return true;
  } catch {
    return false;
  }
}

function readJavaVersion(command: string, env: Environment): Promise<string> {
  return new Promise((resolve) => {
    // It prints to the standard error stream, and macOS has a `java` that only says where to get one.
    execFile(command, ['-version'], { env: { ...env }, timeout: 10_000 }, (error, stdout, stderr) =>
      resolve(error ? '' : stderr + stdout),
    );
  });
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
