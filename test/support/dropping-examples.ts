/** Examples of `dropping`: the candidates that one reason counts, with their proofs without that test (§6.13). */

import { example, INDUSTRY, INDUSTRY_STEPS, PLACE, PLACE_STEPS, ROW } from './example.ts';

/** An answer beside a policy p2 that applies elsewhere, and p3 that supports another industry. */
const THREE = `${INDUSTRY}; ${PLACE}; p2 SUPPORTS i1; p2 APPLIES_IN z2; p3 SUPPORTS i2; p3 APPLIES_IN z1`;

export const droppingExamples = [
  example(
    'dropping the place lists what applies elsewhere, and proves the support alone',
    THREE,
    { place: 'z1', dropping: 'OTHER_PLACE' },
    ['p2 c1 z1 WHOLE STATED: p2 SUPPORTS i1, c1 FOCUSES_ON i1, c1 LOCATED_IN z1'],
    ['OTHER_PLACE 1'],
  ),
  example(
    'dropping the industry lists what supports others, and proves the place alone',
    THREE,
    { industry: 'i1', dropping: 'OTHER_INDUSTRY' },
    ['p3 c1 z1 WHOLE STATED: c1 LOCATED_IN z1, p3 APPLIES_IN z1'],
    ['OTHER_INDUSTRY 1'],
  ),
  example(
    'the rule that is left decides the scope',
    `p1 SUPPORTS i2; i2 SUBCLASS_OF i1; c1 FOCUSES_ON i1; c1 LOCATED_IN z1; p1 APPLIES_IN z2`,
    { place: 'z1', dropping: 'OTHER_PLACE' },
    ['p1 c1 z1 PART STATED: p1 SUPPORTS i2, i2 SUBCLASS_OF i1, c1 FOCUSES_ON i1, c1 LOCATED_IN z1'],
    ['OTHER_PLACE 1'],
  ),
  example('a reason whose argument was not given lists nothing', THREE, { dropping: 'OTHER_PLACE' }, []),
  example(
    'dropping dates proves by facts of any day',
    `${INDUSTRY}; c1 LOCATED_IN z1 from 2024; p1 APPLIES_IN z1`,
    { dropping: 'NOT_VALID_ON_DATE' },
    [ROW],
    ['NOT_VALID_ON_DATE 1'],
  ),
  example(
    'dropping modality proves by planned facts, and says so',
    `${INDUSTRY}; c1 LOCATED_IN z1 PLANNED; p1 APPLIES_IN z1`,
    { dropping: 'ONLY_PLANNED' },
    [`p1 c1 z1 WHOLE PLANNED: ${INDUSTRY_STEPS}, c1 LOCATED_IN z1 PLANNED, p1 APPLIES_IN z1`],
    ['ONLY_PLANNED 1'],
  ),
  example(
    'dropping modality lists nothing where planned facts count',
    `${INDUSTRY}; c1 LOCATED_IN z1 PLANNED; p1 APPLIES_IN z1`,
    { includePlanned: true, dropping: 'ONLY_PLANNED' },
    [],
  ),
  example(
    'dropping the instrument proves without a measure',
    `${INDUSTRY}; ${PLACE}; p1 HAS_MEASURE m1; m1 SUPPORTS i2`,
    { instrument: 'GRANT', dropping: 'OTHER_INSTRUMENT' },
    [`p1 c1 z1 WHOLE STATED: ${INDUSTRY_STEPS}, ${PLACE_STEPS}`],
    ['OTHER_INSTRUMENT 1'],
  ),
  example(
    'with an instrument, what is left of a proof begins with the measure',
    `${INDUSTRY}; c1 LOCATED_IN z1; p1 APPLIES_IN z2; p1 HAS_MEASURE m1; m1 SUPPORTS i1`,
    { instrument: 'GRANT', place: 'z1', dropping: 'OTHER_PLACE' },
    ['p1 c1 z1 WHOLE STATED: p1 HAS_MEASURE m1, m1 SUPPORTS i1, c1 FOCUSES_ON i1, c1 LOCATED_IN z1'],
    ['OTHER_PLACE 1'],
  ),
  example(
    'a policy whose start is unknown is listed with its proof',
    `p1: issuedOn none; ${INDUSTRY}; ${PLACE}`,
    { dropping: 'START_UNKNOWN' },
    [ROW],
    ['START_UNKNOWN 1'],
  ),
  example(
    'what fails two tests is listed by neither',
    `${INDUSTRY}; c1 LOCATED_IN z1 PLANNED from 2024; p1 APPLIES_IN z1`,
    { cluster: 'c1', dropping: 'NOT_VALID_ON_DATE' },
    [],
    ['SEVERAL 1'],
  ),
];
