/** The deciding of `progress`, without a database: held against the worked examples and against the oracle. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideProgress } from '../../src/questions/progress/decide-progress.ts';
import { progressOracle } from '../oracle/progress-oracle.ts';
import { decide } from './decide.ts';
import { progressExamples } from './progress-examples.ts';
import { randomFigures, randomQuestion } from './random-figures.ts';

describe('what is decided of a target', () => {
  test.each(progressExamples)('$title', ({ figures, question, expected }) => {
    for (const row of expected) {
      const target = figures.targets.find(({ id }) => id === row.target);
      expect(target && decide(figures, target, question.on)).toEqual(row);
    }
  });

  test('is what its meaning says, on random figures', () => {
    const states = new Map<string, number>();
    const property = fc.property(randomFigures, randomQuestion, (figures, question) => {
      for (const row of progressOracle(figures, question)) {
        const target = figures.targets.find(({ id }) => id === row.target);
        expect(target && decide(figures, target, question.on)).toEqual(row);
        states.set(row.state, (states.get(row.state) ?? 0) + 1);
      }
    });
    fc.assert(property, { numRuns: 2_000 });
    // No state is left to chance.
    const often = [...states].filter(([, count]) => count >= 20).map(([state]) => state);
    expect(often.sort()).toEqual([
      'BEHIND',
      'MET',
      'MISSED',
      'NOT_COMPARABLE',
      'NOT_MEASURED',
      'NO_BASELINE',
      'ON_TRACK',
    ]);
  });
});

test('the straight line begins with the newest figure before the policy, and is said in the unit', () => {
  const observed = (id: string, year: number, value: string) => ({
    id,
    value,
    bound: 'EXACT',
    fromDay: year * 10_000 + 101,
    toDay: year * 10_000 + 1231,
    readings: [],
  });
  const facts = {
    wanted: {
      comparator: 'AT_LEAST',
      value: '100',
      valueMax: undefined,
      span: { fromDay: 20250101, toDay: 20251231 },
      begins: 20220301,
    },
    indicator: { id: 'i', name: 'i', nameEn: undefined, behaviour: 'YEARLY' },
    observed: [observed('older', 2020, '10'), observed('first', 2021, '20'), observed('now', 2024, '70')],
    instead: undefined,
  };
  const decision = decideProgress(facts, []);
  expect(decision).toMatchObject({ state: 'BEHIND', baseline: { id: 'first' }, line: '80', ratio: '0.7' });
});
