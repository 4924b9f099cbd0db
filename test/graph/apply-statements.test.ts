/** The statements that write: what each row says, and that no row is left out. */

import { describe, expect, test } from 'vitest';
import { batched, updateNodes, updateRelationships } from '../../src/graph/statements/apply-statements.ts';
import { recordNames } from '../../src/model/words/record-names.ts';
import { wordingOf } from '../../src/model/words/wording.ts';
import { datasetOf, FIRST } from '../changes/apply-seeds.ts';
import { model } from '../graph-fixture.ts';

const { nodes, relationships } = datasetOf(FIRST);
const wording = wordingOf(
  model,
  recordNames(model, (id) => nodes.get(id), new Map()),
);

function first<T>(values: Iterable<T>): T {
  for (const value of values) return value;
  throw new Error('there is none');
}

describe('a manual edit that is kept is stored instead of the value in the seeds', () => {
  test('on a node', () => {
    const before = first(nodes.values());
    const after = { ...before, properties: { ...before.properties, name: '新' } };
    const merged = { ...before, properties: { ...before.properties, name: '改过' } };
    expect(updateNodes(model, [{ before, after, merged }], wording)[0]?.parameters.rows).toMatchObject([
      { id: before.id, set: { name: '改过' } },
    ]);
  });

  test('on a fact', () => {
    const before = first(relationships.values());
    const [after, merged] = ['p8', 'p9'].map((locator) => ({
      ...before,
      evidence: [{ source: 'source:s', locator }],
    }));
    if (!after || !merged) throw new Error('two were made');
    expect(
      updateRelationships(model, [{ before, after, merged }], wording)[0]?.parameters.rows,
    ).toMatchObject([{ key: before.key, set: { evidence: ['《来源》 p9'] } }]);
  });
});

test.each([
  [0, []],
  [4_999, [4_999]],
  [5_000, [5_000]],
  [5_001, [5_000, 1]],
  [10_000, [5_000, 5_000]],
])('%s rows go into batches of 5,000, and each row into one', (count, sizes) => {
  const rows = Array.from({ length: count }, (_, index) => index);
  const sent = batched('RETURN 1', rows).map(({ parameters }) => parameters.rows as readonly number[]);
  expect(sent.map(({ length }) => length)).toEqual(sizes);
  expect(sent.flat()).toEqual(rows);
});
