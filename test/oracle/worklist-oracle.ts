/** What `worklist` answers, by changing a dataset each way and counting what is not the same (§20.1 to §20.5). */

import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { coverageOracle, knownNoneHolding } from './coverage-oracle.ts';
import { askOracle, criteriaOracle, type OracleCriterion, type OracleFirm } from './eligibility-oracle.ts';
import { expiringOracle } from './expiring-oracle.ts';
import { type SupportQuery, supportOracle } from './support-oracle.ts';
import { world } from './support-proofs.ts';

/** A question. */
export interface WorklistQuery {
  readonly day: number;
  readonly place?: string | undefined;
  readonly industry?: string | undefined;
}

/** An item, as far as both sides are compared. */
export interface OracleItem {
  readonly key: string;
  readonly weight: number;
}

const EVIDENCE = [{ source: 'source:s', locator: 'p1' }];
const [POLICY, CLUSTER] = ['policy:assumed', 'cluster:assumed'];

/** Empty cells: a policy is added that supports just the row in just the column, and its answers are counted. */
export function cellsOracle(dataset: Dataset, query: WorklistQuery): readonly OracleItem[] {
  const place = query.place ?? dataset.info.home;
  if (place === undefined) return [];
  const { day, industry } = query;
  const asked = { rows: 'INDUSTRY', columns: 'CHILDREN', instruments: [], includePlanned: false } as const;
  const matrix = coverageOracle(dataset, { ...asked, day, industry, place });
  const rows = matrix.rows.length > 0 || industry === undefined ? matrix.rows : [industry];
  const columns = matrix.columns.length > 0 ? matrix.columns : [place];
  const there = world(dataset, day, false);
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const cluster = withNodes(
        dataset,
        [nodeOf(CLUSTER, 'Cluster')],
        [fact('FOCUSES_ON', CLUSTER, row), fact('CLUSTER_LOCATED_IN', CLUSTER, column)],
      );
      const isCovered = answersOf(cluster, { day }, { cluster: CLUSTER }).size > 0;
      const about = { there, industries: [row], place: column };
      if (isCovered || knownNoneHolding(dataset, 'policies', day, false, about).length > 0) return [];
      const policy = withNodes(
        dataset,
        [nodeOf(POLICY, 'Policy', { stage: 'ADOPTED', issuedOn: '1990' })],
        [fact('SUPPORTS_INDUSTRY', POLICY, row), fact('POLICY_APPLIES_IN', POLICY, column)],
      );
      const weight = answersOf(policy, query, { policy: POLICY }).size;
      return heavy(`EMPTY_CELL ${row} ${column}`, weight);
    }),
  );
}

/** Missing starts: the policy is issued long ago, and its answers are counted. */
export function startsOracle(dataset: Dataset, query: WorklistQuery): readonly OracleItem[] {
  return [...dataset.nodes.values()].flatMap((node) => {
    const { stage, issuedOn, effectiveFrom } = node.properties;
    const hasStart = issuedOn !== undefined || effectiveFrom !== undefined;
    if (node.type !== 'Policy' || stage !== 'ADOPTED' || hasStart) return [];
    const started = { ...node, properties: { ...node.properties, issuedOn: '1990' } };
    const weight = answersOf(withNodes(dataset, [started], []), query, { policy: node.id }).size;
    return heavy(`MISSING_START ${node.id}`, weight);
  });
}

/** Weak claims: the weak facts of each record are taken away, and the answers that are others are counted. */
export function weakOracle(
  dataset: Dataset,
  query: WorklistQuery,
  weak: ReadonlySet<string>,
): readonly OracleItem[] {
  const before = answersOf(dataset, query);
  const records = new Set(
    [...dataset.relationships.values()].filter(({ key }) => weak.has(key)).map(({ from }) => from),
  );
  return [...records].flatMap((record) => {
    const kept = [...dataset.relationships].filter(([key, { from }]) => from !== record || !weak.has(key));
    const after = answersOf({ ...dataset, relationships: new Map(kept) }, query);
    const changed = [...before].filter(([answer, how]) => after.get(answer) !== how);
    return heavy(`WEAK_CLAIMS ${record}`, changed.length);
  });
}

/** A firm on record. */
export interface OracleFirmOnRecord {
  readonly id: string;
  readonly firm: OracleFirm;
}

const [TITLE, EVERY_DAY] = ['only here', { from: 0, to: 99_991_231 }];

