/** The operations of the golden corpus, made from the ids of a dataset and fixed pseudo-random numbers. */

import type { Dataset } from '../../src/model/dataset.ts';
import { dayText } from '../../src/model/day.ts';
import type { SupportQuery } from '../oracle/support-oracle.ts';

/** One operation of the corpus. */
export interface GoldenOperation {
  /** Names the operation where an answer differs. */
  readonly title: string;
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** How many pages are asked one after the other, each from where the last one ended. */
  readonly pages?: number;
}

const ARGUMENTS: Readonly<Record<string, string>> = {
  policy: 'ID',
  industry: 'ID',
  cluster: 'ID',
  place: 'ID',
  instrument: 'Instrument',
  validOn: 'Date',
  includePlanned: 'Boolean',
  orderBy: 'SupportOrder',
  first: 'Int',
  after: 'String',
};
const STEP = '{ from { id } relationship to { id } extent modality }';
const PROVED = `totalCount whyNot { reason count } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  edges { cursor node { policy { id } cluster { id } place { id } scope modality because ${STEP} } }`;
const PLAIN =
  'totalCount pageInfo { hasNextPage endCursor } nodes { policy { id } cluster { id } place { id } }';
const TOLD = `whyNot { reason count } nodes { scope policy { name status } cluster { name }
  because { sentence english: sentence(lang: EN) evidence { source { id } locator } } }`;
const DERIVED = `{ nodes { id policies(first: 20) { totalCount pageInfo { startCursor endCursor }
  edges { cursor scope modality node { id } because ${STEP} } } } }`;

const SELECTIONS = { PROVED, PLAIN, TOLD } as const;

/** `support` with just the arguments given: the shape is the question's, the values are variables. */
function supportOperation(
  variables: Readonly<Record<string, unknown>>,
  selection: keyof typeof SELECTIONS = 'PROVED',
  pages = 1,
): GoldenOperation {
  const names = Object.keys(ARGUMENTS).filter((name) => name in variables || (name === 'after' && pages > 1));
  const declared = names.map((name) => `$${name}: ${ARGUMENTS[name]}`).join(', ');
  const given = names.map((name) => `${name}: $${name}`).join(', ');
  const [head, args] = names.length === 0 ? ['', ''] : [`query(${declared}) `, `(${given})`];
  const source = `${head}{ support${args} { ${SELECTIONS[selection]} } }`;
  return { title: `support ${selection} ${JSON.stringify(variables)}`, source, variables, pages };
}

/** A question of the oracle as an operation of the corpus. */
export function oracleOperation({ day, ...query }: SupportQuery): GoldenOperation {
  const orderBy =
    (query.policy ?? query.industry ?? query.place ?? query.instrument) ? 'POLICY' : query.orderBy;
  return supportOperation({ ...query, orderBy, validOn: dayText(day), first: 50 });
}

/** Which arguments are given together. */
const COMBINATIONS = [
  [],
  ['policy'],
  ['industry'],
  ['cluster'],
  ['place'],
  ['instrument'],
  ['industry', 'place'],
  ['policy', 'industry'],
  ['cluster', 'place'],
  ['instrument', 'place'],
  ['policy', 'instrument'],
  ['policy', 'cluster'],
  ['policy', 'industry', 'cluster', 'place', 'instrument'],
] as const;
const ORDERS = ['POLICY', 'CLUSTER', 'PLACE', 'ISSUED_ON_DESC'] as const;
const DAYS = [
  '2024-10-01',
  '2025-06-01',
  '2024-10-01',
  '2026-03-15',
  '2025-06-01',
  '2023-06-30',
  '2022-01-01',
];

/**
 * Operations about a dataset: `support` in every combination and order, page after page, and the policies of all its
 * places, industries and clusters.
 * @param times how many questions there are of each combination
 */
