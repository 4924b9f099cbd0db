/** Facts that one report alone backs: those of a record weigh the answers that are others without them (§20.5). */

import { FIRST_DAY } from '../../model/day.ts';
import { FACT_TYPES, type Facts, type FactType, type Ground } from '../ground.ts';
import type { GroundViews } from '../ground-views.ts';
import { type Answer, pageOfAnswers } from '../page-of-answers.ts';
import { ALL_TESTS, isSameAnswer, type Proof, proofIn, type Step } from '../proof.ts';
import type { Steps } from '../steps.ts';
import { createView, memoize, type View } from '../view.ts';
import { type WorkAsked, type WorkItem, workKey } from './work-item.ts';

/** The facts that the answers of `support` rest on. */
export const SUPPORTING_TYPES = FACT_TYPES.filter(
  (type) => !['FEEDS', 'HAS_MEASURE', 'MEASURE_SUPPORTS', 'MEASURE_APPLIES_IN'].includes(type),
);

/** An answer with its proof. */
interface Proved {
  readonly answer: Answer;
  readonly proof: Proof;
}

/**
 * The items of records with weak facts on which answers rest. An answer can only be another without facts that its proof
 * has, or by which `place` and `industry` keep it: of all others the same proof is still the best.
 * @param weak the keys of the weak facts
 */
export function* weakClaims(
  views: GroundViews,
  given: WorkAsked,
  weak: ReadonlySet<string>,
): Steps<readonly WorkItem[]> {
  const { ground } = views;
  const view = views.onDay(given.day, false);
  const groups = yield* weakByRecord(view, weak);
  if (groups.size === 0) return [];
  const proved = yield* proveAll(views, view, given);
  const resting = restingOn(ground, proved, weak);
  const items: WorkItem[] = [];
  for (const [record, facts] of groups) {
    yield;
    const without = viewWithout(view, facts);
    const isKept = memoize(
      (place: number) => given.place === undefined || without.placesAround(place).has(given.place),
    );
    const isFocused = memoize((cluster: number) => {
      const { industry } = given;
      const focuses = industry === undefined ? [] : without.targets(ground.facts.FOCUSES_ON, cluster);
      return industry === undefined || focuses.some((focus) => without.isIndustryIn(focus, industry));
    });
    const filtered = given.place === undefined && given.industry === undefined ? [] : proved;
    const rests = resting.get(record) ?? new Set();
    let weight = 0;
    for (const each of filtered.length > 0 ? filtered : rests) {
      const { cluster, place } = each.answer;
      if (!isKept(place) || !isFocused(cluster)) weight += 1;
      else if (rests.has(each)) {
        const other = proofIn(without, ALL_TESTS, each.answer);
        if (!other || !isSameAnswer(ground, each.proof, ground, other)) weight += 1;
      }
    }
    if (weight === 0) continue;
    const about = ground.ids[record] ?? '';
    items.push({ kind: 'WEAK_CLAIMS', key: workKey('WEAK_CLAIMS', about), weight, about, facts });
  }
  return items;
}

/** The weak facts that hold, by the record that they start from. */
function* weakByRecord(view: View, weak: ReadonlySet<string>): Steps<ReadonlyMap<number, readonly Step[]>> {
  const { facts } = view.ground;
  const groups = new Map<number, Step[]>();
  if (weak.size === 0) return groups;
  for (const type of SUPPORTING_TYPES) {
    yield;
    for (const [fact, key] of facts[type].keys.entries()) {
      if (!weak.has(key) || !view.holds(facts[type], fact)) continue;
      const from = facts[type].from[fact] ?? 0;
      const group = groups.get(from) ?? [];
      groups.set(from, group);
      group.push({ type, fact });
    }
  }
  return groups;
}

function* proveAll(views: GroundViews, view: View, given: WorkAsked): Steps<readonly Proved[]> {
  const asked = { ...given, includePlanned: false };
  const answers = yield* pageOfAnswers(views, asked, 'POLICY', Number.POSITIVE_INFINITY);
  const proved: Proved[] = [];
  for (const answer of answers) {
    yield;
    const proof = proofIn(view, ALL_TESTS, answer);
    if (proof) proved.push({ answer, proof });
  }
  return proved;
}

/** The answers whose proofs have weak facts, by the records that these start from. */
function restingOn(
  { facts }: Ground,
  proved: readonly Proved[],
  weak: ReadonlySet<string>,
): ReadonlyMap<number, ReadonlySet<Proved>> {
  const found = new Map<number, Set<Proved>>();
  for (const each of proved) {
    for (const { type, fact } of each.proof.steps) {
      if (!weak.has(facts[type].keys[fact] ?? '')) continue;
      const from = facts[type].from[fact] ?? 0;
      const resting = found.get(from) ?? new Set();
      found.set(from, resting);
      resting.add(each);
    }
  }
  return found;
}

/** What would hold if some facts did not. */
function viewWithout({ ground, bounds }: View, facts: readonly Step[]): View {
  const ended = new Map<FactType, Facts>();
  for (const { type, fact } of facts) {
    const columns = ended.get(type) ?? { ...ground.facts[type], toDay: ground.facts[type].toDay.slice() };
    ended.set(type, columns);
    columns.toDay[fact] = FIRST_DAY - 1;
  }
  return createView({ ...ground, facts: { ...ground.facts, ...Object.fromEntries(ended) } }, bounds);
}
