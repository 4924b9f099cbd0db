/**
 * A condition and its opposite divide a list into two parts: nothing is in both, nothing in neither, and what has no value
 * fits no condition on it. Neo4j has been found to break this law by itself, so it is asked of each operator of each filter.
 * @see Rigger and Su, Finding Bugs in Database Systems via Query Partitioning, https://doi.org/10.1145/3428279
 */

import fc from 'fast-check';
import {
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isBare, madeUp, nodeOf } from '../../src/api/made-up.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openTestGraph } from '../graph-fixture.ts';
import { loadProduct } from '../load-product.ts';
import { howMany } from '../proof/proof-size.ts';
import { buildSchema, runOperation } from '../run-operation.ts';

const api = buildSchema();
let graph: Graph;

beforeAll(async () => {
  graph = openTestGraph();
  await loadProduct(graph);
});
afterAll(() => graph.close());

/** A list that takes a filter. */
interface List {
  readonly name: string;
  readonly node: GraphQLObjectType;
  readonly where: readonly GraphQLInputField[];
}

/** A condition of a filter; of one on a property also that it has no value. */
interface Condition {
  readonly list: string;
  readonly where: string;
  readonly isNull: string | undefined;
}

const LISTS = Object.values(api.schema.getQueryType()?.getFields() ?? {}).flatMap(
  (field): readonly List[] => {
    const node = nodeOf(field);
    const where = field.args.find(({ name }) => name === 'where');
    const filter = where && getNamedType(where.type);
    if (!isBare(field) || !isObjectType(node) || !isInputObjectType(filter)) return [];
    return [{ name: field.name, node, where: Object.values(filter.getFields()) }];
  },
);

const CONNECTIVES = ['and', 'or', 'not'];

/** Values that records of a list have in a property; none of what is no property. */
async function valuesOf({ name, node }: List, property: string): Promise<readonly unknown[]> {
  const field = node.getFields()[property];
  if (!field || !isBare(field) || !isLeafType(getNamedType(field.type))) return [];
  const { result } = await runOperation(api, graph, `{ ${name}(first: 100) { nodes { ${property} } } }`);
  const found = JSON.parse(JSON.stringify(result.data?.[name])) as {
    readonly nodes: readonly Record<string, unknown>[];
  };
  const values = found.nodes.flatMap((each) => each[property]).filter((value) => value !== null);
  return [...new Set(values)];
}

/** Literals for an operator: of values that are there, of parts of them, and one that nothing has. */
function literals(type: GraphQLInputType, values: readonly unknown[]): readonly string[] {
  const named = getNullableType(type);
  if (isListType(named)) {
    const items = literals(named.ofType, values);
    return ['[]', `[${items.slice(0, 2).join(', ')}]`];
  }
  if (isEnumType(named)) return named.getValues().map(({ name }) => name);
  if (isInputObjectType(named)) return ['{}'];
  if (named.toString() === 'Boolean') return ['true', 'false'];
  const [first, last] = [values[0], values.at(-1)];
  const parts =
    typeof last === 'string' && named.toString() === 'String' ? [[...last].slice(0, 2).join('')] : [];
  const there = [first, last, ...parts].filter((value) => value !== undefined);
  const none = madeUp(named);
  return [...there.map((value) => JSON.stringify(value)), ...(none === undefined ? [] : [none])];
}

async function conditionsOf(list: List): Promise<readonly Condition[]> {
  const conditions: Condition[] = [];
  for (const { name, type } of list.where.filter((each) => !CONNECTIVES.includes(each.name))) {
    const filter = getNullableType(type);
    const values = await valuesOf(list, name);
    const operators = isInputObjectType(filter) ? Object.values(filter.getFields()) : [];
    const canBeNull = operators.some((operator) => operator.name === 'isNull');
    const isNull = canBeNull ? `{ ${name}: { isNull: true } }` : undefined;
    for (const operator of operators) {
      for (const literal of literals(operator.type, values)) {
        const where = `{ ${name}: { ${operator.name}: ${literal} } }`;
        conditions.push({ list: list.name, where, isNull: operator.name === 'isNull' ? undefined : isNull });
      }
    }
    // What takes an id itself: isIn, covers, touches.
    if (operators.length === 0) {
      const ids = await valuesOf(list, 'id');
      for (const literal of literals(type, ids)) {
        conditions.push({ list: list.name, where: `{ ${name}: ${literal} }`, isNull: undefined });
      }
    }
  }
  return conditions;
}

/** How many records each part has. */
async function countParts({ list, where, isNull }: Condition): Promise<Readonly<Record<string, number>>> {
  const parts = {
    all: '{}',
    fit: where,
    rest: `{ not: ${where} }`,
    both: `{ and: [${where}, { not: ${where} }] }`,
    either: `{ or: [${where}, { not: ${where} }] }`,
    twice: `{ not: { not: ${where} } }`,
    ...(isNull === undefined ? {} : { unknown: `{ and: [${where}, ${isNull}] }` }),
  };
  const fields = Object.entries(parts).map(
    ([name, part]) => `${name}: ${list}(where: ${part}) { totalCount }`,
  );
  const { result } = await runOperation(api, graph, `{ ${fields.join(' ')} }`);
  const errors = result.errors ?? [];
  // Which values an operator takes is tested elsewhere: here it is what it answers. What fails otherwise is a fault.
  const isRefusal = ({ path, extensions }: (typeof errors)[number]) =>
    path === undefined || extensions.code === 'BAD_USER_INPUT';
  expect(
    errors.filter((error) => !isRefusal(error)),
    `${list}(where: ${where})`,
  ).toEqual([]);
  if (errors.length > 0) return { refused: errors.length };
  const counts = Object.entries(result.data ?? {}).map(([name, part]) => [
    name,
    (part as { readonly totalCount: number }).totalCount,
  ]);
  return Object.fromEntries(counts);
}

test('a condition and its opposite divide every list into two parts', async () => {
  const all = (await Promise.all(LISTS.map(conditionsOf))).flat();
  expect(LISTS.length).toBeGreaterThan(10);
  expect(all.length).toBeGreaterThan(400);
  const asked = howMany('CONDITIONS', 40, all.length);
  const [drawn = []] = fc.sample(fc.shuffledSubarray(all, { minLength: asked, maxLength: asked }), 1);
  let [divided, answered] = [0, 0];
  for (const condition of drawn) {
    const { refused, all: whole = 0, fit = 0, rest = 0, ...others } = await countParts(condition);
    if (refused !== undefined) continue;
    answered++;
    const { unknown = 0, ...parts } = others;
    const found = { sum: fit + rest, ...parts, unknown };
    const name = `${condition.list}(where: ${condition.where})`;
    expect({ name, ...found }).toEqual({ name, sum: whole, both: 0, either: whole, twice: fit, unknown: 0 });
    if (fit > 0 && rest > 0) divided++;
  }
  // A law that only empty parts keep, or of which few are asked, would say nothing.
  expect(answered).toBeGreaterThan(asked / 2);
  expect(divided).toBeGreaterThan(asked / 10);
});