export function operationsOf(dataset: Dataset, times: number): readonly GoldenOperation[] {
  const draw = drawing();
  const ends = (end: 'from' | 'to', ...types: readonly string[]) => {
    const facts = [...dataset.relationships.values()].filter(({ type }) => types.includes(type));
    return [...new Set(facts.map((fact) => fact[end]))].sort();
  };
  const values: Readonly<Record<string, readonly string[]>> = {
    policy: ends('from', 'SUPPORTS_INDUSTRY', 'SUPPORTS_CLUSTER'),
    industry: ends('to', 'FOCUSES_ON', 'SUBCLASS_OF'),
    cluster: ends('from', 'CLUSTER_LOCATED_IN'),
    place: ends('to', 'CLUSTER_LOCATED_IN', 'WITHIN'),
    instrument: instrumentsOf(dataset),
  };
  const asked = (names: readonly string[]) => ({
    ...Object.fromEntries(names.map((name) => [name, draw(values[name] ?? [])])),
    validOn: draw(DAYS),
    includePlanned: draw(['true', 'false', 'false']) === 'true',
  });
  const repeated = <T>(of: () => T) => Array.from({ length: times }, of);
  return [
    ...COMBINATIONS.flatMap((names) => repeated(() => supportOperation({ ...asked(names), first: 8 }))),
    ...COMBINATIONS.slice(0, 6).map((names) => supportOperation({ ...asked(names), first: 30 }, 'PLAIN')),
    ...COMBINATIONS.slice(0, 2).map((names) => supportOperation({ ...asked(names), first: 4 }, 'TOLD')),
    ...ORDERS.flatMap((orderBy) => [
      supportOperation({ orderBy, validOn: '2024-10-01', first: 6 }, 'PROVED', 3),
      supportOperation({ ...asked(['industry']), orderBy, first: 5 }, 'PROVED', 2),
    ]),
    ...['regions', 'zones', 'industries', 'clusters'].map(
      (list): GoldenOperation => ({
        title: `policies of ${list}`,
        source: `{ ${list}(first: 100, validOn: "2024-10-01") ${DERIVED} }`,
        variables: {},
      }),
    ),
  ];
}

/** Operations that are refused, or that ask for records which do not exist. */
export function refusedOperations(): readonly GoldenOperation[] {
  const cursor = (...position: readonly unknown[]) =>
    Buffer.from(JSON.stringify(position)).toString('base64url');
  const afters = [
    'none',
    cursor('support CLUSTER', 'cluster:a', 'policy:a', 'region:a'),
    cursor('support POLICY', 'policy:a', 'cluster:a'),
    cursor('support POLICY', 'policy:a', 'cluster:a', 3),
    cursor('Policy ', 'policy:a'),
    // Cursors of records that do not exist: the page begins where they would be.
    cursor('support POLICY', 'policy:n', 'cluster:n', 'region:n'),
    cursor('support POLICY', '', '', ''),
    cursor('support POLICY', '￿', 'x', 'x'),
  ];
  const unknown = { policy: 'policy:none', industry: 'industry:none', cluster: 'region:shanghai', place: '' };
  return [
    ...afters.map((after) => supportOperation({ after, first: 3 }, 'PLAIN')),
    supportOperation(
      {
        after: cursor('support ISSUED_ON_DESC', 20230401, 'policy:a', '', ''),
        orderBy: 'ISSUED_ON_DESC',
        first: 3,
      },
      'PLAIN',
    ),
    ...Object.entries(unknown).map(([name, id]) => supportOperation({ [name]: id }, 'PLAIN')),
    supportOperation({ policy: 'policy:none', place: 'place:none' }, 'PLAIN'),
    ...[-1, 0, 201].map((first) => supportOperation({ first }, 'PLAIN')),
    ...['2024-02-30', '2024-02', 'x'].map((validOn) => supportOperation({ validOn }, 'PLAIN')),
  ];
}

function instrumentsOf(dataset: Dataset): readonly string[] {
  const found = [...dataset.nodes.values()].flatMap(({ properties: { instrument } }) =>
    typeof instrument === 'string' ? [instrument] : [],
  );
  return [...new Set(found)].sort();
}

/** Draws from lists by fixed pseudo-random numbers (xorshift), the same on every machine. */
function drawing(): (from: readonly string[]) => string {
  let state = 2_463_534_242;
  return (from) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return from[(state >>> 0) % from.length] ?? '';
  };
}
