/** The README's client as an app developer writes it: compiled against the schema, and a wrong field is told. */

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema, isScalarType, isSpecifiedScalarType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { README_APP } from './readme-app.ts';

let folder: string;
const CLIENT = README_APP.code;
const SCHEMA = buildSchema(readFileSync('schema/api.graphql', 'utf8'));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kg-client-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'tsconfig.json'), README_APP.tsconfig);
  // What `gql.tada generate-output` writes.
  const introspection = introspectionFromSchema(SCHEMA);
  const types = outputIntrospectionFile(minifyIntrospection(introspection), {
    fileType: '.d.ts',
    shouldPreprocess: true,
  });
  writeFileSync(join(folder, 'graphql-env.d.ts'), types);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Clients that are wrong, each in one place. */
const WRONG = {
  unasked: `${CLIENT}\nexport const number = support.nodes[0]?.policy.number;\n`,
  unknown: CLIENT.replace('cluster { name }', 'clusters { name }'),
  missing: CLIENT.replace("place: 'region:pudong', ", ''),
  mistyped: CLIENT.replace("day: '2024-10-01'", 'day: 2024'),
};

/** What the compiler says of the client and of the wrong ones, all at once. */
async function compile(): Promise<string> {
  writeFileSync(join(folder, 'app.ts'), CLIENT);
  for (const [name, code] of Object.entries(WRONG)) writeFileSync(join(folder, `${name}.ts`), code);
  const compiler = resolve('node_modules/typescript/bin/tsc');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', folder]);
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

test('the client of the README compiles, and the compiler reports what a client gets wrong', async () => {
  const reported = await compile();
  expect(reported).not.toMatch(/^app\.ts/m);
  expect(reported).toMatch(/unasked\.ts.*'number' does not exist/);
  expect(reported).toMatch(/unknown\.ts/);
  expect(reported).toMatch(/missing\.ts.*place/);
  expect(reported).toMatch(/mistyped\.ts.*number/);
});

test('every scalar of the schema has a type in the client of the README', () => {
  const scalars = Object.values(SCHEMA.getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
    .map(({ name }) => name);
  const typed = /type Scalars = \{(.*)\}/.exec(CLIENT)?.[1] ?? '';
  expect([...typed.matchAll(/(\w+): /g)].map(([, name]) => name).sort()).toEqual(scalars.sort());
});
