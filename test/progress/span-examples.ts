/** Worked examples of targets of what adds up (FLOW) and of rates (RATE) (§9.5, §9.8). */

import { example, type ProgressExample } from './example.ts';

const BUILT = 'built FLOW; plan 2023; t: built >= 3000 by 2025 from 2023 of plan';

/** The examples. */
export const spanExamples: readonly ProgressExample[] = [
  // 1000 + 900 + 1200 = 3100; 3100 / 3000 = 1.0333333…
  example(
    'years that tile the span of a flow are summed',
    `${BUILT}; a: built 2023 1000; b: built 2024 900; c: built 2025 1200`,
    ['t MET c 1.033333'],
    { on: '2026-02-01' },
  ),
  // 1000 + 900 + 1000 = 2900; 2900 / 3000 = 0.9666666…
  example(
    'a sum that is too small is MISSED',
    `${BUILT}; a: built 2023 1000; b: built 2024 900; c: built 2025 1000`,
    ['t MISSED c 0.966667'],
    { on: '2026-02-01' },
  ),
  // 2025 is missing: what there is decides nothing, however much it is.
  example(
    'a flow whose span is not covered is NOT_MEASURED, and shows the newest',
    `${BUILT}; a: built 2023 5000; b: built 2024 5000`,
    ['t NOT_MEASURED b -'],
    { on: '2026-02-01' },
  ),
  // The one figure of the whole span goes before three years.
  example(
    'of several tilings the one with the fewest pieces is summed',
    `${BUILT}; a: built 2023 1; b: built 2024 1; c: built 2025 1; d: built 2023-01/2025-12 3000`,
    ['t MET d 1'],
    { on: '2026-02-01' },
  ),
  // 2023-01/2024-12 and 2025 are two pieces, 2023 and 2024 and 2025 three. 2500 + 400.
  example(
    'two pieces go before three',
    `${BUILT}; a: built 2023 2000; b: built 2024 2000; c: built 2025 400; d: built 2023-01/2024-12 2500`,
    ['t MISSED c 0.966667'],
    { on: '2026-02-01' },
  ),
  // 2023 + 2024–2025 against 2023–2024 + 2025: the first piece of the second is longer. 100 + 200 of 300.
  example(
    'of as few pieces, those whose first is the longest are summed',
    'built FLOW; t: built >= 300 by 2025 from 2023; a: built 2023 1; b: built 2024-01/2025-12 1; c: built 2023-01/2024-12 100; d: built 2025 200',
    ['t MET d 1'],
    { on: '2026-02-01' },
  ),
  // Quarters, a half-year and months: 10 + 20 + 30 + 40.
  example(
    'pieces may be of any length, without gap or overlap',
    'built FLOW; t: built >= 100 by 2023; a: built 2023-Q1 10; b: built 2023-04/2023-06 20; c: built 2023-07 30; d: built 2023-08/2023-12 40; e: built 2023-H2 69',
    // Q1, April to June and the second half are three pieces: 10 + 20 + 69 = 99.
    ['t MISSED e 0.99'],
  ),
  // March is missing.
  example(
    'a gap leaves the span uncovered',
    'built FLOW; t: built >= 1 by 2023-06 from 2023; a: built 2023-01/2023-02 10; b: built 2023-Q2 10',
    ['t NOT_MEASURED b -'],
  ),
  // Without a start the due year is the span.
  example(
    'without a start the due period is the span',
    'built FLOW; t: built >= 100 by 2023; a: built 2022 900; b: built 2023 99',
    ['t MISSED b 0.99'],
  ),
  // 60 and more than 40 is more than 100.
  example(
    'a sum is bounded as its pieces are',
    'built FLOW; t: built > 100 by 2023; a: built 2023-H1 60; b: built 2023-H2 40 MORE_THAN',
    ['t MET b 1'],
  ),
  // More than 90 and less than 90 may be anything.
  example(
    'a sum of figures bounded on either side shows nothing',
    'built FLOW; t: built >= 100 by 2023; a: built 2023-H1 90 MORE_THAN; b: built 2023-H2 90 LESS_THAN',
    ['t MISSED b 1.8'],
  ),
  // The newest visible is of 2024, after the due year; it decides nothing.
  example(
    'the newest that decides nothing may be of after the due day',
    'built FLOW; t: built >= 100 by 2022; a: built 2021 200; b: built 2024-H1 300',
    ['t NOT_MEASURED b -'],
  ),
  // 43.9 % of 2023 against 43 %.
  example('a rate of the due period decides', 'share RATE; t: share >= 43 by 2023; a: share 2023 43.9', [
    't MET a 1.02093',
  ]),
  // 6.9 / 7 = 0.9857142…
  example('a rate that is too small is MISSED', 'growth RATE; t: growth >= 7 by 2023; a: growth 2023 6.9', [
    't MISSED a 0.985714',
  ]),
  // Two halves do not make a rate of the year.
  example(
    'rates are not summed',
    'growth RATE; t: growth >= 7 by 2023; a: growth 2023-H1 8; b: growth 2023-H2 9',
    ['t NOT_MEASURED b -'],
  ),
  // −1.5 is at most −1.
  example('a rate may be below nothing', 'growth RATE; t: growth <= -1 by 2023; a: growth 2023 -1.5', [
    't MET a 1.5',
  ]),
  // 2023 and January to December 2023 are the same days.
  example(
    'the same days make the same period, however written',
    'growth RATE; t: growth >= 7 by 2023; a: growth 2023-01/2023-12 7',
    ['t MET a 1'],
  ),
  // 1 / 3 over and over; 2 / 3 is 0.6666666…, rounded up; 1 / 2000000 is 0.0000005, half up.
  example(
    'a ratio has six decimals, half up',
    'x RATE; y RATE; z RATE; a: x >= 3 by 2023; b: y >= 3 by 2023; c: z >= 2000000 by 2023; o1: x 2023 1; o2: y 2023 2; o3: z 2023 1',
    ['a MISSED o1 0.333333', 'b MISSED o2 0.666667', 'c MISSED o3 0.000001'],
  ),
];
