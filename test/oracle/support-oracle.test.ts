/** The oracle against answers worked out by hand. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { supportExamples } from '../support/support-examples.ts';
import { randomCase } from './random-case.ts';
import { type SupportAnswer, type SupportQuery, supportOracle } from './support-oracle.ts';

describe('supportOracle', () => {
  test.each(supportExamples)('$title', ({ dataset, query, expected }) => {
    expect(supportOracle(dataset, query)).toEqual(expected);
  });

  test('no two examples have the same title', () => {
    const titles = supportExamples.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('planned facts add answers and change none', () => {
    holds(({ dataset, query }) => {
      const stated = rowTexts(supportOracle(dataset, { ...query, includePlanned: false }));
      const planned = rowTexts(supportOracle(dataset, { ...query, includePlanned: true }));
      expect(stated.filter((row) => !planned.includes(row))).toEqual([]);
    });
  });

  test('policy, cluster, industry and place leave answers out and change none', () => {
    holds(({ dataset, query }) => {
      const { policy, cluster, industry, place, ...rest } = query;
      const all = rowTexts(supportOracle(dataset, rest));
      const some = rowTexts(supportOracle(dataset, query));
      expect(some).toEqual(all.filter((row) => some.includes(row)));
    });
  });

  test('the order does not change what is answered', () => {
    holds(({ dataset, query }) => {
      const byPolicy = supportOracle(dataset, { ...query, orderBy: 'POLICY' });
      const ordered = supportOracle(dataset, query);
      expect(rowTexts(ordered).sort()).toEqual(rowTexts(byPolicy).sort());
      expect(ordered.whyNot).toEqual(byPolicy.whyNot);
    });
  });
});

/** Checks a statement on random questions. */
function holds(check: (asked: { readonly dataset: Dataset; readonly query: SupportQuery }) => void): void {
  const property = fc.property(randomCase(1), ({ dataset, queries }) => {
    for (const query of queries) check({ dataset, query });
  });
  fc.assert(property, { numRuns: 100 });
}

/** Rows as text, to compare. */
function rowTexts(answer: SupportAnswer): string[] {
  return answer.rows.map((row) => JSON.stringify(row));
}
