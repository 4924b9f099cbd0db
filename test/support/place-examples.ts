/** Examples of where a policy applies and where a cluster is (§3.3, §3.4, §6.3, §6.4). */

import { example, INDUSTRY, INDUSTRY_STEPS, ROW } from './example.ts';

export const placeExamples = [
  example(
    'a policy of a larger place reaches the whole of a smaller one',
    `${INDUSTRY}; c1 LOCATED_IN z1; z1 WITHIN r2; r2 WITHIN r1; p1 APPLIES_IN r1`,
    {},
    [
      `p1 c1 z1 WHOLE STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z1, z1 WITHIN r2, r2 WITHIN r1, p1 APPLIES_IN r1`,
    ],
  ),
  example(
    'a policy of a smaller place reaches part of a larger one',
    `${INDUSTRY}; c1 LOCATED_IN r1; z1 WITHIN r2; r2 WITHIN r1; p1 APPLIES_IN z1`,
    {},
    [
      `p1 c1 r1 PART STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN r1, z1 WITHIN r2, r2 WITHIN r1, p1 APPLIES_IN z1`,
    ],
  ),
  example(
    'a policy of a sibling place reaches nothing',
    `${INDUSTRY}; c1 LOCATED_IN z1; z1 WITHIN r1; z2 WITHIN r1; p1 APPLIES_IN z2`,
    {},
    [],
  ),
  example('a policy without APPLIES_IN reaches nothing', `${INDUSTRY}; c1 LOCATED_IN z1`, {}, []),
  example(
    'a district reaches part of a zone that straddles its border',
    `${INDUSTRY}; c1 LOCATED_IN z1; z1 WITHIN r1 PART; z1 WITHIN r2 PART; p1 APPLIES_IN r2`,
    {},
    [`p1 c1 z1 PART STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z1, z1 WITHIN r2, p1 APPLIES_IN r2`],
  ),
  example(
    'a zone that straddles districts touches what they are in; of the two ways the smaller ids are shown',
    `${INDUSTRY}; c1 LOCATED_IN z1; z1 WITHIN r2 PART; z1 WITHIN r1 PART; r1 WITHIN r3; r2 WITHIN r3; p1 APPLIES_IN r3`,
    {},
    [
      `p1 c1 z1 PART STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z1, z1 WITHIN r1, r1 WITHIN r3, p1 APPLIES_IN r3`,
    ],
  ),
  example(
    'a zone that straddles districts is in the city where that is written',
    `${INDUSTRY}; c1 LOCATED_IN z1; z1 WITHIN r1 PART; r1 WITHIN r3; z1 WITHIN r3; p1 APPLIES_IN r3`,
    {},
    [`p1 c1 z1 WHOLE STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z1, z1 WITHIN r3, p1 APPLIES_IN r3`],
  ),
  example(
    'what lies inside a straddling zone does not touch the districts',
    `${INDUSTRY}; c1 LOCATED_IN z2; z2 WITHIN z1; z1 WITHIN r1 PART; p1 APPLIES_IN r1`,
    {},
    [],
  ),
  example(
    'what straddles a straddling zone does not touch the districts',
    `${INDUSTRY}; c1 LOCATED_IN z2; z2 WITHIN z1 PART; z1 WITHIN r1 PART; p1 APPLIES_IN r1`,
    {},
    [],
  ),
  example(
    'a policy of a straddling zone reaches part of a district it touches',
    `${INDUSTRY}; c1 LOCATED_IN r3; z1 WITHIN r1 PART; r1 WITHIN r3; p1 APPLIES_IN z1`,
    {},
    [
      `p1 c1 r3 PART STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN r3, z1 WITHIN r1, r1 WITHIN r3, p1 APPLIES_IN z1`,
    ],
  ),
  example(
    'a policy of a park inside a straddling zone does not reach the district',
    `${INDUSTRY}; c1 LOCATED_IN r1; z2 WITHIN z1; z1 WITHIN r1 PART; p1 APPLIES_IN z2`,
    {},
    [],
  ),
  example(
    'a policy of a straddling zone reaches the whole of a park inside it',
    `${INDUSTRY}; c1 LOCATED_IN z2; z2 WITHIN z1; z1 WITHIN r1 PART; p1 APPLIES_IN z1`,
    {},
    [`p1 c1 z2 WHOLE STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z2, z2 WITHIN z1, p1 APPLIES_IN z1`],
  ),
  example(
    'a cluster has one answer for each of its places',
    `${INDUSTRY}; c1 LOCATED_IN z2; c1 LOCATED_IN z1; c1 LOCATED_IN z1 from 2021; p1 APPLIES_IN z1; p1 APPLIES_IN z2`,
    {},
    [ROW, `p1 c1 z2 WHOLE STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z2, p1 APPLIES_IN z2`],
  ),
  example(
    'a place asked for keeps what is in it and what touches it, not what it is in',
    `${INDUSTRY}; c1 LOCATED_IN z1; c1 LOCATED_IN z2; c1 LOCATED_IN r2; z1 WITHIN r1; z2 WITHIN r1 PART; r1 WITHIN r2; p1 APPLIES_IN r2`,
    { place: 'r1' },
    [
      `p1 c1 z1 WHOLE STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z1, z1 WITHIN r1, r1 WITHIN r2, p1 APPLIES_IN r2`,
      `p1 c1 z2 PART STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z2, z2 WITHIN r1, r1 WITHIN r2, p1 APPLIES_IN r2`,
    ],
    ['OTHER_PLACE 1'],
  ),
  example(
    'a place that a zone straddles into keeps the zone and nothing inside it',
    `${INDUSTRY}; c1 LOCATED_IN z1; c1 LOCATED_IN z2; z1 WITHIN r1 PART; z2 WITHIN z1; p1 APPLIES_IN z1`,
    { place: 'r1' },
    [ROW],
    ['OTHER_PLACE 1'],
  ),
  example(
    'a zone asked for does not keep the districts that it touches or lies in',
    `${INDUSTRY}; c1 LOCATED_IN r1; c1 LOCATED_IN r2; z1 WITHIN r1 PART; z1 WITHIN r2; p1 APPLIES_IN r1; p1 APPLIES_IN r2`,
    { place: 'z1' },
    [],
    ['OTHER_PLACE 2'],
  ),
  example(
    'a step that became a part of one lies whole before and in part after',
    `${INDUSTRY}; c1 LOCATED_IN z1; z1 WITHIN r1 to 2022; z1 WITHIN r1 PART from 2023; p1 APPLIES_IN r1`,
    {},
    [`p1 c1 z1 PART STATED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z1, z1 WITHIN r1, p1 APPLIES_IN r1`],
  ),
];
