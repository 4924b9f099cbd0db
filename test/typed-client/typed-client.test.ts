/** The README's client as an app developer writes it: compiled against the schema, and a wrong field is told. */

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
const CLIENT = /```ts\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kg-client-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const compilerOptions = {
    strict: true,
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom'],
    types: [],
    noEmit: true,
    allowImportingTsExtensions: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['client.ts'] }));
  // What `gql.tada generate-output` writes.
  const introspection = introspectionFromSchema(buildSchema(readFileSync('schema/api.graphql', 'utf8')));
  const types = outputIntrospectionFile(minifyIntrospection(introspection), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  });
  writeFileSync(join(folder, 'graphql-env.d.ts'), types);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of a client; nothing where it compiles. */
async function compile(client: string): Promise<string> {
  writeFileSync(join(folder, 'client.ts'), client);
  const compiler = resolve('node_modules/typescript/bin/tsc');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', folder]);
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

test('the README has a client', () => {
  expect(CLIENT).toContain('initGraphQLTada');
});

test('the client of the README compiles against the schema', async () => {
  expect(await compile(CLIENT)).toBe('');
});

test('a field that is read and was not asked for is told by the compiler', async () => {
  const wrong = `${CLIENT}\nexport const number = (await supportIn('region:x'))[0]?.policy.number;\n`;
  expect(await compile(wrong)).toMatch(/client\.ts.*'number' does not exist/);
});

test('a field that the schema does not have is told by the compiler', async () => {
  const wrong = CLIENT.replace('cluster { name }', 'clusters { name }');
  expect(wrong).not.toBe(CLIENT);
  const read = `${wrong}\nexport const name: string = (await supportIn('region:x'))[0]!.clusters.name;\n`;
  expect(await compile(read)).toMatch(/client\.ts/);
});

test('a missing variable is told by the compiler', async () => {
  const wrong = CLIENT.replace('variables: { place }', 'variables: {} satisfies VariablesOf<typeof question>');
  expect(wrong).not.toBe(CLIENT);
  const imported = wrong.replace('type ResultOf }', 'type ResultOf, type VariablesOf }');
  expect(await compile(imported)).toMatch(/client\.ts.*place/);
});
