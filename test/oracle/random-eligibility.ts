/** Random questions of eligibility: a random graph, criteria for its measures, and a firm near to what they ask. */

import fc from 'fast-check';
import type { Dataset } from '../../src/model/dataset.ts';
import type { OracleCondition, OracleCriterion, OracleFirm } from './eligibility-oracle.ts';
import { at, index, randomDataset } from './random-dataset.ts';

/** A question. */
export interface EligibilityCase {
  readonly dataset: Dataset;
  readonly criteria: ReadonlyMap<string, readonly OracleCriterion[]>;
  readonly firm: OracleFirm;
  readonly day: number;
  readonly includePlanned: boolean;
}

const TITLES = ['高新技术企业', '专精特新中小企业'];
const SIZES = ['MICRO', 'SMALL', 'MEDIUM'];
const ROLES = ['REGISTERED', 'TAX', 'PRODUCTION', undefined];
const PLACES = ['REGISTERED_PLACE', 'TAX_PLACE', 'OPERATING_PLACE'];
const PARTS = [undefined, undefined, '发明专利'];
const COMPARED = ['GTE', 'GT', 'LTE', 'LT', 'EQ', 'IN', 'NOT_IN'];
/** Few numbers, so that figures are often on an edge; ABOUT 20 reaches from 19 to 21. */
const NUMBERS = [10, 19, 20, 21];
const DAYS = [20220615, 20211231, 20220101, 20241231, 20250101];

