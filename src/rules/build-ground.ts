/** Builds a ground of nodes and facts from any source. */

import { ALL_INDUSTRIES } from '../model/all-industries.ts';
import { LAST_DAY } from '../model/day.ts';
import { FACT_TYPES, type Facts, type FactType, type Ground, MODALITIES, UNKNOWN_START } from './ground.ts';

/** The kinds of nodes that the rules distinguish. */
export const GROUND_KINDS = ['Policy', 'Measure', 'Cluster', 'Industry', 'Place'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

/** A node as the rules read it; unknown values are undefined. */
export interface GroundNode {
  readonly id: string;
  readonly kind: GroundKind;
  readonly stage?: string | undefined;
  readonly startDay?: number | undefined;
  readonly endDay?: number | undefined;
  readonly issuedDay?: number | undefined;
  readonly instrument?: string | undefined;
  /** Of an industry. */
  readonly industryKind?: string | undefined;
  readonly chainStage?: string | undefined;
  /** Of a region. */
  readonly level?: string | undefined;
}

/** A fact as the rules read it. */
export interface GroundFact {
  readonly type: FactType;
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly fromDay?: number | undefined;
  readonly toDay?: number | undefined;
  readonly modality?: string | undefined;
  readonly extent?: string | undefined;
}

/**
 * The ground of nodes and facts; a fact whose ends are not among the nodes is left out.
 * @param home the id of the dataset's home
 */
export function buildGround(
  given: Iterable<GroundNode>,
  facts: Iterable<GroundFact>,
  home: string | undefined,
): Ground {
  const nodes = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  const ofKind = (kind: GroundKind) =>
    Int32Array.from(nodes.flatMap((node, number) => (node.kind === kind ? [number] : [])));
  const column = (read: (node: GroundNode) => number | undefined, absent: number) =>
    Int32Array.from(nodes, (node) => read(node) ?? absent);
  const byType = new Map<FactType, GroundFact[]>(FACT_TYPES.map((type) => [type, []]));
  for (const fact of facts) {
    if (numbers.has(fact.from) && numbers.has(fact.to)) byType.get(fact.type)?.push(fact);
  }
  const columns = FACT_TYPES.map((type) => [type, columnsOf(byType.get(type) ?? [], numbers)] as const);
  return {
    ids: nodes.map(({ id }) => id),
    numbers,
    policies: ofKind('Policy'),
    clusters: ofKind('Cluster'),
    industries: ofKind('Industry'),
    places: ofKind('Place'),
    adopted: Uint8Array.from(nodes, ({ stage }) => Number(stage === 'ADOPTED')),
    startDay: column(({ startDay }) => startDay, UNKNOWN_START),
    endDay: column(({ endDay }) => endDay, LAST_DAY),
    issuedDay: column(({ issuedDay }) => issuedDay, 0),
    instruments: textsOf(nodes, ({ instrument }) => instrument),
    industryKinds: textsOf(nodes, ({ industryKind }) => industryKind),
    chainStages: textsOf(nodes, ({ chainStage }) => chainStage),
    levels: textsOf(nodes, ({ level }) => level),
    home: numbers.get(home ?? '') ?? -1,
    allIndustries: numbers.get(ALL_INDUSTRIES) ?? -1,
    facts: Object.fromEntries(columns) as Record<FactType, Facts>,
  };
}

/** A property that few nodes have, by number. */
function textsOf(
  nodes: readonly GroundNode[],
  read: (node: GroundNode) => string | undefined,
): ReadonlyMap<number, string> {
  return new Map(
    nodes.flatMap((node, number) => {
      const text = read(node);
      return text === undefined ? [] : [[number, text] as const];
    }),
  );
}

/** Facts as columns, in an order of their own: by what they start from, what they lead to, and key. */
function columnsOf(given: readonly GroundFact[], numbers: ReadonlyMap<string, number>): Facts {
  const number = (id: string) => numbers.get(id) ?? 0;
  const facts = [...given].sort(
    (a, b) => number(a.from) - number(b.from) || number(a.to) - number(b.to) || (a.key < b.key ? -1 : 1),
  );
  const column = (read: (fact: GroundFact) => number | undefined, absent = 0) =>
    Int32Array.from(facts, (fact) => read(fact) ?? absent);
  const from = column((fact) => number(fact.from));
  const to = column((fact) => number(fact.to));
  return {
    from,
    to,
    fromDay: column(({ fromDay }) => fromDay),
    toDay: column(({ toDay }) => toDay, LAST_DAY),
    modality: Uint8Array.from(facts, ({ modality }) => modalityRank(modality)),
    part: Uint8Array.from(facts, ({ extent }) => Number(extent === 'PART')),
    keys: facts.map(({ key }) => key),
    out: adjacency(from, to, numbers.size),
    into: adjacency(to, from, numbers.size),
  };
}

/** The position of a modality among all; that of the firmest where it is none of them. */
export function modalityRank(modality: unknown): number {
  return Math.max(0, (MODALITIES as readonly unknown[]).indexOf(modality));
}

/** The facts of each node at one end, sorted by the other: one array, with the start of each node's part. */
function adjacency(end: Int32Array, other: Int32Array, size: number): (node: number) => Int32Array {
  const start = new Int32Array(size + 1);
  for (const node of end) start[node + 1] = (start[node + 1] ?? 0) + 1;
  for (let node = 0; node < size; node += 1) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  const order = Int32Array.from(end.keys()).sort(
    (a, b) => (end[a] ?? 0) - (end[b] ?? 0) || (other[a] ?? 0) - (other[b] ?? 0) || a - b,
  );
  return (node) => order.subarray(start[node], start[node + 1]);
}
