/** Answers over all time, held against the answers of each day by the oracle (§6.16). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayBefore } from '../../src/model/day.ts';
import { turnsOfAll } from '../../src/rules/days-of-change.ts';
import { finish } from '../../src/rules/steps.ts';
import { supportIntervals } from '../../src/rules/support-intervals.ts';
import { randomCase } from '../oracle/random-case.ts';
import { supportOracle } from '../oracle/support-oracle.ts';
import { viewsOf } from './answer-by-rules.ts';

const RUNS = 150;

test('on every day on which something changes, and the day before, they are the answers of that day', {
  timeout: 120_000,
}, () => {
  let [answers, intervals] = [0, 0];
  fc.assert(
    fc.property(randomCase(1), ({ dataset }) => {
      const views = viewsOf(dataset);
      const found = finish(supportIntervals(views, 1_000)) ?? [];
      const turns = [...turnsOfAll(views.ground)].slice(1);
      for (const day of new Set(turns.flatMap((turn) => [dayBefore(turn), turn]))) {
        const held = found.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
        const texts = held.map(({ policy, cluster, place, scope, modality }) =>
          [policy, cluster, place, scope, modality].join(' '),
        );
        const { rows } = supportOracle(dataset, { day, includePlanned: false, orderBy: 'POLICY' });
        expect(texts.sort()).toEqual(
          rows.map((row) => [row.policy, row.cluster, row.place, row.scope, row.modality].join(' ')).sort(),
        );
        answers += rows.length;
      }
      intervals += found.length;
      // An interval ends only where its answer does, or the scope or modality changes.
      const starts = found.map(({ toDay: _, ...rest }) => JSON.stringify(rest));
      const joined = found.filter(({ toDay, ...rest }) =>
        starts.some((start) => start === JSON.stringify({ ...rest, fromDay: dayAfterOf(turns, toDay) })),
      );
      expect(joined).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  // Intervals of nothing would prove nothing, and so would days that all have the same answers.
  expect(answers).toBeGreaterThan(RUNS);
  expect(intervals).toBeGreaterThan(RUNS / 2);
});

/** The day on which something changes right after another day. */
function dayAfterOf(turns: readonly number[], day: number): number | undefined {
  return turns.find((turn) => dayBefore(turn) === day);
}

test('past the greatest number there are none', () => {
  let bounded = 0;
  fc.assert(
    fc.property(randomCase(1), ({ dataset }) => {
      const views = viewsOf(dataset);
      const all = finish(supportIntervals(views, 1_000)) ?? [];
      if (all.length === 0) return;
      bounded += 1;
      expect(finish(supportIntervals(views, all.length))).toEqual(all);
      expect(finish(supportIntervals(views, all.length - 1))).toBeUndefined();
    }),
    { numRuns: RUNS / 3 },
  );
  expect(bounded).toBeGreaterThan(RUNS / 10);
});
