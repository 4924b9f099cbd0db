/** Random small sets of figures and questions about them, full of near misses. */

import fc from 'fast-check';
import type { Aim, Figures, Observed, ProgressQuestion } from '../oracle/progress-oracle.ts';

const INDICATORS = ['indicator:a', 'indicator:b', 'indicator:c'];
const PLACES = ['region:r1', 'region:r2'];
const INDUSTRIES = ['industry:i1', 'industry:i2'];
const POLICIES = ['policy:p1', 'policy:p2'];
/** Few periods, so that they meet, tile and miss each other by little. */
const PERIODS = [
  '2020',
  '2021',
  '2022',
  '2023',
  '2024',
  '2022-H1',
  '2022-H2',
  '2023-H1',
  '2023-Q3',
  '2023-Q4',
  '2023-10/2023-12',
  '2022-01/2023-06',
  '2023-01/2023-12',
  '2022-01/2023-12',
  '2023-12-31',
  '2023-06',
  '2024-02-29',
  '2024-02',
];
const STARTS = ['2021', '2021-07', '2022', '2022-07-15', '2023', undefined];
const DUES = ['2022', '2023', '2023-06', '2023-12-31', '2024', '2024-02', '2025', '2025', '2026'];
const DAYS = [
  '2021-06-30',
  '2022-12-31',
  '2023-12-30',
  '2023-12-31',
  '2024-03-01',
  '2025-01-01',
  '2027-01-01',
];
const TIERS = ['OFFICIAL', 'DATASET', 'REPRINT', 'NEWS'];

/** Mostly absent, or mostly the first: figures and targets have to meet. */
const some = (values: readonly string[]) =>
  fc.constantFrom(undefined, undefined, undefined, undefined, ...values.slice(0, 1), ...values);
const value = fc.constantFrom(
  '0',
  '1',
  '2',
  '3',
  '3.8',
  '4',
  '4.2',
  '5',
  '6',
  '9.5',
  '10',
  '-1',
  '0.05',
  '100',
);
const bound = fc.constantFrom(
  ...Array<string>(6).fill('EXACT'),
  'ABOUT',
  'MORE_THAN',
  'AT_LEAST',
  'LESS_THAN',
  'AT_MOST',
);
const reading = fc.record({
  tier: fc.constantFrom(...TIERS),
  read: fc.constantFrom(undefined, 'FULL', 'EXCERPT', 'TITLE'),
  publishedOn: fc.constantFrom(undefined, '2023', '2024-01', '2024'),
  source: fc.constant(''),
  locator: fc.constantFrom('p1', 'p2'),
});

const observation = fc.record({
  /** The target whose indicator, place and industry it has; without one, its own. */
  of: fc.constantFrom(undefined, 0, 0, 0, 0, 0, 0, 1, 1, 2),
  indicator: fc.constantFrom(...INDICATORS, 'indicator:a'),
  place: some(PLACES),
  industry: some(INDUSTRIES),
  about: fc.constantFrom(...Array<undefined>(9).fill(undefined), 'firm:f'),
  period: fc.constantFrom(...PERIODS),
  value,
  bound,
  modality: fc.constantFrom('STATED', 'STATED', 'STATED', 'ESTIMATED', 'PLANNED'),
  readings: fc.array(reading, { minLength: 1, maxLength: 2 }),
});

const target = fc.record({
  indicator: fc.constantFrom(...INDICATORS, 'indicator:a'),
  policy: fc.constantFrom(undefined, ...POLICIES, ...POLICIES),
  place: some(PLACES),
  industry: some(INDUSTRIES),
  from: fc.constantFrom(undefined, undefined, '2022', '2023', '2023-07'),
  due: fc.constantFrom(...DUES),
  comparator: fc.constantFrom(
    'AT_LEAST',
    'AT_LEAST',
    'MORE_THAN',
    'AT_MOST',
    'LESS_THAN',
    'EXACTLY',
    'ABOUT',
    'BETWEEN',
  ),
  value,
  more: fc.constantFrom('0', '1', '5'),
});

/** Sets of up to 12 observations and 6 targets of 3 indicators. */
export const randomFigures: fc.Arbitrary<Figures> = fc
  .noBias(
    fc.record({
      behaviours: fc.array(fc.constantFrom('STOCK', 'STOCK', 'YEARLY', 'YEARLY', 'FLOW', 'RATE'), {
        minLength: 3,
        maxLength: 3,
      }),
      quantities: fc.array(fc.constantFrom(undefined, 'q', 'q'), { minLength: 3, maxLength: 3 }),
      starts: fc.array(fc.constantFrom(...STARTS), { minLength: 2, maxLength: 2 }),
      observations: fc.array(observation, { minLength: 5, maxLength: 12, size: 'max' }),
      targets: fc.array(target, { minLength: 1, maxLength: 6, size: 'max' }),
      steps: fc.constantFrom(
        [],
        [['region:r2', 'region:r1'] as const],
        [['region:r2', 'region:r1'] as const, ['industry:i2', 'industry:i1'] as const],
      ),
    }),
  )
  .map(({ behaviours, quantities, starts, observations, targets, steps }) => ({
    indicators: INDICATORS.map((id, index) => ({
      id,
      behaviour: behaviours[index] ?? 'STOCK',
      quantity: quantities[index],
    })),
    policies: Object.fromEntries(POLICIES.map((id, index) => [id, starts[index]])),
    observations: observations.map(({ of, ...own }, index) => {
      const { indicator, place, industry } = targets[of ?? targets.length] ?? own;
      return numbered({ ...own, indicator, place, industry }, index);
    }),
    targets: targets.map(({ more, ...each }, index): Aim => {
      const valueMax = each.comparator === 'BETWEEN' ? String(Number(each.value) + Number(more)) : undefined;
      return { ...each, id: `target:t${index}`, valueMax };
    }),
    steps,
  }));

/** Sources are identified by their tier, how much was read, and their day. */
function numbered(observed: Omit<Observed, 'id'>, index: number): Observed {
  const readings = observed.readings.map((each) => ({
    ...each,
    source: `source:${each.tier}-${each.read ?? 'unknown'}-${each.publishedOn ?? 'undated'}`.toLowerCase(),
  }));
  return { ...observed, id: `observation:o${index}`, readings };
}

/** Most questions limit little. */
const NONE = Array<undefined>(12).fill(undefined);

/** A question; every id in it is there. */
export const randomQuestion: fc.Arbitrary<ProgressQuestion> = fc.record({
  policy: fc.constantFrom(...NONE, ...POLICIES),
  indicator: fc.constantFrom(...NONE, ...INDICATORS),
  industry: fc.constantFrom(...NONE, ...INDUSTRIES, 'industry:all'),
  place: fc.constantFrom(...NONE, ...PLACES),
  on: fc.constantFrom(...DAYS, '2024-03-01', '2025-01-01'),
});
