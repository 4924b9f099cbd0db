/** Worked examples of which targets are asked for, and of which observations are theirs (§1.7, §9.1, §9.2, §9.10). */

import { example, type ProgressExample } from './example.ts';

const SIZE = 'size YEARLY; t: size >= 18 by 2025';

/** The examples. */
export const choiceExamples: readonly ProgressExample[] = [
  example('without an observation a target is NOT_MEASURED', SIZE, ['t NOT_MEASURED - -']),
  // OFFICIAL goes before NEWS, whatever is newer.
  example(
    'of several observations of one period the one of the strongest source is chosen',
    `${SIZE}; a: size 2023 20 NEWS published 2024-06; b: size 2023 17 OFFICIAL published 2024-01`,
    ['t NO_BASELINE b 0.944444'],
  ),
  example(
    'an official page read in part is no stronger than a filing read in full',
    `${SIZE}; a: size 2023 20 OFFICIAL EXCERPT; b: size 2023 17 FILING FULL`,
    ['t NO_BASELINE b 0.944444'],
  ),
  example(
    'and stronger than a reprint',
    `${SIZE}; a: size 2023 20 OFFICIAL EXCERPT; b: size 2023 17 REPRINT FULL published 2024`,
    ['t MET a 1.111111'],
  ),
  example(
    'then the one published last',
    `${SIZE}; a: size 2023 20 published 2024-02; b: size 2023 17 published 2024-01; c: size 2023 16`,
    ['t MET a 1.111111'],
  ),
  example(
    'then by source, locator and value',
    `${SIZE}; a: size 2023 20 source s2; b: size 2023 19 source s1 locator p2; c: size 2023 17 source s1 locator p1; d: size 2023 16 source s1 locator p1`,
    ['t NO_BASELINE d 0.888889'],
  ),
  example('planned figures do not count', `${SIZE}; a: size 2023 20 PLANNED; b: size 2022 20 AIMED_FOR`, [
    't NOT_MEASURED - -',
  ]),
  example('estimated ones do', `${SIZE}; a: size 2023 20 ESTIMATED`, ['t MET a 1.111111']),
  example('a figure about one firm does not count', `${SIZE}; a: size 2023 20 about f1`, [
    't NOT_MEASURED - -',
  ]),
  // The target is of r1 and i1; figures of all else are others'.
  example(
    'only figures of the same place and industry count',
    `size YEARLY; r2 in r1; i2 in i1; t: size >= 18 by 2025 place r1 industry i1
     a: size 2023 20; b: size 2023 20 place r1; c: size 2023 20 industry i1; d: size 2023 20 place r2 industry i1
     e: size 2023 20 place r1 industry i2; f: size 2022 9 place r1 industry i1`,
    ['t NO_BASELINE f 0.5'],
  ),
  example('a target without a place has figures without one', `${SIZE}; a: size 2023 20 place r1`, [
    't NOT_MEASURED - -',
  ]),
  // 规模 against 增加值.
  example(
    'figures of another indicator of the same quantity are NOT_COMPARABLE',
    'size YEARLY scale; added YEARLY scale; t: size >= 18 by 2025; a: added 2023 4',
    ['t NOT_COMPARABLE - - added'],
  ),
  example(
    'of several such indicators the first by id is named',
    'size YEARLY scale; b YEARLY scale; a YEARLY scale; c YEARLY; t: size >= 18 by 2025; o: a 2023 4; p1: b 2023 4; q: c 2023 4',
    ['t NOT_COMPARABLE - - a'],
  ),
  example(
    'with a figure of its own a target is not refused, even where that decides nothing',
    'size YEARLY scale; added YEARLY scale; t: size >= 18 by 2025; o: size 2019 4; a: added 2023 4',
    ['t NOT_MEASURED - -'],
  ),
  example(
    'what the other indicator observed elsewhere, or of a year that has not ended, is no reason',
    'size YEARLY scale; added YEARLY scale; t: size >= 18 by 2025; a: added 2023 4 place r1; b: added 2024 4; c: added 2023 4 PLANNED',
    ['t NOT_MEASURED - -'],
  ),
  example(
    'an indicator without a quantity is like no other',
    'size YEARLY; added YEARLY; t: size >= 18 by 2025; a: added 2023 4',
    ['t NOT_MEASURED - -'],
  ),
  example(
    'a target whose policy has not begun is not there',
    'size YEARLY; plan 2024-11; old 2024-10; t: size >= 18 by 2025 of plan; u: size >= 18 by 2025 of old',
    ['u NOT_MEASURED - -'],
  ),
  example(
    'nor one whose own span has not begun',
    'built FLOW; t: built >= 18 by 2027 from 2025; u: built >= 18 by 2027 from 2024-10',
    ['u NOT_MEASURED - -'],
  ),
  example(
    'a policy whose start is not known hides nothing',
    'size YEARLY; plan none; t: size >= 18 by 2025 of plan',
    ['t NOT_MEASURED - -'],
  ),
  example(
    'targets come by policy, indicator, due day and id, those without a policy last',
    `a YEARLY; b YEARLY; x 2020; y 2020; t1: a >= 1 by 2025; t2: a >= 1 by 2026 of y; t3: a >= 1 by 2025-12 of y
     t4: a >= 1 by 2025 of y; t5: b >= 1 by 2020 of x; t6: a >= 1 by 2030 of x`,
    ['t6', 't5', 't3', 't4', 't2', 't1'].map((id) => `${id} NOT_MEASURED - -`),
  ),
  example(
    'by policy and by indicator only theirs are asked',
    'a YEARLY; b YEARLY; x 2020; y 2020; t1: a >= 1 by 2025 of x; t2: b >= 1 by 2025 of x; t3: a >= 1 by 2025 of y',
    ['t1 NOT_MEASURED - -'],
    { policy: 'x', indicator: 'a' },
  ),
  example(
    'by place those of it and of what lies in it are asked, not those of what is around or of nowhere',
    'a YEARLY; r2 in r1; r3 in r2; t1: a >= 1 by 2025 place r1; t2: a >= 1 by 2025 place r2; t3: a >= 1 by 2025 place r3; t4: a >= 1 by 2025',
    ['t2 NOT_MEASURED - -', 't3 NOT_MEASURED - -'],
    { place: 'r2' },
  ),
  example(
    'by industry those of it and of narrower ones are asked',
    'a YEARLY; i2 in i1; i3 in i2; t1: a >= 1 by 2025 industry i1; t2: a >= 1 by 2025 industry i2; t3: a >= 1 by 2025 industry i3; t4: a >= 1 by 2025',
    ['t2 NOT_MEASURED - -', 't3 NOT_MEASURED - -'],
    { industry: 'i2' },
  ),
  example(
    'every industry is in industry:all, and no target that names none',
    'a YEARLY; t1: a >= 1 by 2025 industry i1; t4: a >= 1 by 2025',
    ['t1 NOT_MEASURED - -'],
    { industry: 'industry:all' },
  ),
];
