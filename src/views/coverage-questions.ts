/** The operations of the matrix, and of one of its cells. */

import type { Address } from './address.ts';
import { clocksOf, isThen } from './clocks.ts';
import { GRAPH, NAMED, PROOF } from './fragments.ts';
import { graphql, questionOf } from './operation.ts';

/** What rows and columns can be, as addresses write them. */
export const ROWS = ['INDUSTRY', 'CLUSTER', 'INSTRUMENT', 'POLICY'] as const;
/** Which places columns can be. */
export const COLUMNS = ['DISTRICTS', 'CHILDREN', 'ZONES'] as const;

const COVERAGE = graphql(
  `query Coverage(
    $rows: CoverageRows!, $columns: CoverageColumns, $industry: ID, $place: ID, $validOn: Date, $asOf: Int
    $includePlanned: Boolean, $lang: Lang, $asked: [ID!]!
  ) {
    graph { ...Graph }
    asked: nodes(ids: $asked, validOn: $validOn, asOf: $asOf) { ... on Entity { ...Named } }
    coverage(
      rows: $rows, columns: $columns, industry: $industry, place: $place, validOn: $validOn, asOf: $asOf
      includePlanned: $includePlanned, first: 80, columnsFirst: 60
    ) {
      rowCount columnCount
      rows { key name(lang: $lang) entity { ...Named } }
      columns { ...Named }
      cells { row column state scope count modality lookedOn }
    }
  }`,
  [GRAPH, NAMED],
);

/** The matrix that an address asks for: of clusters where it names an industry, else of the broadest industries. */
export function coverageQuestion({ parameters }: Address, lang: 'ZH' | 'EN') {
  const { industry, place, planned } = parameters;
  return questionOf(COVERAGE, {
    rows: rowsOf(parameters) as never,
    columns: (parameters.columns ?? COLUMNS[0]).toUpperCase() as never,
    ...(industry ? { industry } : {}),
    ...(place ? { place } : {}),
    ...clocksOf(parameters),
    includePlanned: planned === 'yes',
    lang,
    asked: [industry, place].filter((id) => id !== undefined),
  });
}

/** What the rows of an address's matrix are. */
export function rowsOf({ rows, industry }: Address['parameters']): string {
  return (rows ?? (industry ? 'CLUSTER' : 'INDUSTRY')).toUpperCase();
}

const CELL = graphql(
  `query Cell($industry: ID!, $place: ID!, $validOn: Date, $asOf: Int) {
    industry: lookUp(id: $industry, validOn: $validOn, asOf: $asOf) {
      ... on Industry { ...Named policies(first: 200) { edges { scope node { ...Named number issuedOn } } } }
    }
    place: lookUp(id: $place, validOn: $validOn, asOf: $asOf) {
      ... on Place { ...Named policies(first: 200) { edges { scope node { id } } } }
    }
  }`,
  [NAMED],
);

/** The policies of a cell of an industry: those that support it, and those that reach the place. */
export function cellQuestion(parameters: Address['parameters'], industry: string, place: string) {
  return questionOf(CELL, { industry, place, ...clocksOf(parameters) });
}

const CELL_PROOF = graphql(
  `query CellProof(
    $industry: ID!, $place: ID!, $where: PolicyWhere, $first: Int!, $validOn: Date, $asOf: Int, $lang: Lang
  ) {
    industry: lookUp(id: $industry, validOn: $validOn, asOf: $asOf) {
      ... on Industry { policies(first: $first, where: $where) { edges { node { ...Named } because { ...Proof } } } }
    }
    place: lookUp(id: $place, validOn: $validOn, asOf: $asOf) {
      ... on Place { policies(first: $first, where: $where) { edges { node { id } because { ...Proof } } } }
    }
  }`,
  [NAMED, PROOF],
);

/** Why a policy is in a cell of an industry: both halves of the proof. */
export function cellProofQuestion(
  parameters: Address['parameters'],
  cell: { readonly industry: string; readonly place: string; readonly policy: string },
  lang: 'ZH' | 'EN',
) {
  const { policy, ...ends } = cell;
  // Of an earlier revision no filter can be had: there the policy is found among all.
  const found = isThen(parameters) ? { first: 200 } : { first: 1, where: { id: { eq: policy } } };
  return questionOf(CELL_PROOF, { ...ends, ...found, ...clocksOf(parameters), lang });
}
