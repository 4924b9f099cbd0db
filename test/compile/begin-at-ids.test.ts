/** Where the statement of a filtered list begins, without a graph. */

import { expect, test } from 'vitest';
import { listClauses } from '../../src/compile/compile-list.ts';
import { buildSchema } from '../run-operation.ts';
import { compileContext } from './compile-context.ts';

const { model, schema } = buildSchema();

function clausesOf(where: unknown) {
  const context = compileContext({ model, schema });
  const text = listClauses(context, 'Firm', where, 'n');
  return { lines: text.split('\n'), values: Object.values(context.parameters.values) };
}

test('it begins at the ids of all relationships, and filters by nothing else', () => {
  const { lines, values } = clausesOf({
    places: { some: { id: { eq: 'zone:a' } } },
    industries: { some: { id: { in: ['industry:b', 'industry:c'] } } },
  });
  expect(lines).toEqual([
    'MATCH (n0:Node) WHERE n0.id = $p0',
    'MATCH (n2:Node) WHERE n2.id IN $p1',
    'MATCH (n)-[r1:FIRM_LOCATED_IN|FIRM_LOCATED_IN_DATED]->(n0) WHERE n:Firm',
    'MATCH (n)-[r3:OPERATES_IN|OPERATES_IN_DATED]->(n2) WHERE n:Firm',
    'WITH DISTINCT n WHERE n.nodeType IS NOT NULL',
  ]);
  expect(values).toEqual(['zone:a', ['industry:b', 'industry:c']]);
});

test('what else is asked of a far end, or of none, stays a condition', () => {
  const { lines, values } = clausesOf({
    places: { some: { id: { eq: 'zone:a' } }, none: { id: { eq: 'zone:b' } } },
    industries: { some: { isIn: 'industry:c' } },
  });
  expect(lines.slice(0, 3)).toEqual([
    'MATCH (n0:Node) WHERE n0.id = $p0',
    'MATCH (n)-[r1:FIRM_LOCATED_IN|FIRM_LOCATED_IN_DATED]->(n0) WHERE n:Firm',
    'WITH DISTINCT n WHERE n.nodeType IS NOT NULL',
  ]);
  expect(lines.at(-1)).toMatch(/^WITH \* WHERE NOT b\d+ AND b\d+$/);
  expect(values).toEqual(['zone:a', 'zone:b', 'industry:c']);
});
