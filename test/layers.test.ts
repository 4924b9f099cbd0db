/** The house: which room may import from which, and who alone imports a foreign thing. */

import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSources, roomOf } from './house/measure-house.ts';

/** Rooms, and the rooms each may import from. An arrow that is not here is a change of design: decide it first. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  model: ['diagnostics'],
  cypher: ['diagnostics'],
  seeds: ['diagnostics', 'model'],
  cite: ['diagnostics', 'model', 'seeds'],
  verify: ['diagnostics', 'model'],
  neo4j: ['diagnostics'],
  graph: ['cypher', 'diagnostics', 'model'],
  plan: ['cypher', 'diagnostics', 'graph', 'model'],
  export: ['cypher', 'diagnostics', 'graph', 'model'],
  browser: ['cypher', 'diagnostics', 'model'],
  compile: ['browser', 'cypher', 'diagnostics', 'model', 'rules'],
  rules: ['diagnostics', 'model'],
  ground: ['cypher', 'diagnostics', 'graph', 'model', 'rules'],
  questions: ['compile', 'cypher', 'diagnostics', 'model', 'rules'],
  answers: ['cypher', 'diagnostics', 'graph', 'ground', 'model', 'plan', 'questions', 'rules'],
  service: ['graph'],
  api: [
    'browser',
    'compile',
    'cypher',
    'diagnostics',
    'graph',
    'ground',
    'model',
    'questions',
    'rules',
    'service',
  ],
  import: ['diagnostics', 'export', 'model', 'questions', 'seeds'],
  mcp: ['api', 'diagnostics', 'graph', 'model'],
  views: ['browser', 'model'],
  pages: ['api', 'diagnostics', 'model', 'service', 'views'],
  explore: ['browser', 'model', 'views'],
  cli: [
    'answers',
    'api',
    'browser',
    'cite',
    // The type of what runs a statement; `cli/` writes none.
    'cypher',
    'diagnostics',
    'export',
    'graph',
    'ground',
    'import',
    'mcp',
    'model',
    'neo4j',
    'pages',
    'plan',
    'questions',
    'rules',
    'seeds',
    // The name of a host as requests give it, and what settings limit.
    'service',
    'verify',
  ],
};

/** Foreign things and the rooms that alone may import them. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  'neo4j-driver': ['graph'],
  'graphql-yoga': ['api'],
  '@graphql-yoga/render-graphiql': ['api'],
  '@graphql-tools/schema': ['api'],
  '@modelcontextprotocol/server': ['mcp'],
  '@modelcontextprotocol/server/stdio': ['mcp'],
  hucre: ['export', 'import'],
  yaml: ['seeds'],
  'opencc-js/preset/t2cn': ['model'],
  'pinyin-pro': ['model'],
  testcontainers: ['neo4j'],
  'prom-client': ['service'],
  commander: ['cli'],
  vite: ['pages'],
  preact: ['explore'],
  '@preact/signals': ['explore'],

  picocolors: ['cli', 'diagnostics', 'plan'],
};

const SOURCE = 'src';
const FILES = readSources().map(({ path }) => path);

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map((match) => match[1] ?? '');
}

/** The files of the house that a file imports. */
function targetsOf(file: string): readonly string[] {
  return importsOf(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(SOURCE, join(SOURCE, file, '..', path)));
}

/** Whether imports lead from one to another. */
function reaches(
  targets: ReadonlyMap<string, readonly string[]>,
  from: string,
  wanted: string,
  seen = new Set<string>(),
): boolean {
  return (targets.get(from) ?? []).some((next) => {
    if (next === wanted) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return reaches(targets, next, wanted, seen);
  });
}

describe('the house', () => {
  test('every room is drawn, and every drawn room is there', () => {
    const rooms = new Set(FILES.map(roomOf));
    expect([...rooms].sort()).toEqual(Object.keys(ARROWS).sort());
  });

  test.each(FILES)('%s imports only from rooms below it', (file) => {
    const room = roomOf(file);
    const foreign = targetsOf(file)
      .map(roomOf)
      .filter((target) => target !== room && !ARROWS[room]?.includes(target));
    expect(foreign.filter((target) => target !== '..')).toEqual([]);
  });

  test.each(FILES)('%s leaves foreign things to the rooms that own them', (file) => {
    const strays = importsOf(file).filter((path) => FOREIGN[path] && !FOREIGN[path].includes(roomOf(file)));
    expect(strays).toEqual([]);
  });

  test.each(FILES)('%s opens with what it is', (file) => {
    const lines = readFileSync(join(SOURCE, file), 'utf8').split('\n');
    expect(lines[0]?.replace(/^#!.*/, lines[1] ?? '')).toMatch(/^(\/\*\*|\/\/) /);
  });

  test('no file imports itself by way of others, not even for a type', () => {
    const targets = new Map(FILES.map((file) => [file, targetsOf(file)]));
    expect(FILES.filter((file) => reaches(targets, file, file))).toEqual([]);
  });

  test('no folder of a room imports itself by way of other folders of that room', () => {
    const targets = new Map<string, string[]>();
    for (const file of FILES) {
      const folder = dirname(file);
      const others = targetsOf(file)
        .map((target) => dirname(target))
        .filter((target) => target !== folder && target.includes('/') && roomOf(target) === roomOf(file));
      targets.set(folder, [...(targets.get(folder) ?? []), ...others]);
    }
    const folders = [...targets.keys()].filter((folder) => folder.includes('/'));
    expect(folders.filter((folder) => reaches(targets, folder, folder))).toEqual([]);
  });

  test('every room says in a README what is in it, and every folder of a room is named there', () => {
    const readme = (room: string) => readFileSync(join(SOURCE, room, 'README.md'), 'utf8');
    const unnamed = [...new Set(FILES.map((file) => dirname(file)))]
      .filter((folder) => folder.includes('/'))
      .filter((folder) => !readme(roomOf(folder)).includes(`\`${folder.slice(folder.indexOf('/') + 1)}/`));
    expect(unnamed).toEqual([]);
  });

  test('no room has a folder index', () => {
    expect(FILES.filter((file) => /(^|\/)index\./.test(file))).toEqual([]);
  });
});
