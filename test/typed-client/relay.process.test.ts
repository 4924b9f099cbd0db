/** Relay's own compiler over the served schema: every node can be fetched again, every connection paged. */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildSchema, type GraphQLField, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SCHEMA = readFileSync('schema/api.graphql', 'utf8');
const require = createRequire(import.meta.url);
const COMPILER = require.resolve('relay-compiler/cli.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kg-relay-'));
  mkdirSync(join(folder, 'src'));
  const config = { src: './src', schema: './schema.graphql', language: 'typescript', eagerEsModules: true };
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler answers to components over a schema: nothing where it compiles. */
async function compile(schema: string, documents: readonly string[]): Promise<string> {
  writeFileSync(join(folder, 'schema.graphql'), schema);
  const texts = documents.map((text, index) => `export const part${index} = graphql\`${text}\`;`);
  writeFileSync(join(folder, 'src', 'Parts.ts'), texts.join('\n'));
  try {
    await promisify(execFile)(process.execPath, [COMPILER], { cwd: folder });
    return '';
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error)
      return `${error.stdout}${error.stderr}`;
    throw error;
  }
}

type Field = GraphQLField<unknown, unknown>;

/** The connections among fields that take a page. */
function connectionsOf(fields: Readonly<Record<string, Field>>): readonly Field[] {
  return Object.values(fields).filter(
    ({ type, args }) => /Connection!$/.test(String(type)) && args.some(({ name }) => name === 'after'),
  );
}

const selection = 'edges { node { __typename } }';

/** A fragment on a type that can be fetched again, with one of its connections where it has any. */
function fragments(type: string, connections: readonly (Field | undefined)[]): readonly string[] {
  return connections.map((field) => {
    const name = `Parts_${type}${field?.name ?? ''}`;
    const page = field
      ? `${field.name}(first: $first, after: $after) @connection(key: "${name}_${field.name}") { ${selection} }`
      : '';
    const takes = field
      ? '@argumentDefinitions(first: { type: "Int", defaultValue: 5 }, after: { type: "String" })'
      : '';
    return `fragment ${name} on ${type} @refetchable(queryName: "Parts${type}${field?.name ?? ''}Query") ${takes} { id ${page} }`;
  });
}

const types = Object.values(buildSchema(SCHEMA).getTypeMap())
  .filter(isObjectType)
  .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'));

test('a fragment on each node type can be fetched again and paged', async () => {
  expect(types.length).toBeGreaterThan(10);
  const documents = types.flatMap((type) =>
    fragments(type.name, [undefined, ...connectionsOf(type.getFields())]),
  );
  expect(await compile(SCHEMA, documents)).toBe('');
  expect(readdirSync(join(folder, 'src', '__generated__')).length).toBe(2 * documents.length);
});

test('each root list and each question that has pages can be paged', async () => {
  const documents = connectionsOf(buildSchema(SCHEMA).getQueryType()?.getFields() ?? {})
    .filter(({ args }) => !args.some(({ type }) => String(type).endsWith('!')))
    .map(
      ({ name }) => `query Parts${name}Query($first: Int, $after: String) {
        ${name}(first: $first, after: $after) @connection(key: "Parts_${name}") { ${selection} } }`,
    );
  expect(documents.length).toBeGreaterThan(10);
  expect(await compile(SCHEMA, documents)).toBe('');
});

test('one argument more on node is refused by the compiler', async () => {
  const changed = SCHEMA.replace('node(id: ID!): Node', 'node(id: ID!, anyDay: Boolean): Node');
  expect(changed).not.toBe(SCHEMA);
  expect(await compile(changed, fragments('Firm', [undefined]))).toContain('node(id: ID): Node');
});
