/** The answers of `support`, or what `dropping` lists instead, counted, and a page of them in order (§6.14). */

import { addBit, addBits, type Bits, countBits, eachBit, hasBit, keepBits, noBits } from './bits.ts';
import { findListed } from './excluded.ts';
import type { AnswerFinder, SupportAsked } from './find-answers.ts';
import type { Ground } from './ground.ts';
import type { GroundViews } from './ground-views.ts';
import type { Site } from './sites.ts';
import type { Steps } from './steps.ts';

/** An answer: a policy, a cluster and one of its places, by their numbers. */
export interface Answer {
  readonly policy: number;
  readonly cluster: number;
  readonly place: number;
}

export type SupportOrder = 'POLICY' | 'CLUSTER' | 'PLACE' | 'ISSUED_ON_DESC';

/** What answers are compared by, in numbers. */
const KEYS: Readonly<Record<SupportOrder, (ground: Ground, answer: Answer) => readonly number[]>> = {
  POLICY: (_, { policy, cluster, place }) => [policy, cluster, place],
  CLUSTER: (_, { policy, cluster, place }) => [cluster, policy, place],
  PLACE: (_, { policy, cluster, place }) => [place, policy, cluster],
  /** Newest first; policies without a date of issue last. */
  ISSUED_ON_DESC: ({ issuedDay }, { policy, cluster, place }) => [
    -(issuedDay[policy] ?? 0),
    policy,
    cluster,
    place,
  ],
};

/** A position in an order, as a cursor holds it: ids, after the day of issue where answers are ordered by it. */
export type AnswerPosition = readonly (string | number)[];

/** The position of an answer in an order. */
export function positionOf(ground: Ground, order: SupportOrder, answer: Answer): AnswerPosition {
  const day = order === 'ISSUED_ON_DESC' ? [ground.issuedDay[answer.policy] ?? 0] : [];
  const ids = KEYS[order](ground, answer).slice(day.length);
  return [...day, ...ids.map((number) => ground.ids[number] ?? '')];
}

/** How many sites are looked at in one step. */
const SITES_A_STEP = 64;
/** How many policies are looked for at a time. */
const POLICIES_AT_ONCE = 16;

/** How many answers there are. */
export function* countAnswers(views: GroundViews, asked: SupportAsked): Steps<number> {
  const found = yield* findListed(views, asked);
  let count = 0;
  for (const [at, site] of found.sites.entries()) {
    if (at % SITES_A_STEP === 0) yield;
    count += countBits(found.at(site));
  }
  return count;
}

/**
 * The first answers in an order.
 * @param after the position after which they begin; its ids need not exist any more
 */
export function* pageOfAnswers(
  views: GroundViews,
  asked: SupportAsked,
  order: SupportOrder,
  limit: number,
  after?: AnswerPosition,
): Steps<readonly Answer[]> {
  const { ground } = views;
  const found = yield* findListed(views, asked);
  const bound = after?.map((value) => (typeof value === 'number' ? -value : numberOf(ground, value)));
  const isBeyond = (answer: Answer) =>
    bound === undefined || compareNumbers(KEYS[order](ground, answer), bound) > 0;
  const page: Answer[] = [];
  const take =
    order === 'POLICY' || order === 'ISSUED_ON_DESC'
      ? byPolicy(ground, found, order, bound)
      : bySite(found, order, bound);
  for (const answer of take) {
    if (answer === undefined) yield;
    else if (isBeyond(answer) && page.push(answer) >= limit) break;
  }
  return page;
}

type Found = Generator<Answer | undefined>;

/** Answers by policy: first the policies that have any, then the sites of a few policies at a time. */
function* byPolicy(
  ground: Ground,
  found: AnswerFinder,
  order: 'POLICY' | 'ISSUED_ON_DESC',
  bound: readonly number[] | undefined,
): Found {
  const answering = noBits(ground.policies.length);
  for (const [at, site] of found.sites.entries()) {
    if (at % SITES_A_STEP === 0) yield;
    addBits(answering, found.at(site));
  }
  const key = (position: number) =>
    KEYS[order](ground, { policy: ground.policies[position] ?? 0, cluster: 0, place: 0 }).slice(0, -2);
  const positions = [...eachBit(answering)].filter(
    (position) => bound === undefined || compareNumbers(key(position), bound.slice(0, -2)) >= 0,
  );
  if (order !== 'POLICY') positions.sort((a, b) => compareNumbers(key(a), key(b)));
  for (let at = 0; at < positions.length; at += POLICIES_AT_ONCE) {
    const some = positions.slice(at, at + POLICIES_AT_ONCE);
    const sites = yield* sitesOfPolicies(ground, found, some);
    for (const position of some) {
      const policy = ground.policies[position] ?? 0;
      for (const site of sites.get(position) ?? []) yield { policy, ...site };
    }
  }
}

function* sitesOfPolicies(
  ground: Ground,
  found: AnswerFinder,
  positions: readonly number[],
): Generator<undefined, ReadonlyMap<number, readonly Site[]>> {
  const asked = noBits(ground.policies.length);
  for (const position of positions) addBit(asked, position);
  const sites = new Map(positions.map((position) => [position, [] as Site[]]));
  for (const [at, site] of found.sites.entries()) {
    if (at % SITES_A_STEP === 0) yield;
    const bits = found.at(site);
    keepBits(bits, asked);
    for (const position of eachBit(bits)) sites.get(position)?.push(site);
  }
  return sites;
}

/** Answers by cluster or by place: the sites of one at a time. */
function* bySite(
  { sites, at, policies }: AnswerFinder,
  order: 'CLUSTER' | 'PLACE',
  bound: readonly number[] | undefined,
): Found {
  const outer = order === 'CLUSTER' ? 'cluster' : 'place';
  const groups = new Map<number, Site[]>();
  for (const site of sites) {
    const group = groups.get(site[outer]) ?? [];
    groups.set(site[outer], group);
    group.push(site);
  }
  for (const first of [...groups.keys()].sort((a, b) => a - b)) {
    yield;
    if (first < (bound?.[0] ?? 0)) continue;
    const group = (groups.get(first) ?? []).map((site) => ({ site, bits: at(site) }));
    const any: Bits = noBits(policies.length);
    for (const { bits } of group) addBits(any, bits);
    for (const position of eachBit(any)) {
      const policy = policies[position] ?? 0;
      for (const { site, bits } of group) if (hasBit(bits, position)) yield { policy, ...site };
    }
  }
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [at, number] of a.entries()) {
    const other = b[at] ?? 0;
    if (number !== other) return number - other;
  }
  return 0;
}

/** The number of an id; for an unknown id, a number between its neighbours. */
function numberOf({ ids, numbers }: Ground, id: string): number {
  return numbers.get(id) ?? firstIdAtLeast(ids, id) - 0.5;
}

function firstIdAtLeast(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
