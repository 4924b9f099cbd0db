/** `coverage` as §7 says it, policy by policy and cell by cell: slow, plain, and made to check the real one. */

import type { Dataset, DatasetNode } from '../../src/model/dataset.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../../src/model/day.ts';
import { inForce } from './support-oracle.ts';
import {
  chainsIn,
  chainsToIndustry,
  chainsTouching,
  compareProofs,
  dayOf,
  MODALITIES,
  outOf,
  type Proof,
  rule2Proofs,
  rule3Proofs,
  type Scope,
  type World,
  weakness,
  world,
} from './support-proofs.ts';

/** What is asked; absent arguments do not limit. */
export interface CoverageQuery {
  readonly rows: 'INDUSTRY' | 'CLUSTER' | 'INSTRUMENT' | 'POLICY';
  readonly columns: 'CHILDREN' | 'DISTRICTS' | 'ZONES';
  readonly industry?: string | undefined;
  readonly place: string;
  readonly day: number;
  readonly includePlanned: boolean;
  /** Every kind of measure, as declared. */
  readonly instruments: readonly string[];
}

export interface CoverageOracleCell {
  readonly row: string;
  readonly column: string;
  readonly state: string;
  readonly scope: Scope | null;
  readonly modality: string;
  readonly policies: readonly string[];
  readonly lookedOn: string | null;
  /** The keys of the facts of its proof, or the id of the record that explains it. */
  readonly evidence: readonly string[];
}

export interface CoverageOracleAnswer {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly CoverageOracleCell[];
}

const ALL_INDUSTRIES = 'industry:all';

/** The whole matrix over a small dataset. */
export function coverageOracle(dataset: Dataset, query: CoverageQuery): CoverageOracleAnswer {
  const rows = rowsOf(dataset, query);
  const columns = columnsOf(dataset, query);
  return {
    rows,
    columns,
    cells: rows.flatMap((row) => columns.map((column) => cell(dataset, query, row, column))),
  };
}

