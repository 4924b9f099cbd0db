/** The rules of `support` held against the worked examples and the oracle, without a database (§6). */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomCase } from '../oracle/random-case.ts';
import { DROPPING, supportOracle } from '../oracle/support-oracle.ts';
import { supportExamples } from '../support/support-examples.ts';
import { answerByRules } from './answer-by-rules.ts';

/** More on demand: RULES_RUNS=100000. */
const RUNS = Number(process.env.RULES_RUNS ?? 12_000);

describe('the rules answer support as the worked examples say', () => {
  test.each(supportExamples)('$title', ({ dataset, query, expected }) => {
    expect(answerByRules(dataset, query)).toEqual(expected);
  });
});

test('on random graphs they answer as the oracle does, whatever the page size', {
  timeout: 600_000,
}, () => {
  fc.assert(
    fc.property(randomCase(2), fc.constantFrom(2, 3, 50, 50), ({ dataset, queries }, pageSize) => {
      for (const query of queries) {
        expect(answerByRules(dataset, query, pageSize)).toEqual(supportOracle(dataset, query));
      }
    }),
    { numRuns: RUNS / 2 },
  );
});

test('on random graphs they list what each reason counts as the oracle does', { timeout: 600_000 }, () => {
  const listed = new Map<string, number>();
  const dropped = fc.constantFrom(...DROPPING);
  fc.assert(
    fc.property(
      randomCase(1),
      dropped,
      fc.constantFrom(2, 50),
      ({ dataset, queries }, dropping, pageSize) => {
        for (const query of queries) {
          const asked = { ...query, dropping };
          const answer = answerByRules(dataset, asked, pageSize);
          expect(answer).toEqual(supportOracle(dataset, asked));
          listed.set(dropping, (listed.get(dropping) ?? 0) + answer.rows.length);
        }
      },
    ),
    { numRuns: RUNS / 2 },
  );
  // Lists of nothing would prove nothing, whatever the reason.
  expect(DROPPING.filter((reason) => (listed.get(reason) ?? 0) < RUNS / 100)).toEqual([]);
});
