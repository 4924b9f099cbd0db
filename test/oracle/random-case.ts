/** Random questions about a random dataset. */

import fc from 'fast-check';
import type { Dataset } from '../../src/model/dataset.ts';
import { dayBefore, firstDay, lastDay } from '../../src/model/day.ts';
import { at, type Drawn, INSTRUMENTS, index, randomDataset } from './random-dataset.ts';
import type { SupportQuery } from './support-oracle.ts';

/** A dataset and questions about it. */
export interface SupportCase {
  readonly dataset: Dataset;
  readonly queries: readonly SupportQuery[];
}

/** A day on which most of what random datasets hold is valid. */
const DAY = 20220615;
/** Days on and beside the ends of their facts. */
const EDGE_DAYS = [
  20201231, 20210101, 20210531, 20210601, 20210614, 20210615, 20211231, 20220101, 20220131, 20220201,
  20220228, 20220301, 20220630, 20220701, 20220731, 20220801, 20221231, 20230101, 20231231, 20240101,
];

const drawnQuery = fc.record({
  policy: index,
  cluster: index,
  industry: index,
  place: index,
  instrument: index,
  /** Which of these arguments are given: all at once would leave few answers. */
  given: fc.uniqueArray(
    fc.constantFrom(
      'policy',
      'cluster',
      'industry',
      'industry',
      'place',
      'place',
      'instrument',
      'instrument',
    ),
    { maxLength: 2 },
  ),
  /** Undefined: one of the dataset's own dates, drawn by `date`. */
  day: fc.oneof(
    { weight: 7, arbitrary: fc.constant(DAY) },
    { weight: 1, arbitrary: fc.constantFrom(...EDGE_DAYS) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  date: index,
  includePlanned: fc.boolean(),
  orderBy: fc.constantFrom('POLICY', 'CLUSTER', 'PLACE', 'ISSUED_ON_DESC'),
});

/**
 * A random dataset and questions about it; every id asked for is in it.
 * @param count how many questions
 */
export function randomCase(count: number): fc.Arbitrary<SupportCase> {
  const asked = fc.array(fc.noBias(drawnQuery), { minLength: count, maxLength: count });
  return fc.tuple(randomDataset(), asked).map(([dataset, queries]) => ({
    dataset,
    queries: queries.map((query) => queryOf(dataset, query)),
  }));
}

function queryOf(dataset: Dataset, drawn: Drawn<typeof drawnQuery>): SupportQuery {
  const facts = [...dataset.relationships.values()];
  const ends = (end: 'from' | 'to', ...types: readonly string[]) =>
    facts.filter((fact) => types.includes(fact.type)).map((fact) => fact[end]);
  const { policy, cluster, industry, place, instrument, given, includePlanned, orderBy } = drawn;
  const argument = (name: (typeof given)[number], choice: number, values: readonly string[]) =>
    given.includes(name) && values.length > 0 ? { [name]: at(values, choice) } : {};
  return {
    ...argument('policy', policy, ends('from', 'POLICY_APPLIES_IN', 'SUPPORTS_INDUSTRY')),
    ...argument('cluster', cluster, ends('from', 'CLUSTER_LOCATED_IN')),
    ...argument('industry', industry, ends('to', 'FOCUSES_ON', 'SUBCLASS_OF')),
    ...argument('place', place, ends('to', 'CLUSTER_LOCATED_IN', 'WITHIN')),
    ...argument('instrument', instrument, INSTRUMENTS),
    day: drawn.day ?? Number(at(policyDays(dataset), drawn.date)),
    includePlanned,
    orderBy,
  };
}

/** The days on which a policy's state may change, and the days before. */
function policyDays(dataset: Dataset): readonly string[] {
  const days = [...dataset.nodes.values()].flatMap(({ properties }) =>
    ['issuedOn', 'effectiveFrom', 'expiresOn', 'repealedOn'].flatMap((name) => {
      const text = properties[name];
      const [first, last] = typeof text === 'string' ? [firstDay(text), lastDay(text)] : [];
      return first === undefined || last === undefined ? [] : [dayBefore(first), first, last];
    }),
  );
  return [DAY, ...days].map(String);
}