const figureCondition = fc.record({
  kind: fc.constant('figure' as const),
  attribute: fc.constantFrom('REVENUE', 'REVENUE', 'RD_RATIO'),
  of: fc.constantFrom(...PARTS),
  operator: fc.constantFrom(...COMPARED),
  values: fc.subarray(NUMBERS, { minLength: 1, maxLength: 2 }),
  basis: fc.constantFrom(
    undefined,
    'LAST_YEAR',
    'EACH_OF_2_YEARS',
    'SUM_OF_2_YEARS',
    'SUM_OF_3_YEARS',
    'MEAN_OF_2_YEARS',
  ),
});
const otherCondition = fc.record({
  kind: fc.constantFrom('industry', 'place', 'title', 'size', 'listed', 'age', 'clause', 'satisfies'),
  negated: fc.constantFrom(false, false, true),
  first: index,
  second: index,
  years: fc.constantFrom(2, 3, 4),
  operator: fc.constantFrom('GTE', 'GT', 'LTE', 'LT'),
});
const condition = fc.oneof(
  { weight: 2, arbitrary: figureCondition },
  { weight: 3, arbitrary: otherCondition },
);
type Drawn = typeof condition extends fc.Arbitrary<infer V> ? V : never;
const criterion = fc.array(fc.array(condition, { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 2,
});

const firm = fc.record({
  planned: fc.array(fc.nat(4), { maxLength: 2 }),
  industries: fc.array(index, { maxLength: 2 }),
  clusters: fc.array(index, { maxLength: 1 }),
  places: fc.array(fc.record({ place: index, role: fc.constantFrom(...ROLES) }), { maxLength: 3 }),
  titles: fc.array(
    fc.record({
      title: fc.constantFrom(...TITLES),
      from: fc.constantFrom(0, 20220615, 20220616),
      to: fc.constantFrom(99_991_231, 20220614, 20220615),
    }),
    { maxLength: 2 },
  ),
  knowsAllTitles: fc.boolean(),
  listed: fc.constantFrom(undefined, true, false),
  foundedOn: fc.constantFrom(undefined, '2019-06-15', '2019-06-16', '2019', '2018-06', '2030'),
  smeSize: fc.constantFrom(undefined, ...SIZES),
  figures: fc.uniqueArray(
    fc.record({
      attribute: fc.constantFrom('REVENUE', 'REVENUE', 'RD_RATIO'),
      of: fc.constantFrom(...PARTS),
      value: fc.constantFrom(...NUMBERS),
      bound: fc.constantFrom(
        'EXACT',
        'EXACT',
        'EXACT',
        'ABOUT',
        'MORE_THAN',
        'AT_LEAST',
        'LESS_THAN',
        'AT_MOST',
      ),
      year: fc.constantFrom(2018, 2019, 2020, 2020, 2021, 2021, 2022),
    }),
    { maxLength: 7, selector: ({ attribute, of, year }) => `${attribute} ${of} ${year}` },
  ),
});

/** A random question. */
export function randomEligibility(): fc.Arbitrary<EligibilityCase> {
  return fc
    .record({
      dataset: randomDataset(),
      criteria: fc.array(fc.array(criterion, { maxLength: 3 }), { minLength: 4, maxLength: 4 }),
      firm,
      day: fc.constantFrom(...DAYS, ...DAYS.slice(0, 1)),
      includePlanned: fc.constantFrom(false, false, true),
    })
    .map(({ dataset, criteria, firm: drawn, day, includePlanned }) => {
      const ids = (...types: string[]) =>
        [...dataset.nodes.values()].filter(({ type }) => types.includes(type)).map(({ id }) => id);
      const named = {
        industries: ids('Industry'),
        places: ids('Region', 'Zone'),
        clusters: ids('Cluster'),
        measures: ids('Measure').sort(),
      };
      const industries = [...new Set(drawn.industries.map((each) => at(named.industries, each)))];
      const clusters = drawn.clusters.map((each) => at(named.clusters, each));
      const places = drawn.places.map(({ place, role }) => ({ place: at(named.places, place), role }));
      const own = [...industries, ...clusters, ...places.map(({ place }) => place)];
      return {
        dataset,
        day,
        includePlanned,
        criteria: new Map(
          named.measures.map((id, n) => [
            id,
            (criteria[n] ?? []).map((alternatives) =>
              alternatives.map((conditions) => conditions.map((each) => conditionOf(each, named, id))),
            ),
          ]),
        ),
        firm: {
          ...drawn,
          planned: own.filter((_, n) => drawn.planned.includes(n)),
          industries,
          clusters,
          places,
        },
      };
    });
}

function conditionOf(
  drawn: Drawn,
  named: Readonly<Record<'industries' | 'places' | 'measures', readonly string[]>>,
  owner: string,
): OracleCondition {
  if (drawn.kind === 'figure') {
    const { attribute, of, operator, basis } = drawn;
    const isSeveral = operator === 'IN' || operator === 'NOT_IN';
    const values = drawn.values.slice(0, isSeveral ? 2 : 1).map(String);
    return { attribute, of, operator, values, basis, unit: attribute === 'RD_RATIO' ? '%' : '元' };
  }
  const { kind, negated, first, second } = drawn;
  const among = (list: readonly string[]) => [...new Set([at(list, first), at(list, second)])];
  const isIn = negated ? 'NOT_IN' : 'IS_IN';
  const isOne = negated ? 'NOT_IN' : 'IN';
  switch (kind) {
    case 'industry':
      return { attribute: 'INDUSTRY', operator: isIn, values: among(named.industries) };
    case 'place':
      return { attribute: at(PLACES, second), operator: isIn, values: [at(named.places, first)] };
    case 'title':
      return { attribute: 'TITLE', operator: isOne, values: [at(TITLES, first)] };
    case 'size':
      return { attribute: 'SME_SIZE', operator: isOne, values: among(SIZES) };
    case 'listed':
      return { attribute: 'LISTED', operator: negated ? 'NOT_IN' : 'EQ', values: [String(first % 2 === 0)] };
    case 'age':
      return {
        attribute: 'FOUNDED_YEARS',
        operator: drawn.operator,
        values: [String(drawn.years)],
        unit: '年',
      };
    case 'satisfies': {
      const others = named.measures.filter((each) => each !== owner);
      if (others.length > 0)
        return { attribute: 'SATISFIES', operator: negated ? 'NOT_IN' : 'HOLDS', values: among(others) };
      break;
    }
  }
  return { attribute: 'OTHER', operator: 'NOT_CHECKABLE', values: ['须人工判断', 'for people'] };
}
