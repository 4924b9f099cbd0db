/** Operations of new shapes, drawn from the served schema. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** A shape: its kind and its operation. */
export interface Shape {
  readonly kind: string;
  readonly query: string;
}

/** Ids for the arguments of questions. */
export interface Named {
  readonly industry: string;
  readonly place: string;
}

/** The kind of the lists with which others are compared. */
export const PLAIN = 'plain list';

/** Where operations are written down, each in a file or a block of its own. */
const CASES = 'test/operations/cases';
const README = 'README.md';

const LISTS = [
  'policies',
  'clusters',
  'zones',
  'firms',
  'industries',
  'measures',
  'regions',
  'products',
  'projects',
];
const ORDERS = ['POLICY', 'CLUSTER', 'PLACE', 'ISSUED_ON_DESC'];
/** Levels of relationships below a list. */
const DEEPEST = 3;

/** Plain lists of two levels that are new as well, with which shapes are compared. */
export function makePlainLists(sdl: string, count: number, seed: number): readonly Shape[] {
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const random = seededRandom(seed);
  return distinct(count, () => {
    const list = random.pick(LISTS);
    const [relationship] = connectionsOf(nodeTypeOf(schema, list), random, 1);
    const inner = relationship
      ? ` ${relationship.name}(first: 3) { nodes { id ${pickNames(random, 2).join(' ')} } }`
      : '';
    return {
      kind: PLAIN,
      query: `{ ${list}(first: ${random.between(3, 9)}) { nodes { id name${inner} } } }`,
    };
  });
}

/** Shapes of all kinds that an application sends: deep lists, questions with proofs, groups, searches. */
export function makeShapes(sdl: string, count: number, seed: number, named: Named): readonly Shape[] {
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const random = seededRandom(seed);
  return distinct(count, () => {
    const drawn = random.between(1, 10);
    if (drawn <= 4) return supportShape(schema, random, named);
    const list = random.pick(LISTS);
    const selection = selectionOf(schema, nodeTypeOf(schema, list), random, random.between(1, DEEPEST));
    const total = random.percent(50) ? ' totalCount' : '';
    return { kind: 'nested list', query: `{ ${list}(first: 5) {${total} nodes ${selection} } }` };
  });
}

/** The operations of the tests and of the README. */
export function writtenShapes(): readonly Shape[] {
  const cases = readdirSync(CASES)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => ({ kind: 'operation of a test', query: readFileSync(join(CASES, name), 'utf8') }));
  const blocks = readFileSync(README, 'utf8').matchAll(/```graphql\n(.*?)```/gs);
  const questions = [...blocks].map(([, query = '']) => ({ kind: 'question of the README', query }));
  return [...cases, ...questions];
}

function supportShape(schema: GraphQLSchema, random: SeededRandom, named: Named): Shape {
  const given = [
    random.percent(50) ? `industry: "${named.industry}"` : '',
    random.percent(50) ? `place: "${named.place}"` : '',
    random.percent(20) ? 'includePlanned: true' : '',
    random.percent(50) ? `orderBy: ${random.pick(ORDERS)}` : '',
    `first: ${random.between(2, 20)}`,
  ].filter((text) => text !== '');
  const parts = ['policy', 'cluster', 'place'].map((part) => {
    const type = schema.getType(`${part.charAt(0).toUpperCase()}${part.slice(1)}`);
    return `${part} ${selectionOf(schema, type, random, random.between(0, 1))}`;
  });
  const whole = [
    random.percent(40) ? 'totalCount' : '',
    random.percent(30) ? 'whyNot { reason count }' : '',
  ].join(' ');
  const proof = random.percent(50) ? ' because { sentence evidence { locator source { name } } }' : '';
  return {
    kind: 'support',
    query: `{ support(${given.join(', ')}) { ${whole} nodes { scope ${parts.join(' ')}${proof} } } }`,
  };
}

/** A few plain fields of a type, and some of its relationships with fields of their nodes. */
function selectionOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType | undefined,
  random: SeededRandom,
  depth: number,
): string {
  const plain = plainFieldsOf(type).filter(() => random.percent(30));
  const evidence =
    hasField(type, 'evidence') && random.percent(30) ? 'evidence { locator source { name } }' : '';
  const related = depth === 0 ? [] : connectionsOf(type, random, random.between(1, 2));
  const below = related.map(({ name, node }) => {
    const total = random.percent(30) ? ' totalCount' : '';
    return `${name}(first: ${random.between(2, 4)}) {${total} nodes ${selectionOf(schema, schema.getType(node), random, depth - 1)} }`;
  });
  return `{ id ${[...plain, evidence, ...below].join(' ')} }`;
}

function plainFieldsOf(type: GraphQLNamedType | undefined): readonly string[] {
  return fieldsOf(type)
    .filter((field) => field.args.length === 0)
    .filter((field) => isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type)))
    .map(({ name }) => name);
}

/** Relationships of a type, drawn without repetition, with the node types they lead to. */
function connectionsOf(
  type: GraphQLNamedType | undefined,
  random: SeededRandom,
  count: number,
): readonly { readonly name: string; readonly node: string }[] {
  const all = fieldsOf(type).flatMap((field) => {
    const connection = getNamedType(field.type);
    if (!connection.name.endsWith('Connection') || !isObjectType(connection)) return [];
    const nodes = connection.getFields().nodes;
    return nodes ? [{ name: field.name, node: getNamedType(nodes.type).name }] : [];
  });
  const found = new Map<string, { readonly name: string; readonly node: string }>();
  for (let tries = 0; tries < 10 && found.size < Math.min(count, all.length); tries++) {
    const drawn = random.pick(all);
    found.set(drawn.name, drawn);
  }
  return [...found.values()];
}

function nodeTypeOf(schema: GraphQLSchema, list: string): GraphQLNamedType | undefined {
  const connection = getNamedType(schema.getQueryType()?.getFields()[list]?.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  return nodes && getNamedType(nodes.type);
}

function fieldsOf(type: GraphQLNamedType | undefined): readonly GraphQLField<unknown, unknown>[] {
  return type && 'getFields' in type
    ? (Object.values(type.getFields()) as GraphQLField<unknown, unknown>[])
    : [];
}

function hasField(type: GraphQLNamedType | undefined, name: string): boolean {
  return fieldsOf(type).some((field) => field.name === name);
}

function pickNames(random: SeededRandom, count: number): readonly string[] {
  return Array.from({ length: count }, () => random.pick(['name', 'nameEn', 'aliases', 'formerIds']));
}

function distinct(count: number, draw: () => Shape): readonly Shape[] {
  const found = new Map<string, Shape>();
  while (found.size < count) {
    const shape = draw();
    found.set(shape.query, shape);
  }
  return [...found.values()];
}
