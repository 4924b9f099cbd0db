/** The house: which room may import from which, and who alone imports a foreign thing. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

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
  plan: ['diagnostics', 'graph', 'model'],
  export: ['cypher', 'diagnostics', 'graph', 'model'],
  browser: ['cypher', 'diagnostics', 'model'],
  compile: ['browser', 'cypher', 'diagnostics', 'model'],
  rules: ['diagnostics', 'model'],
  ground: ['cypher', 'diagnostics', 'graph', 'model', 'rules'],
  questions: ['compile', 'cypher', 'diagnostics', 'model', 'rules'],
  api: ['browser', 'compile', 'cypher', 'diagnostics', 'graph', 'ground', 'model', 'questions', 'rules'],
  mcp: ['api', 'diagnostics', 'graph', 'model'],
  views: ['browser', 'model'],
  pages: ['api', 'diagnostics', 'model', 'views'],
  explore: ['browser', 'model', 'views'],
  cli: [
    'api',
    'browser',
    'cite',
    'diagnostics',
    'export',
    'graph',
    'ground',
    'mcp',
    'model',
    'neo4j',
    'pages',
    'plan',
    'questions',
    'rules',
    'seeds',
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
  yaml: ['seeds'],
  'opencc-js/preset/t2cn': ['model'],
  'pinyin-pro': ['model'],
  testcontainers: ['neo4j'],
  commander: ['cli'],
  vite: ['pages'],
  preact: ['explore'],
  '@preact/signals': ['explore'],

  picocolors: ['cli', 'diagnostics', 'plan'],
};

const SOURCE = 'src';
/** Written from the printed API by a command, and never committed. */
const WRITTEN = 'views/graphql-env.d.ts';
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(tsx?|mjs)$/.test(name) && name !== WRITTEN)
  .sort();

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const found = text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map((match) => match[1] ?? '');
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? '';
}

describe('the house', () => {
  test('every room is drawn, and every drawn room is there', () => {
    const rooms = new Set(FILES.map(roomOf));
    expect([...rooms].sort()).toEqual(Object.keys(ARROWS).sort());
  });

  test.each(FILES)('%s imports only from rooms below it', (file) => {
    const room = roomOf(file);
    const targets = importsOf(file)
      .filter((path) => path.startsWith('.'))
      .map((path) => roomOf(relative(SOURCE, join(SOURCE, file, '..', path))));
    const foreign = targets.filter((target) => target !== room && !ARROWS[room]?.includes(target));
    expect(foreign.filter((target) => target !== '..')).toEqual([]);
  });

  test.each(FILES)('%s leaves foreign things to the rooms that own them', (file) => {
    const strays = importsOf(file).filter((path) => FOREIGN[path] && !FOREIGN[path].includes(roomOf(file)));
    expect(strays).toEqual([]);
  });

  test.each(FILES)('%s is under 300 lines and opens with what it is', (file) => {
    const lines = readFileSync(join(SOURCE, file), 'utf8').split('\n');
    expect(lines.length).toBeLessThan(300);
    expect(lines[0]?.replace(/^#!.*/, lines[1] ?? '')).toMatch(/^(\/\*\*|\/\/) /);
  });

  test('no file imports itself by way of others, not even for a type', () => {
    const targets = new Map(
      FILES.map((file) => [
        file,
        importsOf(file)
          .filter((path) => path.startsWith('.'))
          .map((path) => relative(SOURCE, join(SOURCE, file, '..', path))),
      ]),
    );
    const reaches = (from: string, wanted: string, seen = new Set<string>()): boolean =>
      (targets.get(from) ?? []).some((next) => {
        if (next === wanted) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, wanted, seen);
      });
    expect(FILES.filter((file) => reaches(file, file))).toEqual([]);
  });

  test('no room has a folder index', () => {
    expect(FILES.filter((file) => /(^|\/)index\./.test(file))).toEqual([]);
  });
});
