/** What a plan says of records that change their id, or go into one another. */

import { describe, expect, test } from 'vitest';
import { changeSentence } from '../../src/model/words/change-sentence.ts';
import { diff } from '../../src/plan/changes/diff.ts';
import { describeChanges } from '../../src/plan/report/describe-changes.ts';
import { type ChangeRecord, countRecords, planRecords } from '../../src/plan/report/plan-records.ts';
import { datasetOf, FIRST, SECOND } from '../changes/apply-seeds.ts';
import { model } from '../graph-fixture.ts';

/** Seeds with some firms: an id, and those it had before. */
function firms(...all: readonly (readonly [id: string, ...former: readonly string[]])[]): string {
  const lines = all.map(
    ([id, ...former]) =>
      `  - { id: 'firm:${id}', name: 公司, formerIds: [${former.map((each) => `'firm:${each}'`)}] }\n`,
  );
  return `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: 'source:s', locator: p1 } }
sources: [{ id: 'source:s', name: 来源, tier: OFFICIAL }]
firms:
${lines.join('')}`;
}

function planned(before: string, after: string): readonly ChangeRecord[] {
  const desired = datasetOf(after);
  return planRecords({ changes: diff(desired, datasetOf(before)), desired }, model, new Map());
}

function told(before: string, after: string): readonly string[] {
  const desired = datasetOf(after);
  return describeChanges(model, diff(desired, datasetOf(before)), desired).map((change) =>
    changeSentence(model, change, 'ZH'),
  );
}

describe('a record under a new id', () => {
  test.each([
    ['the first time', firms(['a']), firms(['c', 'a'])],
    ['once more', firms(['c', 'a', 'b']), firms(['d', 'a', 'b', 'c'])],
    ['and back to one that it had', firms(['c', 'a', 'b']), firms(['a', 'b', 'c'])],
    ['and back with all forgotten', firms(['c', 'a']), firms(['a'])],
  ])('remembers its old one, which is no news: %s', (_, before, after) => {
    expect(planned(before, after)).toMatchObject([{ action: 'rename', properties: {} }]);
    expect(told(before, after)).toHaveLength(1);
  });

  test('that comes to remember others too shows them as they were and are', () => {
    const [before, after] = [firms(['a']), firms(['c', 'a', 'b'])];
    expect(planned(before, after)).toMatchObject([
      { action: 'rename', properties: { formerIds: [null, ['firm:a', 'firm:b']] } },
    ]);
    expect(told(before, after)[0]).toMatch(/旧编号：firm:a · firm:b$/);
    expect(planned(firms(['c', 'a', 'b']), firms(['d', 'c']))).toMatchObject([
      { action: 'rename', properties: { formerIds: [['firm:a', 'firm:b'], ['firm:c']] } },
    ]);
  });
});

test('a record that goes under another that remembers its id was joined into that', () => {
  const found = planned(firms(['a'], ['b'], ['z']), firms(['z', 'a']));
  expect(found.map(({ action, id, joinedInto }) => [action, id, joinedInto])).toEqual([
    ['update', 'firm:z', undefined],
    ['delete', 'firm:a', 'firm:z'],
    ['delete', 'firm:b', undefined],
  ]);
});

test('an id that stands for a name in a sentence does not run into the words beside it', () => {
  const words = planned(firms(['a']), FIRST).map((each) => each.words);
  expect(words.filter((each) => each.includes('observation:o') && each !== 'observation:o')).toEqual([
    'observation:o 针对集成电路',
    'observation:o 针对上海市',
    'observation:o 的指标为产值',
  ]);
});

test('records come before facts where they come or change, and after them where they go', () => {
  const steps = [planned(FIRST, SECOND), planned(SECOND, FIRST)].map((records) => [
    ...new Set(records.map(({ action, from }) => `${action} ${from === undefined ? 'record' : 'fact'}`)),
  ]);
  expect(steps).toEqual([
    ['create record', 'update record', 'create fact', 'update fact', 'delete fact', 'delete record'],
    ['create record', 'update record', 'create fact', 'update fact', 'delete fact', 'delete record'],
  ]);
  for (const records of [planned(FIRST, SECOND), planned(SECOND, FIRST)]) {
    const places = records.map(({ action, from, id }) => `${action} ${from === undefined} ${id}`);
    const groups = new Set(places.map((place) => place.split(' ').slice(0, 2).join(' ')));
    const sorted = [...groups].flatMap((group) => places.filter((place) => place.startsWith(group)).sort());
    expect(places).toEqual(sorted);
  }
});

test('records are counted by what happens to them', () => {
  expect(countRecords(planned(firms(['a'], ['b'], ['z']), firms(['c', 'a'], ['z', 'b'], ['new'])))).toEqual({
    create: 1,
    rename: 1,
    update: 1,
    delete: 1,
  });
});
