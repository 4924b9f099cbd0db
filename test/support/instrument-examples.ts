/** Examples of `instrument`: the measure, and its own industries and places (§6.5). */

import { example, INDUSTRY, INDUSTRY_STEPS, PLACE, PLACE_STEPS } from './example.ts';

const SUPPORTED = `${INDUSTRY}; ${PLACE}`;
const GRANT = { instrument: 'GRANT' };

export const instrumentExamples = [
  example(
    'a measure that names nothing has the industries and places of its policy',
    `${SUPPORTED}; p1 HAS_MEASURE m1`,
    GRANT,
    [`p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, ${INDUSTRY_STEPS}, ${PLACE_STEPS}`],
  ),
  example(
    'a measure that names nothing supports the cluster that its policy names',
    `p1 SUPPORTS c1; ${PLACE}; p1 HAS_MEASURE m1`,
    GRANT,
    [`p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, p1 SUPPORTS c1, ${PLACE_STEPS}`],
  ),
  example(
    'a policy without a measure is out where one is asked for',
    SUPPORTED,
    GRANT,
    [],
    ['OTHER_INSTRUMENT 1'],
  ),
  example(
    'a measure of another kind does not count',
    `${SUPPORTED}; p1 HAS_MEASURE m1; m1: instrument TAX`,
    GRANT,
    [],
    ['OTHER_INSTRUMENT 1'],
  ),
  example(
    'a measure does not count where none is asked for',
    'p1 HAS_MEASURE m1; m1 SUPPORTS i1; m1 APPLIES_IN z1; c1 FOCUSES_ON i1; c1 LOCATED_IN z1',
    { policy: 'p1' },
    [],
    ['SEVERAL 1'],
  ),
  example(
    'the industries and places of a measure are its own where it names any',
    'p1 HAS_MEASURE m1; m1 SUPPORTS i1; m1 APPLIES_IN z1; c1 FOCUSES_ON i1; c1 LOCATED_IN z1',
    GRANT,
    [
      'p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, m1 SUPPORTS i1, c1 FOCUSES_ON i1, c1 LOCATED_IN z1, m1 APPLIES_IN z1',
    ],
  ),
  example(
    'where a measure names industries those of its policy are not read',
    `${SUPPORTED}; p1 HAS_MEASURE m1; m1 SUPPORTS i2`,
    GRANT,
    [],
    ['OTHER_INSTRUMENT 1'],
  ),
  example(
    'where a measure names industries the clusters of its policy are not read',
    `p1 SUPPORTS c1; ${PLACE}; p1 HAS_MEASURE m1; m1 SUPPORTS i2`,
    GRANT,
    [],
    ['OTHER_INSTRUMENT 1'],
  ),
  example(
    'where a measure names industries alone it has the places of its policy',
    `p1 SUPPORTS i2; c1 FOCUSES_ON i1; ${PLACE}; p1 HAS_MEASURE m1; m1 SUPPORTS i1`,
    GRANT,
    [`p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, m1 SUPPORTS i1, c1 FOCUSES_ON i1, ${PLACE_STEPS}`],
  ),
  example(
    'where a measure names places those of its policy are not read',
    `${SUPPORTED}; p1 HAS_MEASURE m1; m1 APPLIES_IN z2`,
    GRANT,
    [],
    ['OTHER_INSTRUMENT 1'],
  ),
  example(
    'one proof goes through one measure',
    'p1 HAS_MEASURE m1; m1 SUPPORTS i1; m1 APPLIES_IN z2; p1 HAS_MEASURE m2; m2 SUPPORTS i2; m2 APPLIES_IN z1; c1 FOCUSES_ON i1; c1 LOCATED_IN z1',
    GRANT,
    [],
  ),
  example(
    'of two measures with proofs as short the smaller id is shown',
    `${SUPPORTED}; p1 HAS_MEASURE m2; p1 HAS_MEASURE m1`,
    GRANT,
    [`p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, ${INDUSTRY_STEPS}, ${PLACE_STEPS}`],
  ),
  example('a measure is there on every day', `${SUPPORTED}; p1 HAS_MEASURE m1 from 2024`, GRANT, [
    `p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, ${INDUSTRY_STEPS}, ${PLACE_STEPS}`,
  ]),
  example(
    'a measure of a policy out of force is out with it',
    `${SUPPORTED}; p1 HAS_MEASURE m1; p1: expiresOn 2022`,
    GRANT,
    [],
    ['NOT_VALID_ON_DATE 1'],
  ),
  example(
    'a planned measure is a planned fact',
    `${SUPPORTED}; p1 HAS_MEASURE m1 PLANNED`,
    GRANT,
    [],
    ['OTHER_INSTRUMENT 1', 'ONLY_PLANNED 1'],
  ),
  example(
    'with planned facts a planned measure counts, and the answer says so',
    `${SUPPORTED}; p1 HAS_MEASURE m1 PLANNED`,
    { ...GRANT, includePlanned: true },
    [`p1 c1 z1 WHOLE PLANNED: p1 HAS_MEASURE m1 PLANNED, ${INDUSTRY_STEPS}, ${PLACE_STEPS}`],
  ),
  example(
    'an industry that a measure no longer names is not named: those of its policy are read',
    `${SUPPORTED}; p1 HAS_MEASURE m1; m1 SUPPORTS i2 to 2022`,
    GRANT,
    [`p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, ${INDUSTRY_STEPS}, ${PLACE_STEPS}`],
  ),
  example(
    'where dates are dropped what a measure names on any day is its own',
    `p1 SUPPORTS i1 to 2022; c1 FOCUSES_ON i1; ${PLACE}; p1 HAS_MEASURE m1; m1 SUPPORTS i2 to 2022`,
    { ...GRANT, policy: 'p1' },
    [],
    ['SEVERAL 1'],
  ),
  example(
    'an industry that a measure names by plan alone takes nothing from its policy',
    `${SUPPORTED}; p1 HAS_MEASURE m1; m1 SUPPORTS i2 PLANNED`,
    { ...GRANT, includePlanned: true },
    [`p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, ${INDUSTRY_STEPS}, ${PLACE_STEPS}`],
  ),
  example(
    'an industry that a measure names by plan alone adds answers',
    `${SUPPORTED}; p1 HAS_MEASURE m1; m1 SUPPORTS i2 PLANNED; c2 FOCUSES_ON i2; c2 LOCATED_IN z1`,
    { ...GRANT, includePlanned: true },
    [
      `p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, ${INDUSTRY_STEPS}, ${PLACE_STEPS}`,
      'p1 c2 z1 WHOLE PLANNED: p1 HAS_MEASURE m1, m1 SUPPORTS i2 PLANNED, c2 FOCUSES_ON i2, c2 LOCATED_IN z1, p1 APPLIES_IN z1',
    ],
  ),
  example(
    'what needs another industry, place and instrument fails several tests',
    'p1 SUPPORTS i2; c1 FOCUSES_ON i1; c1 LOCATED_IN z1; p1 APPLIES_IN z2',
    { ...GRANT, policy: 'p1' },
    [],
    ['SEVERAL 1'],
  ),
];
