/** Examples of modality: what planned facts add and what they leave alone (§1.6, §6.8, §6.9). */

import { example, INDUSTRY, INDUSTRY_STEPS, PLACE, PLACE_STEPS, ROW } from './example.ts';

const FOCUS_PLANNED = `p1 SUPPORTS i1; c1 FOCUSES_ON i1 PLANNED; ${PLACE}`;

export const plannedExamples = [
  example('a planned fact does not count', FOCUS_PLANNED, {}, [], ['ONLY_PLANNED 1']),
  example(
    'with planned facts a planned one counts, and the answer says so',
    FOCUS_PLANNED,
    { includePlanned: true },
    [`p1 c1 z1 WHOLE PLANNED: p1 SUPPORTS i1, c1 FOCUSES_ON i1 PLANNED, ${PLACE_STEPS}`],
  ),
  example(
    'an estimated fact counts, and the answer says so',
    `${INDUSTRY}; c1 LOCATED_IN z1 ESTIMATED; p1 APPLIES_IN z1`,
    {},
    [`p1 c1 z1 WHOLE ESTIMATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z1 ESTIMATED, p1 APPLIES_IN z1`],
  ),
  example(
    'an answer is as weak as the weakest fact of its proof',
    'p1 SUPPORTS i1 ESTIMATED; c1 FOCUSES_ON i1 AIMED_FOR; c1 LOCATED_IN z1 PLANNED; p1 APPLIES_IN z1',
    { includePlanned: true },
    [
      'p1 c1 z1 WHOLE AIMED_FOR: p1 SUPPORTS i1 ESTIMATED, c1 FOCUSES_ON i1 AIMED_FOR, c1 LOCATED_IN z1 PLANNED, p1 APPLIES_IN z1',
    ],
  ),
  example(
    'planned facts do not widen the scope of an answer that stands without them',
    `p1 SUPPORTS i2; i2 SUBCLASS_OF i1; c1 FOCUSES_ON i1; p1 SUPPORTS i1 PLANNED; ${PLACE}`,
    { includePlanned: true },
    [`p1 c1 z1 PART STATED: p1 SUPPORTS i2, i2 SUBCLASS_OF i1, c1 FOCUSES_ON i1, ${PLACE_STEPS}`],
  ),
  example(
    'planned facts do not shorten the proof of an answer that stands without them',
    `p1 SUPPORTS i1; i3 SUBCLASS_OF i2; i2 SUBCLASS_OF i1; i3 SUBCLASS_OF i1 PLANNED; c1 FOCUSES_ON i3; ${PLACE}`,
    { includePlanned: true },
    [
      `p1 c1 z1 WHOLE STATED: p1 SUPPORTS i1, i3 SUBCLASS_OF i2, i2 SUBCLASS_OF i1, c1 FOCUSES_ON i3, ${PLACE_STEPS}`,
    ],
  ),
  example(
    'where an answer needs planned facts the shortest proof counts, though a longer one has fewer of them',
    'p1 SUPPORTS i1; i3 SUBCLASS_OF i2; i2 SUBCLASS_OF i1; i3 SUBCLASS_OF i1 PLANNED; c1 FOCUSES_ON i3; c1 LOCATED_IN z1 PLANNED; p1 APPLIES_IN z1',
    { includePlanned: true },
    [
      'p1 c1 z1 WHOLE PLANNED: p1 SUPPORTS i1, i3 SUBCLASS_OF i1 PLANNED, c1 FOCUSES_ON i3, c1 LOCATED_IN z1 PLANNED, p1 APPLIES_IN z1',
    ],
  ),
  example(
    'a place asked for by a planned fact alone is only planned',
    `${INDUSTRY}; ${PLACE}; z1 WITHIN r1 PLANNED`,
    { place: 'r1' },
    [],
    ['OTHER_PLACE 1', 'ONLY_PLANNED 1'],
  ),
  example(
    'an argument that planned facts meet lets an answer in and does not touch its proof',
    `p1 SUPPORTS i2; i2 SUBCLASS_OF i1; c1 FOCUSES_ON i1; p1 SUPPORTS i1 PLANNED; ${PLACE}; z1 WITHIN r1 PLANNED`,
    { place: 'r1', includePlanned: true },
    [`p1 c1 z1 PART STATED: p1 SUPPORTS i2, i2 SUBCLASS_OF i1, c1 FOCUSES_ON i1, ${PLACE_STEPS}`],
  ),
  example(
    'of parallel facts the strongest is shown',
    `p1 SUPPORTS i1 ESTIMATED; p1 SUPPORTS i1 PLANNED from 2020; p1 SUPPORTS i1 from 2021; c1 FOCUSES_ON i1; ${PLACE}`,
    { includePlanned: true },
    [ROW],
  ),
  example(
    'a shorter proof is shown though a longer one is stronger',
    `p1 SUPPORTS i1; i3 SUBCLASS_OF i2; i2 SUBCLASS_OF i1; i3 SUBCLASS_OF i1 ESTIMATED; c1 FOCUSES_ON i3; ${PLACE}`,
    {},
    [
      `p1 c1 z1 WHOLE ESTIMATED: p1 SUPPORTS i1, i3 SUBCLASS_OF i1 ESTIMATED, c1 FOCUSES_ON i3, ${PLACE_STEPS}`,
    ],
  ),
  example(
    'what is planned and not valid yet fails several tests',
    `${INDUSTRY}; c1 LOCATED_IN z1 PLANNED from 2024; p1 APPLIES_IN z1`,
    { cluster: 'c1' },
    [],
    ['SEVERAL 1'],
  ),
  example(
    'with planned facts what is planned and not valid yet fails the date alone',
    `${INDUSTRY}; c1 LOCATED_IN z1 PLANNED from 2024; p1 APPLIES_IN z1`,
    { cluster: 'c1', includePlanned: true },
    [],
    ['NOT_VALID_ON_DATE 1'],
  ),
];
