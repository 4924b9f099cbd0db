/** Builds the command `kg` from its TypeScript with esbuild, once for each state of the sources. */

import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const SOURCES = join(import.meta.dirname, '..');
const PACKAGES = join(SOURCES, '..', 'node_modules');
const ENTRY = join(SOURCES, 'cli', 'main.ts');
/** Where builds are kept, beside the packages that they import. */
const CACHE = join(PACKAGES, '.cache', 'kg');
/** Of the explorer's page, which Vite builds. */
const PAGE = /^explore[/\\]/;
/** How long a build of older sources is kept, in ms: a process that runs by it may load a part of it yet. */
const KEPT = 24 * 3_600_000;

/**
 * The built entry of `kg`, built where there is none for the present sources.
 * @returns {Promise<string>} its address, to be imported
 * @throws where the sources do not compile
 */
export async function buildKg() {
  const target = join(CACHE, hashOfSources());
  const folder = existsSync(target) ? target : await keep(target);
  return pathToFileURL(join(folder, 'main.js')).href;
}

/** Puts a build where it is kept, in one step, so that another process never sees half of it. */
async function keep(target) {
  const beside = `${target}.${process.pid}`;
  try {
    // By us, since a failure of esbuild has no code.
    mkdirSync(beside, { recursive: true });
    removeOlder();
    await build(beside);
    renameSync(beside, target);
    return target;
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    // Another process was sooner.
    if (existsSync(target)) return target;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    return await buildForThisProcess();
  }
}

/** Where nothing can be written beside the packages, a build serves one process. */
async function buildForThisProcess() {
  const folder = mkdtempSync(join(tmpdir(), 'kg-build-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(PACKAGES, join(folder, 'node_modules'), 'junction');
  await build(folder);
  return folder;
}

function removeOlder() {
  for (const name of readdirSync(CACHE)) {
    const folder = join(CACHE, name);
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < Date.now() - KEPT) rmSync(folder, { recursive: true, force: true });
  }
}

async function build(outdir) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    entryPoints: [ENTRY],
    outdir,
    bundle: true,
    // What a command loads when it runs stays a file of its own.
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    sourcemap: true,
    logLevel: 'error',
    plugins: [{ name: 'places-of-sources', setup: keepPlaces }],
  });
  // Its process would live as long as ours.
  await esbuild.stop();
}

/** What a source says of its own place stays that of the source, wherever the build is. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, 'utf8');
    const contents = text
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      .replaceAll('import.meta.filename', JSON.stringify(path))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
    return { contents, loader: 'ts' };
  });
}

/** Of what the build is made of: the sources, where they are, and this file. */
function hashOfSources() {
  const hash = createHash('sha256')
    .update(SOURCES)
    .update(readFileSync(import.meta.filename));
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => each.endsWith('.ts') && !PAGE.test(each)).sort()) {
    hash.update(`\n${name}\n`).update(readFileSync(join(SOURCES, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
