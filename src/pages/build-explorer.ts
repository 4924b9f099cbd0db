/** Builds the explorer's static files with Vite, once for each state of what they are made of. */

import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '../diagnostics/invariant.ts';
import { packVocabulary, type Vocabulary } from '../views/vocabulary.ts';

/** What the files are made of: a change in any of it is another build. */
const SOURCES = [
  'src/explore',
  'src/views',
  'src/model',
  'src/browser',
  'src/diagnostics',
  'schema',
  'package-lock.json',
];
/** Where builds are kept, beside the packages that made them. */
const CACHE = 'node_modules/.cache/explorer';
/** The module that holds what the schema declares. */
const VOCABULARY = 'virtual:vocabulary';
/** Where Vite puts what it wrote. */
const ASSETS = 'assets';
/** The list of what Vite wrote. */
const MANIFEST = 'manifest.json';
/** The file that the page begins with. */
const ENTRY = 'main.tsx';

/** The explorer's files, and those that the page begins with. */
export interface Build {
  /** Their contents by name: another process may put its own build where they were read from. */
  readonly assets: ReadonlyMap<string, string>;
  readonly script: string;
  readonly styles: readonly string[];
}

/**
 * The explorer's files, built where there is none for the present sources.
 * @param folder that of this package
 * @throws where Vite is not installed, or the sources do not compile
 */
export async function buildExplorer(folder: string, vocabulary: Vocabulary): Promise<Build> {
  const target = join(folder, CACHE, hashOf(folder));
  const kept = openKept(target);
  if (kept) return kept;
  const { build } = await import('vite');
  const written = mkdtempSync(join(tmpdir(), 'explorer-'));
  await build({
    configFile: false,
    root: join(folder, 'src/explore'),
    publicDir: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    plugins: [vocabularyModule(vocabulary)],
    build: {
      outDir: written,
      emptyOutDir: true,
      manifest: MANIFEST,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(folder, 'src/explore', ENTRY) },
    },
  });
  const built = openBuild(written);
  keepBuild(written, join(folder, CACHE), target);
  rmSync(written, { recursive: true, force: true });
  return built;
}

/** The build of a folder; undefined where there is none, or another process has just removed it. */
function openKept(folder: string): Build | undefined {
  try {
    return openBuild(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function openBuild(folder: string): Build {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const manifest = JSON.parse(read(MANIFEST)) as Manifest;
  const entry = manifest[ENTRY];
  invariant(entry, `the build has ${ENTRY}`);
  const names = readdirSync(join(folder, ASSETS));
  const assets = new Map(names.map((name) => [name, read(join(ASSETS, name))]));
  return { assets, script: entry.file, styles: entry.css ?? [] };
}

/** @see https://vite.dev/guide/backend-integration */
type Manifest = Readonly<Record<string, { readonly file: string; readonly css?: readonly string[] }>>;

/** Puts a build where it is kept, in one step, so that another process never sees half of it; older ones go. */
function keepBuild(written: string, cache: string, target: string): void {
  try {
    const beside = `${target}.${process.pid}`;
    cpSync(written, beside, { recursive: true });
    // A temporary folder is open to its owner alone; in an image another user reads what root has built.
    chmodSync(beside, 0o755);
    for (const name of readdirSync(cache)) {
      if (join(cache, name) !== beside) rmSync(join(cache, name), { recursive: true, force: true });
    }
    renameSync(beside, target);
  } catch {
    // Where nothing can be written beside the packages, the build serves this process alone.
  }
}

function vocabularyModule(vocabulary: Vocabulary) {
  return {
    name: 'vocabulary',
    resolveId: (id: string) => (id === VOCABULARY ? `\0${VOCABULARY}` : undefined),
    load: (id: string) =>
      id === `\0${VOCABULARY}` ? `export default ${JSON.stringify(packVocabulary(vocabulary))}` : undefined,
  };
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(folder, source);
    const names = source.includes('.')
      ? ['']
      : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    for (const name of names.filter((each) => each === '' || /\.\w+$/.test(each))) {
      hash.update(`${source}/${name}\n`).update(readFileSync(join(path, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
