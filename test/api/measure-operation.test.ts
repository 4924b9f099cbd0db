/** How large an operation is, measured without running it. */

import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { LIMITS, refusalOf } from '../../src/api/limits.ts';
import { measureOperation, type OperationSize } from '../../src/api/measure-operation.ts';
import { buildSchema } from '../run-operation.ts';

const { schema } = buildSchema();

function measure(source: string): OperationSize {
  const [operation] = parse(source).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return measureOperation(schema, operation, {}, {});
}

/** Claims, and those of what they are about, again and again. */
function claims(times: number): string {
  return times === 0 ? '{ property }' : `{ about { claims ${claims(times - 1)} } }`;
}

test('claims that lead back to what they are about multiply, within the depth that is allowed', () => {
  const { depth, nodes } = measure(`{ node(id: "firm:f") { ... on Entity { claims ${claims(7)} } } }`);
  expect(depth).toBeLessThanOrEqual(LIMITS.depth);
  expect(nodes).toBeGreaterThan(LIMITS.nodes);
});

test('steps of a proof multiply what is asked of their ends', () => {
  const below = 'policies(first: 20) { nodes { id } }';
  const once = measure(`{ support(first: 1) { nodes { cluster { ${below} } } } }`);
  const each = measure(`{ support(first: 1) { nodes { because { to { ... on Cluster { ${below} } } } } } }`);
  expect(each.nodes).toBeGreaterThanOrEqual(10 * (once.nodes - 1));
});

test('a whole page of proofs, with names and sources, is no more than is allowed', () => {
  const proof = 'because { from { name } to { name } evidence { locator source { name } } }';
  expect(measure(`{ support(first: 200) { nodes { policy { name } ${proof} } } }`).nodes).toBeLessThanOrEqual(
    LIMITS.nodes,
  );
});

test.each([
  ['a policy’s status is read on the policy itself', 'policies(where: { status: { eq: IN_FORCE } })', 1, 0],
  ['a measure’s status is read on its policy', 'measures(where: { status: { eq: IN_FORCE, in: [] } })', 2, 1],
  ['an order by it as well', 'measures(orderBy: [{ status: ASC }])', 1, 1],
  [
    'and behind a relationship, whatever it is nested in',
    'policies(where: { measures: { some: { or: [{ not: { status: { eq: DRAFT } } }, { status: { in: [] } }] } } })',
    3,
    3,
  ],
])('%s, and counts as that', (_, list, conditions, walks) => {
  expect(measure(`{ ${list} { totalCount } }`)).toMatchObject({ conditions, walks });
});

// §11.4
test('a matrix counts its cells, a comparison its places, and each at its limit is allowed', () => {
  const matrix = (first: number, columns: number) =>
    measure(`{ coverage(rows: POLICY, first: ${first}, columnsFirst: ${columns}) { cells { count } } }`);
  expect(refusalOf(matrix(200, 100))).toBeUndefined();
  expect(refusalOf(matrix(200, 101))).toMatchObject({ extensions: { limit: 'nodes', found: 20_200 } });
  expect(refusalOf(matrix(1, 201))).toMatchObject({ extensions: { limit: 'first', found: 201 } });
  expect(refusalOf(matrix(1, 0))).toMatchObject({ extensions: { argument: 'first' } });
  const places = (count: number) =>
    measure(`{ compare(places: [${Array(count).fill('"region:r"').join(' ')}]) { common { id } } }`);
  expect([2, 8].map((count) => refusalOf(places(count)))).toEqual([undefined, undefined]);
  expect(refusalOf(places(9))).toMatchObject({ extensions: { limit: 'places', found: 9, allowed: 8 } });
  expect(refusalOf(places(1))).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'places' } });
});

test('segments of a chain and policies in cells multiply what is asked below them', () => {
  const cells = measure(
    '{ coverage(rows: POLICY, first: 50, columnsFirst: 50) { cells { policies(first: 5) { id } } } }',
  );
  expect(cells.nodes).toBe(50 * 50 * 6);
  const chain = measure('{ chain(industry: "industry:i") { segments { firms(first: 20) { id } } } }');
  expect(chain.nodes).toBeGreaterThanOrEqual(200);
});