function nodesOf(dataset: Dataset, ...types: readonly string[]): readonly DatasetNode[] {
  return [...dataset.nodes.values()]
    .filter(({ type }) => types.includes(type))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isIn(there: World, place: string, larger: string): boolean {
  return chainsIn(there, place, larger).length > 0;
}

function isInOrTouches(there: World, place: string, larger: string): boolean {
  return isIn(there, place, larger) || chainsTouching(there, place, larger).length > 0;
}

/** The rows of each kind, by id (§7.1, §7.4). */
function rowsOf(dataset: Dataset, query: CoverageQuery): readonly string[] {
  const there = world(dataset, query.day, query.includePlanned);
  const { industry, place } = query;
  const ids = (nodes: readonly DatasetNode[]) => nodes.map(({ id }) => id);
  switch (query.rows) {
    case 'INSTRUMENT':
      return query.instruments;
    case 'INDUSTRY':
      return ids(nodesOf(dataset, 'Industry')).filter((id) => {
        const broader = outOf(there, 'SUBCLASS_OF', id).map(({ to }) => to);
        const isTop = id !== ALL_INDUSTRIES && broader.every((each) => each === ALL_INDUSTRIES);
        if (industry === undefined) return isTop;
        return broader.includes(industry) || (industry === ALL_INDUSTRIES && isTop);
      });
    case 'CLUSTER':
      return ids(nodesOf(dataset, 'Cluster')).filter(
        (id) =>
          (industry === undefined ||
            outOf(there, 'FOCUSES_ON', id).some(
              ({ to }) => chainsToIndustry(there, to, industry).length > 0,
            )) &&
          outOf(there, 'CLUSTER_LOCATED_IN', id).some(({ to }) => isInOrTouches(there, to, place)),
      );
    default:
      return ids(nodesOf(dataset, 'Policy')).filter(
        (id) =>
          inForce(dataset, id, query.day, undefined) &&
          rule3Proofs(there, id, undefined, place).length > 0 &&
          supportsIndustry(there, id, undefined, industry),
      );
  }
}

/** Whether a policy supports the industry that is asked for, by rule 2 (§7.3). */
function supportsIndustry(
  there: World,
  policy: string,
  measure: string | undefined,
  industry: string | undefined,
): boolean {
  return industry === undefined || asIfFocused(there, policy, measure, industry).length > 0;
}

/** Rule 2 as if a cluster focused on an industry, without the step to that cluster (§7.5). */
function asIfFocused(
  there: World,
  policy: string,
  measure: string | undefined,
  industry: string,
): readonly Proof[] {
  const probe = 'cluster:that-is-nowhere-else';
  const focus = {
    key: 'probe',
    type: 'FOCUSES_ON',
    from: probe,
    to: industry,
    properties: { modality: 'STATED' },
    evidence: [],
  };
  return rule2Proofs([...there, focus], policy, measure, probe).map(({ scope, steps }) => ({
    scope,
    steps: steps.filter(({ key }) => key !== 'probe'),
  }));
}

/** The columns of each kind, by id (§7.2, §7.4). */
function columnsOf(
  dataset: Dataset,
  { columns, place, day, includePlanned }: CoverageQuery,
): readonly string[] {
  const there = world(dataset, day, includePlanned);
  switch (columns) {
    case 'CHILDREN':
      return nodesOf(dataset, 'Region', 'Zone')
        .map(({ id }) => id)
        .filter((id) => outOf(there, 'WITHIN', id).some(({ to }) => to === place));
    case 'DISTRICTS':
      return nodesOf(dataset, 'Region')
        .filter(({ id, properties }) => properties.level === 'DISTRICT' && isIn(there, id, place))
        .map(({ id }) => id);
    default:
      return nodesOf(dataset, 'Zone')
        .map(({ id }) => id)
        .filter((id) => isInOrTouches(there, id, place));
  }
}

function cell(dataset: Dataset, query: CoverageQuery, row: string, column: string): CoverageOracleCell {
  const none = { row, column, scope: null, modality: 'STATED', policies: [], lookedOn: null, evidence: [] };
  const there = world(dataset, query.day, query.includePlanned);
  if (query.rows === 'CLUSTER') {
    const places = outOf(there, 'CLUSTER_LOCATED_IN', row).map(({ to }) => to);
    if (!places.some((place) => isInOrTouches(there, place, column)))
      return { ...none, state: 'NOT_APPLICABLE' };
  }
  const covering = nodesOf(dataset, 'Policy').flatMap(
    ({ id }) => coveredBy(dataset, query, id, row, column) ?? [],
  );
  if (covering.length === 0) return emptyCell(dataset, query, none, there);
  const scope = covering.some((each) => each.scope === 'WHOLE') ? 'WHOLE' : 'PART';
  // §7.7: the first policy of that scope, one without planned facts before others.
  const proving = covering.filter((each) => each.scope === scope);
  const first = proving.find(({ planned }) => !planned) ?? proving[0];
  const steps = first?.proof.steps ?? [];
  return {
    ...none,
    state: 'COVERED',
    scope,
    modality: MODALITIES[Math.max(...steps.map(weakness))] ?? '',
    policies: covering.map(({ policy }) => policy),
    evidence: steps.map(({ key }) => key),
  };
}

/** How a policy covers a cell: without planned facts where it can. */
function coveredBy(dataset: Dataset, query: CoverageQuery, policy: string, row: string, column: string) {
  if (!inForce(dataset, policy, query.day, undefined)) return undefined;
  for (const planned of query.includePlanned ? [false, true] : [false]) {
    const there = world(dataset, query.day, planned);
    const found = cellProofs(dataset, query, there, policy, row, column);
    const scope = found.some((proof) => proof.scope === 'WHOLE') ? 'WHOLE' : 'PART';
    const [proof] = found.filter((each) => each.scope === scope).sort(compareProofs);
    if (proof) return { policy, scope, proof, planned };
  }
  return undefined;
}

function cellProofs(
  dataset: Dataset,
  { rows, industry }: CoverageQuery,
  there: World,
  policy: string,
  row: string,
  column: string,
): readonly Proof[] {
  switch (rows) {
    case 'INDUSTRY':
      return both(asIfFocused(there, policy, undefined, row), rule3Proofs(there, policy, undefined, column));
    case 'CLUSTER':
      if (!supportsIndustry(there, policy, undefined, industry)) return [];
      return outOf(there, 'CLUSTER_LOCATED_IN', row)
        .filter(({ to }) => isInOrTouches(there, to, column))
        .flatMap((located) =>
          both(
            rule2Proofs(there, policy, undefined, row),
            rule3Proofs(there, policy, undefined, located.to).map(({ scope, steps }) => ({
              scope,
              steps: [located, ...steps],
            })),
          ),
        );
    case 'POLICY':
      if (policy !== row || !supportsIndustry(there, policy, undefined, industry)) return [];
      return rule3Proofs(there, policy, undefined, column);
    default:
      return outOf(there, 'HAS_MEASURE', policy)
        .filter(({ to }) => dataset.nodes.get(to)?.properties.instrument === row)
        .filter(({ to }) => supportsIndustry(there, policy, to, industry))
        .flatMap((measure) =>
          rule3Proofs(there, policy, measure.to, column).map(({ scope, steps }) => ({
            scope,
            steps: [measure, ...steps],
          })),
        );
  }
}

function both(first: readonly Proof[], second: readonly Proof[]): readonly Proof[] {
  return first.flatMap((a) =>
    second.map(
      (b): Proof => ({
        scope: a.scope === 'WHOLE' && b.scope === 'WHOLE' ? 'WHOLE' : 'PART',
        steps: [...a.steps, ...b.steps],
      }),
    ),
  );
}

/** §1.11, §7.6: KNOWN_NONE where a record for the row, or a broader industry, and the column, or a place it is in, holds. */
function emptyCell(
  dataset: Dataset,
  query: CoverageQuery,
  none: Omit<CoverageOracleCell, 'state'>,
  there: World,
): CoverageOracleCell {
  const { row, column } = none;
  const industries =
    query.rows === 'INDUSTRY'
      ? [row]
      : query.rows === 'CLUSTER'
        ? outOf(there, 'FOCUSES_ON', row).map(({ to }) => to)
        : query.industry === undefined
          ? []
          : [query.industry];
  const [record] = knownNoneHolding(dataset, 'policies', query.day, query.includePlanned, {
    there,
    industries,
    place: column,
  });
  if (!record) return { ...none, state: 'NOT_RESEARCHED' };
  const { id, properties } = record;
  return {
    ...none,
    state: 'KNOWN_NONE',
    modality: String(properties.modality),
    lookedOn: String(properties.validFrom),
    evidence: [id],
  };
}

/** The records that explain why nothing was found, the newest first. */
export function knownNoneHolding(
  dataset: Dataset,
  of: string,
  day: number,
  planned: boolean,
  about: {
    readonly there: World;
    readonly industries: readonly string[];
    readonly place: string | undefined;
  },
): readonly DatasetNode[] {
  const { there, industries, place } = about;
  const ends = (type: string, id: string) =>
    [...dataset.relationships.values()]
      .filter((fact) => fact.type === type && fact.from === id)
      .map(({ to }) => to);
  return nodesOf(dataset, 'KnownNone')
    .filter((record) => {
      if (record.properties.of !== of) return false;
      if (!planned && ['PLANNED', 'AIMED_FOR'].includes(String(record.properties.modality))) return false;
      if (dayOf(record, 'validFrom', firstDay, FIRST_DAY) > day) return false;
      if (dayOf(record, 'validTo', lastDay, LAST_DAY) < day) return false;
      const [forIndustry] = ends('KNOWN_NONE_FOR', record.id);
      const [inPlace] = ends('KNOWN_NONE_IN', record.id);
      const isForAll = forIndustry === undefined || forIndustry === ALL_INDUSTRIES;
      const isFor =
        isForAll ||
        (industries.length > 0 &&
          industries.every((each) => chainsToIndustry(there, each, forIndustry).length > 0));
      return isFor && (inPlace === undefined || (place !== undefined && isIn(there, place, inPlace)));
    })
    .sort(
      (a, b) =>
        dayOf(b, 'validFrom', firstDay, FIRST_DAY) - dayOf(a, 'validFrom', firstDay, FIRST_DAY) ||
        (a.id < b.id ? -1 : 1),
    );
}
