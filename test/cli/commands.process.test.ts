/** What holds for every command of `kg`, whichever there are. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listCommands } from './list-commands.ts';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

const COMMANDS = await listCommands();
const named = COMMANDS.map((command) => [command.words.join(' '), command] as const);

/** Those that no database is needed for. */
const ALONE = [
  ...['validate', 'import', 'rename', 'fmt', 'cite', 'verify'],
  ...[
    'neo4j start',
    'neo4j stop',
    'neo4j status',
    'neo4j password',
    'neo4j import',
    'neo4j dump',
    'neo4j load',
  ],
];
/** Those that go on until they are stopped, and so print no one value. */
const LASTING = ['serve', 'mcp'];

/** What every command that failed says to machines: one value, of one form. */
function failureOf(out: string): { readonly code: string; readonly message: string } {
  const value = JSON.parse(out);
  expect(Object.keys(value)).toEqual(['error']);
  expect(Object.keys(value.error)).toEqual(['code', 'message']);
  return value.error;
}

/** The files and folders that examples name: here they are in a folder of their own. */
const FILES = ['tables', 'graph.kg.gz'];

test('the commands of the contract are there', () => {
  expect(named.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      ...['validate', 'plan', 'apply', 'status', 'log', 'diff', 'rollback', 'revert', 'rename', 'fmt'],
      ...['serve', 'mcp', 'neo4j start', 'neo4j stop', 'neo4j status', 'neo4j password'],
    ]),
  );
});

describe.each(named)('kg %s', (name, { words, help, example }) => {
  test('says in its help what it does, with an example of it and every option in words', () => {
    expect(help).toMatch(new RegExp(`^Usage: kg ${name}( <\\S+>)* \\[options\\]`));
    expect(help).toMatch(/^Usage: .*\n\n[A-Z][^\n]+/);
    expect(help).toMatch(new RegExp(`\n\nExample:\n {2}\\$ ([A-Z_]+=\\S+ )?kg ${name}\\b`));
    for (const option of ['--seeds <folders...>', '--json', '--verbose']) expect(help).toContain(option);
    for (const option of help.match(/^ {2}-.*$/gm) ?? []) expect(option).toMatch(/\S {2,}\S/);
  });

  test('ends with 64 at an option that there is none of, and prints no result', async () => {
    const { code, out, err } = await kg([...words, ...example, '--no-such-option']);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain("unknown option '--no-such-option'");
  });

  test('tells machines of wrong usage in one JSON value, beside the words for people', async () => {
    const { code, out, err } = await kg([...words, ...example, '--json', '--no-such-option']);
    expect([code, failureOf(out)]).toEqual([
      64,
      { code: 'usage', message: "unknown option '--no-such-option'" },
    ]);
    expect(err).toContain("unknown option '--no-such-option'");
  });
});

test.each(named.filter(([name]) => !ALONE.includes(name)))(
  'kg %s ends with 3 where the database is away, in one line to people and one value to machines',
  async (name, { words, help, example }) => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    const yes = help.includes(' --yes ') && !example.includes('--yes') ? ['--yes'] : [];
    const json = LASTING.includes(name) ? [] : ['--json'];
    const env = {
      NEO4J_URI: 'bolt://127.0.0.1:1',
      PORT: '0',
      KG_DATA: mkdtempSync(join(tmpdir(), 'kg-data-')),
    };
    const place = mkdtempSync(join(tmpdir(), 'kg-files-'));
    const given = example.map((word) => (FILES.includes(word) ? join(place, word) : word));
    writeFileSync(join(place, 'graph.kg.gz'), '');
    const { code, out, err } = await kg([...words, ...given, ...yes, ...json, '--seeds', folder], env);
    expect(code).toBe(3);
    if (LASTING.includes(name)) expect(out).toBe('');
    else expect(failureOf(out)).toMatchObject({ code: 'graph/unavailable' });
    expect(err).toMatch(/^kg: Nothing listens at bolt:\/\/127\.0\.0\.1:1\. .*\n$/);
  },
);

test.each([
  ['a command that there is none of', ['frob'], 64, 'usage', "unknown command 'frob'"],
  ['a setting that cannot be', ['validate'], 64, 'usage', 'PORT'],
  ['what is refused', ['rename', 'policy:no', 'policy:one'], 1, 'refused', 'policy:no'],
] as const)('%s is told to machines in the same form', async (_, words, expected, name, part) => {
  const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
  const env = { KG_SEEDS: folder, ...(part === 'PORT' ? { PORT: 'x' } : {}) };
  const { code, out, err } = await kg([...words, '--json'], env);
  const failure = failureOf(out);
  expect([code, failure.code]).toEqual([expected, name]);
  expect(failure.message).toContain(part);
  expect(err).not.toBe('');
});
