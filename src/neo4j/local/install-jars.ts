/** Brings the jars of Neo4j from Maven Central, once. */

import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Environment, Progress } from '../database.ts';
import type { Neo4jRelease } from '../neo4j-release.ts';
import { startSupervised, stopOnAbort } from '../process/supervised-process.ts';

const MAVEN_GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies';
const SECONDS_BETWEEN_LINES = 2;

/** The folder of the jars of a release: complete, or not there. */
function libFolder(dataFolder: string, release: Neo4jRelease): string {
  return join(dataFolder, `lib-${release.version}`);
}

/** Whether the jars of a release are here. */
export async function hasJars(dataFolder: string, release: Neo4jRelease): Promise<boolean> {
  return stat(libFolder(dataFolder, release)).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Makes sure that the jars of a release are here.
 * @returns their folder
 * @throws Error with the last lines of Maven and the remedy
 */
export async function installJars(options: {
  /** An absolute folder; several processes may share it. */
  readonly dataFolder: string;
  readonly release: Neo4jRelease;
  readonly env: Environment;
  readonly progress: Progress;
  /** Ends Maven; nothing is kept of what it brought. */
  readonly signal?: AbortSignal | undefined;
}): Promise<string> {
  const { dataFolder, release, env, progress, signal } = options;
  const folder = libFolder(dataFolder, release);
  if (await hasJars(dataFolder, release)) return folder;

  progress(`Fetching Neo4j ${release.version} by Maven, once (about 138 MB) …`);
  const begun = Date.now();
  // Filled aside and moved at the end, so that an interrupted fetch leaves nothing that looks whole.
  const workFolder = `${folder}.part-${process.pid}`;
  const jarsFolder = join(workFolder, 'jars');
  await rm(workFolder, { recursive: true, force: true });
  await mkdir(workFolder, { recursive: true });
  try {
    await writeFile(join(workFolder, 'pom.xml'), renderPom(release));
    await runMaven(workFolder, jarsFolder, env, progress, signal);
    await rename(jarsFolder, folder).catch(async (error: unknown) => {
      // Another process may have brought them in the meantime; those are as good.
      if (!(await hasJars(dataFolder, release))) throw error;
    });
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
  const seconds = Math.round((Date.now() - begun) / 1000);
  progress(`Neo4j ${release.version} is here: ${await describeFolder(folder)}, in ${seconds} s.`);
  return folder;
}

/** A Maven project that depends on nothing but the server and its Browser. */
export function renderPom(release: Neo4jRelease): string {
  const artifacts = [
    ['org.neo4j', 'neo4j', release.version],
    ['org.neo4j.app', 'neo4j-server', release.version],
    ['org.neo4j.client', 'neo4j-browser', release.browserVersion],
  ];
  const dependencies = artifacts.map(
    ([group, artifact, version]) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>neo4j-jars</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${dependencies.join('\n')}
  </dependencies>
</project>
`;
}

/** The size in megabytes that a line of Maven says has arrived; undefined for any other line. */
export function readArrivedMegabytes(line: string): number | undefined {
  const [, size, unit] = /Downloaded from .*\.jar \(([\d.]+) (B|kB|MB|GB) at /.exec(line) ?? [];
  if (size === undefined) return undefined;
  const scale: Readonly<Record<string, number>> = { B: 1e-6, kB: 1e-3, MB: 1, GB: 1e3 };
  return Number(size) * (scale[unit ?? ''] ?? 0);
}

async function runMaven(
  folder: string,
  jars: string,
  env: Environment,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  const maven = await startSupervised({
    command: 'mvn',
    // Not quiet: what it prints is the only sign of what arrives, for it copies everything at the end.
    args: ['-B', '-Dstyle.color=never', MAVEN_GOAL, `-DoutputDirectory=${jars}`, '-DincludeScope=runtime'],
    cwd: folder,
    env,
    output: 'pipe',
  });
  const letGo = stopOnAbort(maven, signal);
  const lastLines: string[] = [];
  let count = 0;
  let megabytes = 0;
  let lastTold = Date.now();
  if (maven.output) {
    for await (const line of createInterface({ input: maven.output })) {
      lastLines.push(line);
      if (lastLines.length > 200) lastLines.shift();
      const arrived = readArrivedMegabytes(line);
      if (arrived === undefined) continue;
      count += 1;
      megabytes += arrived;
      if (Date.now() - lastTold < SECONDS_BETWEEN_LINES * 1000) continue;
      lastTold = Date.now();
      progress(`  ${count} jars, ${Math.round(megabytes)} MB …`);
    }
  }
  const how = await maven.ended;
  letGo();
  signal?.throwIfAborted();
  if (how === 'exit code 0') return;
  throw new Error(explainMavenFailure(how, lastLines));
}

/** What went wrong with Maven, in its own words, and what to do. */
function explainMavenFailure(how: string, lines: readonly string[]): string {
  const faults = lines.filter((line) => line.startsWith('[ERROR]') && line.trim() !== '[ERROR]');
  const shown = (faults.length > 0 ? faults.slice(0, 4) : lines.slice(-6)).map((line) => `  ${line}`);
  return [
    `Maven could not bring the jars of Neo4j (${how}):`,
    ...shown,
    'It must reach Maven Central, or a mirror or proxy named in ~/.m2/settings.xml. Or set NEO4J_URI to a Neo4j that runs.',
  ].join('\n');
}

async function describeFolder(folder: string): Promise<string> {
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  return `${names.length} jars, ${Math.round(megabytes)} MB`;
}
