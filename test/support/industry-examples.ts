/** Examples of what a policy supports and what a cluster focuses on (§4.2, §4.6, §6.2, §6.6). */

import { example, INDUSTRY, INDUSTRY_STEPS, PLACE, PLACE_STEPS, ROW } from './example.ts';

export const industryExamples = [
  example(
    'a policy supports the whole of a cluster that focuses on an industry it supports',
    `${INDUSTRY}; ${PLACE}`,
    {},
    [ROW],
  ),
  example(
    'support for a broader industry reaches the whole of a cluster',
    `p1 SUPPORTS i1; i3 SUBCLASS_OF i2; i2 SUBCLASS_OF i1; c1 FOCUSES_ON i3; ${PLACE}`,
    {},
    [
      `p1 c1 z1 WHOLE STATED: p1 SUPPORTS i1, i3 SUBCLASS_OF i2, i2 SUBCLASS_OF i1, c1 FOCUSES_ON i3, ${PLACE_STEPS}`,
    ],
  ),
  example(
    'support for a narrower industry reaches part of a cluster',
    `p1 SUPPORTS i3; i3 SUBCLASS_OF i2; i2 SUBCLASS_OF i1; c1 FOCUSES_ON i1; ${PLACE}`,
    {},
    [
      `p1 c1 z1 PART STATED: p1 SUPPORTS i3, i3 SUBCLASS_OF i2, i2 SUBCLASS_OF i1, c1 FOCUSES_ON i1, ${PLACE_STEPS}`,
    ],
  ),
  example(
    'support for a sibling industry reaches nothing of a cluster',
    `p1 SUPPORTS i2; i2 SUBCLASS_OF i1; i3 SUBCLASS_OF i1; c1 FOCUSES_ON i3; ${PLACE}`,
    {},
    [],
  ),
  example('a policy without SUPPORTS supports nothing', `c1 FOCUSES_ON i1; ${PLACE}`, {}, []),
  example('a cluster supported by name needs no focus', `p1 SUPPORTS c1; ${PLACE}`, {}, [
    `p1 c1 z1 WHOLE STATED: p1 SUPPORTS c1, ${PLACE_STEPS}`,
  ]),
  example(
    'support for one cluster by name is none for another of the same industry',
    `p1 SUPPORTS c1; c1 FOCUSES_ON i1; c2 FOCUSES_ON i1; c2 LOCATED_IN z1; p1 APPLIES_IN z1`,
    { cluster: 'c2' },
    [],
    ['SEVERAL 1'],
  ),
  example(
    'support by name is a shorter proof than support for the industry',
    `p1 SUPPORTS c1; ${INDUSTRY}; ${PLACE}`,
    {},
    [`p1 c1 z1 WHOLE STATED: p1 SUPPORTS c1, ${PLACE_STEPS}`],
  ),
  example(
    'a cluster supported by name is left out by an industry it does not focus on',
    `p1 SUPPORTS c1; c1 FOCUSES_ON i1; c2 FOCUSES_ON i2; ${PLACE}`,
    { industry: 'i2' },
    [],
    ['OTHER_INDUSTRY 1'],
  ),
  example(
    'a cluster supported by name is kept by an industry it focuses on, which is no step',
    `p1 SUPPORTS c1; c1 FOCUSES_ON i2; i2 SUBCLASS_OF i1; ${PLACE}`,
    { industry: 'i1' },
    [`p1 c1 z1 WHOLE STATED: p1 SUPPORTS c1, ${PLACE_STEPS}`],
  ),
  example(
    'the industry asked for need not be the one supported',
    `${INDUSTRY}; c1 FOCUSES_ON i2; ${PLACE}`,
    { industry: 'i2' },
    [ROW],
  ),
  example(
    'a cluster that focuses on a broader industry than the one asked for is left out',
    `${INDUSTRY}; i2 SUBCLASS_OF i1; ${PLACE}`,
    { industry: 'i2' },
    [],
    ['OTHER_INDUSTRY 1'],
  ),
  example(
    'an industry that is no longer narrower keeps no cluster',
    `p1 SUPPORTS i2; c1 FOCUSES_ON i2; i2 SUBCLASS_OF i1 to 2022; ${PLACE}`,
    { industry: 'i1' },
    [],
    ['NOT_VALID_ON_DATE 1', 'OTHER_INDUSTRY 1'],
  ),
  example(
    'support for all industries reaches the whole of every focused cluster without a step between',
    `p1 SUPPORTS all; c1 FOCUSES_ON i1; ${PLACE}`,
    {},
    [`p1 c1 z1 WHOLE STATED: p1 SUPPORTS all, c1 FOCUSES_ON i1, ${PLACE_STEPS}`],
  ),
  example(
    'a written step up to all industries is not needed',
    `p1 SUPPORTS all; c1 FOCUSES_ON i1; i1 SUBCLASS_OF all; ${PLACE}`,
    {},
    [`p1 c1 z1 WHOLE STATED: p1 SUPPORTS all, c1 FOCUSES_ON i1, ${PLACE_STEPS}`],
  ),
  example(
    'support for all industries needs a focus',
    `p1 SUPPORTS all; ${PLACE}`,
    { policy: 'p1' },
    [],
    ['SEVERAL 1'],
  ),
  example(
    'any industry supports part of a cluster for all industries',
    `p1 SUPPORTS i1; c1 FOCUSES_ON all; ${PLACE}`,
    {},
    [`p1 c1 z1 PART STATED: p1 SUPPORTS i1, c1 FOCUSES_ON all, ${PLACE_STEPS}`],
  ),
  example(
    'support for all industries reaches the whole of a cluster for all industries',
    `p1 SUPPORTS all; c1 FOCUSES_ON all; ${PLACE}`,
    {},
    [`p1 c1 z1 WHOLE STATED: p1 SUPPORTS all, c1 FOCUSES_ON all, ${PLACE_STEPS}`],
  ),
  example(
    'asking for all industries keeps every cluster with a focus and none without',
    `p1 SUPPORTS c1; p1 SUPPORTS c2; c1 FOCUSES_ON i1; c2 LOCATED_IN z1; p2 SUPPORTS all; ${PLACE}`,
    { industry: 'all', policy: 'p1' },
    [`p1 c1 z1 WHOLE STATED: p1 SUPPORTS c1, ${PLACE_STEPS}`],
    ['OTHER_INDUSTRY 1'],
  ),
  example(
    'a proof of the whole is shown though one of a part is shorter',
    `p1 SUPPORTS i1; i2 SUBCLASS_OF i1; i3 SUBCLASS_OF i2; c1 FOCUSES_ON i3; p1 SUPPORTS i4; i4 SUBCLASS_OF i3; ${PLACE}`,
    {},
    [
      `p1 c1 z1 WHOLE STATED: p1 SUPPORTS i1, i3 SUBCLASS_OF i2, i2 SUBCLASS_OF i1, c1 FOCUSES_ON i3, ${PLACE_STEPS}`,
    ],
  ),
  example(
    'where the place is reached in part the shortest proof counts, whatever its industry',
    'p1 SUPPORTS i1; i2 SUBCLASS_OF i1; i3 SUBCLASS_OF i2; c1 FOCUSES_ON i3; p1 SUPPORTS i4; i4 SUBCLASS_OF i3; c1 LOCATED_IN r1; z1 WITHIN r1; p1 APPLIES_IN z1',
    {},
    [
      'p1 c1 r1 PART STATED: p1 SUPPORTS i4, i4 SUBCLASS_OF i3, c1 FOCUSES_ON i3, c1 LOCATED_IN r1, z1 WITHIN r1, p1 APPLIES_IN z1',
    ],
  ),
  example(
    'of two shortest proofs the one with the smaller ids is shown',
    `p1 SUPPORTS i1; i2 SUBCLASS_OF i1; i3 SUBCLASS_OF i1; i4 SUBCLASS_OF i3; i4 SUBCLASS_OF i2; c1 FOCUSES_ON i4; ${PLACE}`,
    {},
    [
      `p1 c1 z1 WHOLE STATED: p1 SUPPORTS i1, i4 SUBCLASS_OF i2, i2 SUBCLASS_OF i1, c1 FOCUSES_ON i4, ${PLACE_STEPS}`,
    ],
  ),
  example(
    'of two shortest proofs the one with the smaller ids is shown, though the other is stronger',
    `p1 SUPPORTS i1; i2 SUBCLASS_OF i1; i3 SUBCLASS_OF i1; i4 SUBCLASS_OF i3; i4 SUBCLASS_OF i2 ESTIMATED; c1 FOCUSES_ON i4; ${PLACE}`,
    {},
    [
      `p1 c1 z1 WHOLE ESTIMATED: p1 SUPPORTS i1, i4 SUBCLASS_OF i2 ESTIMATED, i2 SUBCLASS_OF i1, c1 FOCUSES_ON i4, ${PLACE_STEPS}`,
    ],
  ),
  example(
    'ids are compared from the policy on',
    `p1 SUPPORTS i2; c1 FOCUSES_ON i2; ${INDUSTRY}; ${PLACE}`,
    {},
    [`p1 c1 z1 WHOLE STATED: ${INDUSTRY_STEPS}, ${PLACE_STEPS}`],
  ),
];
