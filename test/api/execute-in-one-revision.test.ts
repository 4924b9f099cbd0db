/** The root fields of an operation are of one revision, or all of them are answered again (§16.4). */

import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { executeInOneRevision } from '../../src/api/execute-in-one-revision.ts';

const schema = buildSchema('type Query { a: Int b: Int }');
const document = parse('{ a b }');

/** Executes an operation whose fields, one after the other, are of these revisions. */
async function executed(...revisions: readonly number[]) {
  const rest = [...revisions];
  const seen = new Set<number>();
  const field = async () => {
    const revision = rest.shift() ?? 0;
    seen.add(revision);
    return revision;
  };
  const { data, errors = [] } = await executeInOneRevision(
    { schema, document, rootValue: { a: field, b: field } },
    seen,
  );
  return {
    data: data && { ...data },
    codes: errors.map(({ extensions }) => extensions.code),
    seen: [...seen],
  };
}

test('fields of one revision are answered at once', async () => {
  expect(await executed(7, 7, 9)).toEqual({ data: { a: 7, b: 7 }, codes: [], seen: [7] });
});

test('fields of two revisions are answered again, twice at most', async () => {
  expect(await executed(7, 8, 8, 8)).toEqual({ data: { a: 8, b: 8 }, codes: [], seen: [8] });
  expect(await executed(7, 8, 8, 9, 9, 9)).toEqual({ data: { a: 9, b: 9 }, codes: [], seen: [9] });
});

test('an operation whose fields are always of two revisions is refused for the moment', async () => {
  const refused = { data: undefined, codes: ['SERVICE_UNAVAILABLE'], seen: [] };
  expect(await executed(1, 2, 2, 3, 3, 4, 4, 4)).toEqual(refused);
});
