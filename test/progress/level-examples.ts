/** Worked examples of targets of a level (STOCK) or of the size of a year (YEARLY) (§9.3, §9.4, §9.6, §9.7, §9.9). */

import { example, type ProgressExample } from './example.ts';

const SIZE = 'size YEARLY; plan 2021-07; t: size >= 18 by 2025 of plan';
const HOUSES = 'houses STOCK; plan 2021-07; t: houses >= 100 by 2025 of plan';

/** The examples. */
export const levelExamples: readonly ProgressExample[] = [
  // 1.6 ÷ 1.8 = 0.8888888…; before July 2021 nothing was observed, the earliest is 2023 itself.
  example(
    'three lead industries: 1.6万亿 in 2023 against 1.8万亿 by 2025 is 0.888889, without a baseline',
    'size YEARLY; plan 2021-07; t: size >= 1800000000000 by 2025 of plan; o: size 2023 1600000000000',
    ['t NO_BASELINE o 0.888889'],
  ),
  // From 10 at the end of 2020 to 18 at the end of 2025: 1.6 a year, 14.8 at the end of 2023. 16 is above; 16 / 18.
  example(
    'above the line from the newest year before the policy to the target is ON_TRACK',
    `${SIZE}; a: size 2019 5; b: size 2020 10; c: size 2022 14; d: size 2023 16`,
    ['t ON_TRACK d 0.888889'],
  ),
  // The same line is at 14.8; 14 is below it. 14 / 18 = 0.7777777…
  example('below the line is BEHIND', `${SIZE}; b: size 2020 10; d: size 2023 14`, ['t BEHIND d 0.777778']),
  // From 8 in 2020 by 2 a year: 14 in 2023 exactly.
  example('on the line is ON_TRACK', `${SIZE}; b: size 2020 8; d: size 2023 14`, ['t ON_TRACK d 0.777778']),
  // From 10 in 2019 by 2 a year to 18 in 2023: 12 at the end of 2020, which is a leap year. 12 / 18.
  example(
    'years are equally long on the line, leap years too',
    'size YEARLY; plan 2020; t: size >= 18 by 2023 of plan; b: size 2019 10; d: size 2020 12',
    ['t ON_TRACK d 0.666667'],
    { on: '2022-06-01' },
  ),
  // 2021 had not ended when the plan began in July, nor before: 2021 is the earliest, from 12 by 1.5: 15 in 2023.
  example(
    'without an observation before the policy the line begins at the earliest',
    `${SIZE}; b: size 2021 12; c: size 2022 14; d: size 2023 15`,
    ['t ON_TRACK d 0.833333'],
  ),
  // The newest before July 2024 is 2023, and `latest` as well.
  example(
    'where nothing was observed since the policy began there is no baseline',
    'size YEARLY; plan 2024-07; t: size >= 18 by 2025 of plan; a: size 2022 9; b: size 2023 10',
    ['t NO_BASELINE b 0.555556'],
  ),
  // 18 ≥ 18; 2023 is long before 2025, and decides all the same.
  example(
    'a year that satisfies the target is MET before it is due',
    `${SIZE}; b: size 2020 10; d: size 2023 18`,
    ['t MET d 1'],
  ),
  // 2025 is over and observed: 17 < 18. 17 / 18 = 0.9444444…
  example(
    'the due year observed and too small is MISSED',
    `${SIZE}; b: size 2020 10; d: size 2025 17`,
    ['t MISSED d 0.944444'],
    { on: '2026-03-01' },
  ),
  // 2025 is over, but 2024 is the newest: the line from 10 in 2020 is at 16.4 there.
  example(
    'the due year over but not observed is still held against the line',
    `${SIZE}; b: size 2020 10; d: size 2024 16.5`,
    ['t ON_TRACK d 0.916667'],
    { on: '2027-01-01' },
  ),
  // 2025 counts, 2026 is after the due year. 18.5 / 18 = 1.0277777…
  example(
    'what comes after the due year does not count',
    `${SIZE}; d: size 2025 18.5; e: size 2026 10`,
    ['t MET d 1.027778'],
    { on: '2027-03-01' },
  ),
  // 2022-12-31 is three years before 2025-12-31, and not more. The only one there is.
  example('an observation three years before the due day counts', `${SIZE}; d: size 2022 9`, [
    't NO_BASELINE d 0.5',
  ]),
  // 2021-12-31 is four years before.
  example('an older one does not: NOT_MEASURED', `${SIZE}; d: size 2021 9`, ['t NOT_MEASURED - -']),
  // A half-year, a quarter and twelve months from July are no calendar year.
  example(
    'of a year only whole calendar years count',
    `${SIZE}; a: size 2023-H2 20; b: size 2024-Q1 20; c: size 2023-07/2024-06 20`,
    ['t NOT_MEASURED - -'],
  ),
  // January to December of 2023 is the year 2023.
  example('twelve months from January are a calendar year', `${SIZE}; a: size 2023-01/2023-12 18`, [
    't MET a 1',
  ]),
  // 2024 ends three months after the question: 2023 is the newest seen.
  example(
    'a year that has not ended is not seen',
    `${SIZE}; b: size 2020 10; d: size 2023 14; e: size 2024 30`,
    ['t BEHIND d 0.777778'],
  ),
  // The question is of the end of the day: 2024 has ended with 31 December.
  example('a period has ended at the end of its last day', `${SIZE}; d: size 2024 18`, ['t MET d 1'], {
    on: '2024-12-31',
  }),
  example('and not the day before', `${SIZE}; d: size 2024 18`, ['t NOT_MEASURED - -'], { on: '2024-12-30' }),
  // A level may be of any day. 2024-06 ends on the same day as 2024-Q2; the month began later, and is the newer.
  example(
    'of two levels that end on the same day the one of the shorter period is the newer',
    `${HOUSES}; q: houses 2024-Q2 30; m: houses 2024-06 40`,
    // From q, the earliest, to the target; both end in June, so that the line is still at 30. 40 is above it.
    ['t ON_TRACK m 0.4'],
  ),
  // From 40 at the end of December 2020, 60 months to go, 45 passed by September 2024: 40 + 60 × 3/4 = 85 exactly.
  example('months are equally long on the line', `${HOUSES}; a: houses 2020 40; b: houses 2024-09 85`, [
    't ON_TRACK b 0.85',
  ]),
  // A hair less: 84.9.
  example('a hair below the line is BEHIND', `${HOUSES}; a: houses 2020 40; b: houses 2024-09 84.9`, [
    't BEHIND b 0.849',
  ]),
  // The level in the middle of 2025 is not the level at its end: 120 months from 2015, 114 passed. 5 + 95 × 0.95 = 95.25.
  example(
    'a level within the due year but not at its end is not MISSED',
    `${HOUSES}; a: houses 2015 5; b: houses 2025-06 96`,
    ['t ON_TRACK b 0.96'],
    { on: '2026-02-01' },
  ),
  // 31 December 2025 is the end of 2025.
  example(
    'a level at the end of the due year decides',
    `${HOUSES}; a: houses 2015 5; b: houses 2025-12-31 96`,
    ['t MISSED b 0.96'],
    { on: '2026-02-01' },
  ),
  // 超过1.3万亿 is above 1.3万亿 wholly.
  example(
    '超过1.3万亿 satisfies 超过1.3万亿',
    'size YEARLY; t: size > 1300000000000 by 2025; o: size 2023 1300000000000 MORE_THAN',
    ['t MET o 1'],
  ),
  // Exactly the number is not more than it; the only observation.
  example('the number itself is not more than it', 'size YEARLY; t: size > 13 by 2025; o: size 2023 13', [
    't NO_BASELINE o 1',
  ]),
  // At least 13 may be 13.
  example(
    'at least a number is not wholly more than it',
    'size YEARLY; t: size > 13 by 2023; o: size 2023 13 AT_LEAST',
    ['t MISSED o 1'],
  ),
  // Less than 20 may be 1.
  example(
    'a figure bounded from above cannot show that enough was reached',
    'size YEARLY; t: size >= 18 by 2023; o: size 2023 20 LESS_THAN',
    ['t MISSED o 1.111111'],
  ),
  // 约18 stands for 18.
  example('about a number stands for it', 'size YEARLY; t: size >= 18 by 2023; o: size 2023 18 ABOUT', [
    't MET o 1',
  ]),
  // Less than 5 is wholly at most 5, and less than 5.
  example(
    'less than a number satisfies at most it, and less than it',
    'share STOCK; a: share <= 5 by 2023; b: share < 5 by 2023; o: share 2023 5 LESS_THAN',
    ['a MET o 1', 'b MET o 1'],
  ),
  // From 10 at the end of 2020 down to 5 at the end of 2025: 7 at the end of 2023; 6.9 is below. 6.9 / 5.
  example(
    'where less is wanted, below the line is ON_TRACK',
    'use YEARLY; plan 2021-07; t: use <= 5 by 2025 of plan; a: use 2020 10; b: use 2023 6.9',
    ['t ON_TRACK b 1.38'],
  ),
  example(
    'and above it BEHIND',
    'use YEARLY; plan 2021-07; t: use < 5 by 2025 of plan; a: use 2020 10; b: use 2023 7.1',
    ['t BEHIND b 1.42'],
  ),
  // 5 % of 100 is 5: 95 and 105 are about 100, 94.9 is not. Due 2023 and observed: it misses.
  example(
    'ABOUT as a comparator is 5 % either way, the ends included',
    `n YEARLY; m YEARLY; k YEARLY; a: k ~ 100 by 2023; b: m ~ 100 by 2023; c: n ~ 100 by 2023
     o: k 2023 94.9; p1: m 2023 95; p2: n 2023 105`,
    ['a MISSED o 0.949', 'b MET p1 0.95', 'c MET p2 1.05'],
  ),
  // 3 and 5 are between 3 and 5; the ratio is to the lower.
  example(
    'BETWEEN includes both ends',
    'n YEARLY; m YEARLY; a: m 3..5 by 2023; b: n 3..5 by 2023; o: m 2023 5; o2: n 2023 2.9',
    ['a MET o 1.666667', 'b MISSED o2 0.966667'],
  ),
  // The line leads from 1 in 2020 to 3, the nearer end, in 2025: 2.2 in 2023.
  example(
    'the line to a range leads to its nearer end',
    'n YEARLY; plan 2021; t: n 3..5 by 2025 of plan; a: n 2020 1; b: n 2023 2.2',
    ['t ON_TRACK b 0.733333'],
  ),
  // Equal is EXACTLY; from 4 in 2020 down to 2 in 2025 the line is at 2.8 in 2023, and 2.5 is on the way down.
  example(
    'EXACTLY wants the number, and is ON_TRACK on the side to which the line leads',
    'n YEARLY; m YEARLY; plan 2021; a: m = 2 by 2025 of plan; b: n = 2 by 2025 of plan; o0: m 2020 4; o1: m 2023 2.5; o2: n 2023 2',
    ['a ON_TRACK o1 1.25', 'b MET o2 1'],
  ),
  // More than 15 is wholly above 14.8.
  example(
    'a bounded figure is ON_TRACK when all it may be is on that side',
    `${SIZE}; b: size 2020 10; d: size 2023 14.8 MORE_THAN`,
    ['t ON_TRACK d 0.822222'],
  ),
  // At most 17 may be 1.
  example('and BEHIND when not all is', `${SIZE}; b: size 2020 10; d: size 2023 17 AT_MOST`, [
    't BEHIND d 0.944444',
  ]),
  // No start is known; 2022 is the earliest, 15 → 18 over three years: 16 in 2023.
  example(
    'a policy without a known start leaves the earliest as the baseline',
    'size YEARLY; plan none; t: size >= 18 by 2025 of plan; b: size 2022 15; d: size 2023 16',
    ['t ON_TRACK d 0.888889'],
  ),
  // Due at the end of February 2024; the end of February 2021 is three years before.
  example(
    'the last of February stays the last three years before',
    'houses STOCK; t: houses >= 10 by 2024-02; a: houses 2021-02-28 9',
    ['t NO_BASELINE a 0.9'],
  ),
  // Nothing divides by nothing.
  example('a target of nothing has no ratio', 'cases STOCK; t: cases <= 0 by 2023; o: cases 2023 0', [
    't MET o -',
  ]),
];
