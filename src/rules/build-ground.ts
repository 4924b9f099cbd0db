/** Builds a ground of nodes and facts from any source. */

import { ALL_INDUSTRIES } from '../model/all-industries.ts';
import { LAST_DAY } from '../model/day.ts';
import {
  FACT_TYPES,
  type Facts,
  type FactType,
  type Ground,
  MODALITIES,
  NO_ALL_INDUSTRIES,
  UNKNOWN_START,
} from './ground.ts';
import { finish, inEachStep, type Steps, sorted } from './steps.ts';

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
  return finish(groundInSteps(given, facts, home));
}

/** As {@link buildGround}, in steps that stay short however large the ground is. */
export function* groundInSteps(
  given: Iterable<GroundNode>,
  facts: Iterable<GroundFact>,
  home: string | undefined,
): Steps<Ground> {
  const read: GroundNode[] = [];
  yield* inEachStep(given, (node) => read.push(node));
  const nodes = yield* sorted(read, (a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map<string, number>();
  const ofKind = new Map<GroundKind, number[]>(GROUND_KINDS.map((kind) => [kind, []]));
  const texts = {
    instruments: new Map<number, string>(),
    industryKinds: new Map<number, string>(),
    chainStages: new Map<number, string>(),
    levels: new Map<number, string>(),
  };
  const keep = (of: Map<number, string>, number: number, text: string | undefined) => {
    if (text !== undefined) of.set(number, text);
  };
  const adopted = new Uint8Array(nodes.length);
  const [startDay, endDay, issuedDay] = [
    new Int32Array(nodes.length),
    new Int32Array(nodes.length),
    new Int32Array(nodes.length),
  ];
  yield* inEachStep(nodes, (node, number) => {
    numbers.set(node.id, number);
    ofKind.get(node.kind)?.push(number);
    keep(texts.instruments, number, node.instrument);
    keep(texts.industryKinds, number, node.industryKind);
    keep(texts.chainStages, number, node.chainStage);
    keep(texts.levels, number, node.level);
    adopted[number] = Number(node.stage === 'ADOPTED');
    startDay[number] = node.startDay ?? UNKNOWN_START;
    endDay[number] = node.endDay ?? LAST_DAY;
    issuedDay[number] = node.issuedDay ?? 0;
  });
  const byType = new Map<FactType, GroundFact[]>(FACT_TYPES.map((type) => [type, []]));
  yield* inEachStep(facts, (fact) => {
    if (numbers.has(fact.from) && numbers.has(fact.to)) byType.get(fact.type)?.push(fact);
  });
  const columns: [FactType, Facts][] = [];
  for (const [type, each] of byType) columns.push([type, yield* columnsOf(each, numbers)]);
  const kind = (each: GroundKind) => Int32Array.from(ofKind.get(each) ?? []);
  return {
    ids: nodes.map(({ id }) => id),
    numbers,
    policies: kind('Policy'),
    clusters: kind('Cluster'),
    industries: kind('Industry'),
    places: kind('Place'),
    adopted,
    startDay,
    endDay,
    issuedDay,
    ...texts,
    home: numbers.get(home ?? '') ?? -1,
    allIndustries: numbers.get(ALL_INDUSTRIES) ?? NO_ALL_INDUSTRIES,
    facts: Object.fromEntries(columns) as Record<FactType, Facts>,
  };
}

/** Facts as columns, in an order of their own: by what they start from, what they lead to, and key. */
function* columnsOf(given: readonly GroundFact[], numbers: ReadonlyMap<string, number>): Steps<Facts> {
  const size = numbers.size;
  const [fromOf, toOf] = [new Int32Array(given.length), new Int32Array(given.length)];
  yield* inEachStep(given, (fact, at) => {
    fromOf[at] = numbers.get(fact.from) ?? 0;
    toOf[at] = numbers.get(fact.to) ?? 0;
  });
  const byTo = byNumber(Int32Array.from(given.keys()), toOf, size);
  yield;
  const order = byNumber(byTo.order, fromOf, size).order;
  yield;
  const facts = Array.from(order, (at) => given[at] as GroundFact);
  sortTiesByKey(facts, (one, other) => one.from === other.from && one.to === other.to);
  yield;
  const column = (read: (fact: GroundFact) => number | undefined, absent = 0) =>
    Int32Array.from(facts, (fact) => read(fact) ?? absent);
  // Neither end changes where facts with the same ends change places.
  const from = order.map((at) => fromOf[at] ?? 0);
  const to = order.map((at) => toOf[at] ?? 0);
  yield;
  const fromDay = column(({ fromDay }) => fromDay);
  const toDay = column(({ toDay }) => toDay, LAST_DAY);
  yield;
  const modality = Uint8Array.from(facts, (fact) => modalityRank(fact.modality));
  const part = Uint8Array.from(facts, ({ extent }) => Number(extent === 'PART'));
  yield;
  const positions = Int32Array.from(facts.keys());
  const out = partsOf(byNumber(positions, from, size));
  yield;
  const into = partsOf(byNumber(positions, to, size));
  yield;
  return { from, to, fromDay, toDay, modality, part, keys: facts.map(({ key }) => key), out, into };
}

/** The position of a modality among all; that of the firmest where it is none of them. */
export function modalityRank(modality: unknown): number {
  return Math.max(0, (MODALITIES as readonly unknown[]).indexOf(modality));
}

/** Sorts facts that have the same ends by their keys: a few side by side each time. */
function sortTiesByKey(facts: GroundFact[], areTied: (one: GroundFact, other: GroundFact) => boolean): void {
  for (let begin = 0; begin < facts.length; ) {
    const first = facts[begin] as GroundFact;
    let end = begin + 1;
    while (end < facts.length && areTied(first, facts[end] as GroundFact)) end += 1;
    if (end > begin + 1) {
      const tied = facts.slice(begin, end).sort((a, b) => (a.key < b.key ? -1 : 1));
      facts.splice(begin, tied.length, ...tied);
    }
    begin = end;
  }
}

/** Positions in the order of a number that each has, and where each number's part begins. */
interface Numbered {
  readonly order: Int32Array;
  readonly start: Int32Array;
}

/** Sorts positions by a number below `size` in linear time; those with the same number keep their order. */
function byNumber(positions: Int32Array, numberOf: Int32Array, size: number): Numbered {
  const start = new Int32Array(size + 1);
  for (const number of numberOf) start[number + 1] = (start[number + 1] ?? 0) + 1;
  for (let number = 0; number < size; number += 1) {
    start[number + 1] = (start[number + 1] ?? 0) + (start[number] ?? 0);
  }
  const next = start.slice();
  const order = new Int32Array(positions.length);
  for (const position of positions) {
    const number = numberOf[position] ?? 0;
    const at = next[number] ?? 0;
    order[at] = position;
    next[number] = at + 1;
  }
  return { order, start };
}

/** The facts of each node at one end, in the order of all facts: by the other end. */
function partsOf({ order, start }: Numbered): (node: number) => Int32Array {
  return (node) => order.subarray(start[node], start[node + 1]);
}
