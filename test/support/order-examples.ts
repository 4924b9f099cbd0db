/** Examples of the order of answers and of the count of what is no answer (§6.11, §6.12, §6.14). */

import { example, PLACE } from './example.ts';

/** Three policies, two clusters, two places: each order is another one. */
const THREE = `p1 SUPPORTS c2; p1 APPLIES_IN z1; p2 SUPPORTS c1; p2 APPLIES_IN z2; p3 SUPPORTS c1; p3 APPLIES_IN z1
  c1 LOCATED_IN z1; c1 LOCATED_IN z2; c2 LOCATED_IN z1
  p1: issuedOn 2020, effectiveFrom 2023; p2: issuedOn 2022-03; p3: issuedOn none, effectiveFrom 2021`;
const FIRST = 'p1 c2 z1 WHOLE STATED: p1 SUPPORTS c2, c2 LOCATED_IN z1, p1 APPLIES_IN z1';
const SECOND = 'p2 c1 z2 WHOLE STATED: p2 SUPPORTS c1, c1 LOCATED_IN z2, p2 APPLIES_IN z2';
const THIRD = 'p3 c1 z1 WHOLE STATED: p3 SUPPORTS c1, c1 LOCATED_IN z1, p3 APPLIES_IN z1';

export const orderExamples = [
  example('answers come by policy', THREE, { orderBy: 'POLICY' }, [FIRST, SECOND, THIRD]),
  example('answers come by cluster, then policy', THREE, { orderBy: 'CLUSTER' }, [SECOND, THIRD, FIRST]),
  example('answers come by place, then policy', THREE, { orderBy: 'PLACE' }, [FIRST, THIRD, SECOND]),
  example(
    'answers come by day of issue, newest first, those without one last',
    THREE,
    { orderBy: 'ISSUED_ON_DESC' },
    [SECOND, FIRST, THIRD],
  ),
  example(
    'policies issued on the same day come by id, whatever the words of the date',
    `p2 SUPPORTS c1; p2 APPLIES_IN z1; p1 SUPPORTS c1; ${PLACE}; p2: issuedOn 2022; p1: issuedOn 2022-01-01`,
    { orderBy: 'ISSUED_ON_DESC' },
    [
      'p1 c1 z1 WHOLE STATED: p1 SUPPORTS c1, c1 LOCATED_IN z1, p1 APPLIES_IN z1',
      'p2 c1 z1 WHOLE STATED: p2 SUPPORTS c1, c1 LOCATED_IN z1, p2 APPLIES_IN z1',
    ],
  ),
  example(
    'a policy asked for shows its answers alone and counts all its other candidates',
    THREE,
    { policy: 'p1' },
    [FIRST],
    ['SEVERAL 2'],
  ),
  example(
    'a cluster asked for shows its answers alone and counts all its other candidates',
    THREE,
    { cluster: 'c1' },
    [SECOND, THIRD],
    ['SEVERAL 4'],
  ),
  example(
    'a place asked for limits no candidates',
    THREE,
    { policy: 'p3', place: 'z2' },
    [],
    ['OTHER_PLACE 2', 'SEVERAL 1'],
  ),
  example(
    'a candidate that two tests let in, each alone, counts under both',
    'p1 SUPPORTS i1 PLANNED; p1 SUPPORTS i1 from 2024; c1 FOCUSES_ON i1; c1 LOCATED_IN z1; p1 APPLIES_IN z1',
    { policy: 'p1' },
    [],
    ['NOT_VALID_ON_DATE 1', 'ONLY_PLANNED 1'],
  ),
];
