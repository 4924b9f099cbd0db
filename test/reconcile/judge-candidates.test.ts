/** Which candidate of a query is certain: without a database. */

import { describe, expect, test } from 'vitest';
import { type FoundRecord, judgeCandidates } from '../../src/api/reconcile/judge-candidates.ts';
import { readQueries } from '../../src/api/reconcile/read-queries.ts';
import { serviceModel } from '../../src/api/reconcile/service-model.ts';
import { model } from '../graph-fixture.ts';

const service = serviceModel(model);
const FIRM = service.types.find(({ id }) => id === 'FIRM');

function found(id: string, score: number | undefined, more: Partial<FoundRecord> = {}): FoundRecord {
  if (!FIRM) throw new Error('the model has firms');
  return { id, name: id, type: FIRM, codes: {}, score, reason: '', byId: false, ...more };
}

/** The ids of candidates in their order, those matched with a mark; `fits` says of which places are known to fit. */
function judged(records: readonly FoundRecord[], fits: Readonly<Record<string, boolean>> = {}, limit = 10) {
  const [query] = readQueries(
    service,
    JSON.stringify({ q: { query: 'x', limit, properties: [{ pid: 'place', v: 'p' }] } }),
  );
  if (!query) throw new Error('there is one query');
  return judgeCandidates(query, records, ({ id }) => fits[id]).map(({ id, match }) =>
    match ? `${id}!` : id,
  );
}

describe('certain is', () => {
  test('the only one whose name is exact, whatever is like it', () => {
    expect(judged([found('a', 1), found('b', 0.97)])).toEqual(['a!', 'b']);
    expect(judged([found('a', 0.98)])).toEqual(['a!']);
    expect(judged([found('a', 0.97)])).toEqual(['a']);
    expect(judged([found('a', 1), found('b', 0.98)])).toEqual(['a', 'b']);
  });

  test('of several of one name the one that no property rules out', () => {
    expect(judged([found('a', 1), found('b', 1)], { a: false })).toEqual(['b!', 'a']);
    expect(judged([found('a', 1), found('b', 1)], { b: true })).toEqual(['b', 'a']);
    expect(judged([found('a', 1), found('b', 1)], { a: false, b: false })).toEqual(['a', 'b']);
  });

  test('the one that is named by its id, unless another goes by that text', () => {
    expect(judged([found('a', undefined, { byId: true })])).toEqual(['a!']);
    expect(judged([found('a', undefined, { byId: true }), found('b', 1)])).toEqual(['a', 'b']);
    expect(judged([found('a', undefined, { byId: true }), found('b', 1)], { b: false })).toEqual(['a', 'b']);
  });

  test('none that a property rules out', () => {
    expect(judged([found('a', 1)], { a: false })).toEqual(['a']);
    expect(judged([found('a', undefined, { byId: true })], { a: false })).toEqual(['a']);
  });
});

test('what is certain is decided before the list is cut', () => {
  expect(judged([found('a', 1), found('b', 1)], {}, 1)).toEqual(['a']);
});

test('the properties that narrow a query are derived from the model', () => {
  expect(service.properties.map(({ id, name }) => [id, name])).toEqual([
    ['uscc', '统一社会信用代码 unified social credit code'],
    ['code', '行政区划代码 code'],
    ['industry', '产业 industry'],
    ['place', '区域 place'],
  ]);
});

test('a batch may ask for as many lists of types as one operation has room for', () => {
  const kinds = service.types.flatMap((a) => service.types.map((b) => [a.id, b.id]));
  const batch = (size: number) =>
    JSON.stringify(Object.fromEntries(kinds.slice(0, size).map((type, at) => [at, { query: 'x', type }])));
  expect(readQueries(service, batch(14)).length).toBe(14);
  expect(() => readQueries(service, batch(30))).toThrow('more than 14 different lists of types');
});
