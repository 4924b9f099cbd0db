/** The checker of histories finds each fault that is put into a history, and none where there is none. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkHistory, type History, type HistoryStep } from './check-history.ts';

/** How one step of an honest history goes: what it is, and how long before and after its moment it begins and ends. */
const step = fc.record({
  isApply: fc.boolean(),
  isAnswered: fc.boolean(),
  before: fc.nat(50),
  after: fc.nat(50),
});

/** A history of things that were done one after the other, each at a moment between its beginning and its end. */
function honest(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): History {
  let revision = 1;
  const all = steps.map(({ isApply, isAnswered, before, after }, at): HistoryStep => {
    if (isApply) revision++;
    const times = { began: at * 10 - before, ended: at * 10 + after, who: `process ${at % 3}` };
    if (!isAnswered) return { kind: isApply ? 'apply' : 'read', revision: undefined, ...times };
    return isApply
      ? { kind: 'apply', revision, ...times }
      : { kind: 'read', revision, saw: `as of ${revision}`, ...times };
  });
  const ledger = Array.from({ length: revision }, (_, at) => at + 1);
  return { steps: all, ledger, isOf: (of, saw) => saw === `as of ${of}` };
}

test('in what was done one after the other there is no fault', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      expect(checkHistory(honest(steps))).toEqual([]);
    }),
  );
});

const times = (began: number, ended: number) => ({ began, ended, who: 'a process' });
const apply = (revision: number, began: number, ended: number): HistoryStep => ({
  ...{ kind: 'apply', revision },
  ...times(began, ended),
});
const read = (revision: number, began: number, ended: number, saw = `as of ${revision}`): HistoryStep => ({
  ...{ kind: 'read', revision, saw },
  ...times(began, ended),
});
const history = (steps: readonly HistoryStep[], ledger = [1, 2, 3]): History => ({
  ...{ steps, ledger },
  isOf: (of, saw) => saw === `as of ${of}`,
});

test.each<[string, History, string]>([
  ['a stale read', history([apply(2, 0, 1), read(1, 2, 3)]), 'came after revision 2'],
  ['a read older than the one before', history([read(2, 0, 1), read(1, 2, 3)]), 'came after revision 2'],
  ['an apply on an older one', history([apply(3, 0, 1), apply(2, 2, 3)]), 'came after revision 3'],
  ['a read of what is not made yet', history([read(2, 0, 1), apply(2, 2, 3)]), 'before its apply began'],
  ['an answer of two revisions', history([read(2, 0, 1, 'as of 1, and of 2')]), 'not of that revision alone'],
  ['a lost apply', history([apply(3, 0, 1)], [1, 2]), 'is lost'],
  ['a revision given twice', history([apply(2, 0, 3), apply(2, 1, 4)]), 'already'],
  ['a gap', history([], [1, 3]), 'at place 2'],
])('%s is found', (_, faulty, fault) => {
  expect(checkHistory(faulty)).toContainEqual(expect.stringContaining(fault));
});

test('what overlaps may be in either order', () => {
  expect(checkHistory(history([apply(2, 0, 9), read(1, 1, 2), read(2, 1, 2), apply(3, 0, 9)]))).toEqual([]);
});