/** Criteria: each becomes one that every firm meets, then one that none does, and the verdicts that differ are counted. */
export function criteriaWorkOracle(
  dataset: Dataset,
  criteria: ReadonlyMap<string, readonly OracleCriterion[]>,
  firms: readonly OracleFirmOnRecord[],
  query: WorklistQuery,
): readonly (OracleItem & { readonly firms: readonly string[] })[] {
  const { day } = query;
  const asked = (firm: OracleFirm, rules = criteria) => ({
    dataset,
    criteria: rules,
    firm: { ...firm, titles: [...firm.titles, { title: TITLE, ...EVERY_DAY }] },
    day,
    includePlanned: false,
  });
  const counting = measuresFor(dataset, query);
  const overall = (firm: OracleFirm, rules: ReadonlyMap<string, readonly OracleCriterion[]>) =>
    new Map(
      askOracle(asked(firm, rules)).flatMap(({ id, overall: verdict }) =>
        counting.has(id) ? [[id, verdict] as const] : [],
      ),
    );
  const reached = satisfiedFrom(criteria, counting);
  return [...criteria].flatMap(([measure, own]) =>
    own.flatMap((_, at) => {
      if (!reached.has(measure)) return [];
      const judged = firms.map(({ id, firm }) => ({ id, firm, ...criteriaOracle(asked(firm), measure) }));
      const deciding = judged.filter(({ all }) =>
        all.every((each, of) => of === at + 2 || each !== 'NOT_MET'),
      );
      const isOpen = deciding.every(
        ({ criteria: [...each] }) => each[at]?.verdict === 'UNKNOWN' && each[at].missing.length > 0,
      );
      if (!isOpen) return [];
      const assumed = (operator: string) =>
        new Map(criteria).set(
          measure,
          own.map((each, of) => (of === at ? [[{ attribute: 'TITLE', operator, values: [TITLE] }]] : each)),
        );
      const [met, notMet] = [assumed('IN'), assumed('NOT_IN')];
      const changed = deciding.map(({ id, firm }) => {
        const other = overall(firm, notMet);
        return {
          id,
          count: [...overall(firm, met)].filter(([of, verdict]) => other.get(of) !== verdict).length,
        };
      });
      const weight = changed.reduce((sum, { count }) => sum + count, 0);
      const touched = changed.flatMap(({ id, count }) => (count > 0 ? [id] : [])).sort();
      const key = `CRITERION_WITHOUT_FACTS ${measure}#criteria/${at}`;
      return heavy(key, weight).map((item) => ({ ...item, firms: touched }));
    }),
  );
}

/** The measures that are for a place and an industry, each as if it had a window that closes on the day. */
function measuresFor(dataset: Dataset, query: WorklistQuery): ReadonlySet<string> {
  const measures = [...dataset.nodes.values()].filter(({ type }) => type === 'Measure').map(({ id }) => id);
  const day = String(query.day).replace(/(\d{4})(\d{2})(\d{2})/, '$1-$2-$3');
  const windows = measures.map((id) => nodeOf(`${id}#windows/w`, 'ApplicationWindow', { closesOn: day }));
  const closing = withNodes(
    dataset,
    windows,
    measures.map((id) => fact('MEASURE_HAS_WINDOWS', id, `${id}#windows/w`)),
  );
  const ending = expiringOracle(closing, { ...query, within: 0 });
  return new Set(ending.flatMap(({ measure }) => measure ?? []));
}

/** The measures whose criteria some measures ask, by way of others or not; these among them. */
function satisfiedFrom(
  criteria: ReadonlyMap<string, readonly OracleCriterion[]>,
  measures: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set(measures);
  for (const id of found) {
    for (const { attribute, values } of (criteria.get(id) ?? []).flat(2)) {
      if (attribute === 'SATISFIES') for (const each of values) found.add(each);
    }
  }
  return found;
}

/** The answers by their ids, with what they are. */
function answersOf(
  dataset: Dataset,
  { day, place, industry }: WorklistQuery,
  of: Pick<SupportQuery, 'policy' | 'cluster'> = {},
): ReadonlyMap<string, string> {
  const { rows } = supportOracle(dataset, {
    day,
    place,
    industry,
    ...of,
    includePlanned: false,
    orderBy: 'POLICY',
  });
  return new Map(
    rows.map((row) => [`${row.policy} ${row.cluster} ${row.place}`, `${row.scope} ${row.modality}`]),
  );
}

function heavy(key: string, weight: number): readonly OracleItem[] {
  return weight > 0 ? [{ key, weight }] : [];
}

function nodeOf(id: string, type: string, properties: DatasetNode['properties'] = {}): DatasetNode {
  return { id, type, properties: { name: id, ...properties }, evidence: EVIDENCE };
}

function fact(type: string, from: string, to: string): DatasetRelationship {
  return {
    key: `${type} ${from} ${to}`,
    type,
    from,
    to,
    properties: { modality: 'STATED' },
    evidence: EVIDENCE,
  };
}

function withNodes(
  { info, nodes, relationships }: Dataset,
  added: readonly DatasetNode[],
  facts: readonly DatasetRelationship[],
): Dataset {
  return {
    info,
    nodes: new Map([...nodes, ...added.map((each) => [each.id, each] as const)]),
    relationships: new Map([...relationships, ...facts.map((each) => [each.key, each] as const)]),
  };
}
