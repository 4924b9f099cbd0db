/** The oracle against answers worked out by hand. */

import { describe, expect, test } from 'vitest';
import { progressExamples } from '../progress/progress-examples.ts';
import { progressOracle } from './progress-oracle.ts';

describe('progressOracle', () => {
  test.each(progressExamples)('$title', ({ figures, question, expected }) => {
    expect(progressOracle(figures, question)).toEqual(expected);
  });

  test('no two examples have the same title', () => {
    const titles = progressExamples.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
