/** The answers of `support` over all time: each with the intervals in which one scope and modality hold (§6.8, §6.9). */

import { dayBefore, LAST_DAY } from '../model/day.ts';
import type { DerivedSupport } from '../model/stored/derived-support.ts';
import { eachBit } from './bits.ts';
import { turnsOf, turnsOfAll } from './days-of-change.ts';
import { findAnswers } from './find-answers.ts';
import { FACT_TYPES, type Ground } from './ground.ts';
import type { GroundViews } from './ground-views.ts';
import type { Answer } from './page-of-answers.ts';
import type { Steps } from './steps.ts';
import {
  type ProvedAnswer,
  proveAnswer,
  SUPPORT_READS,
  spreadTouched,
  type Touched,
} from './touched-answers.ts';

/** An answer without an instrument and without planned facts, and the days on which its proof is of that kind. */
type SupportInterval = ProvedAnswer & DerivedSupport;

/** An answer that still holds, with the last change that found it. */
interface Open {
  readonly interval: Omit<SupportInterval, 'toDay'>;
  seen: number;
}

/**
 * All intervals, in the order of their ends. Answers are found anew on each day on which something changes; proofs only of
 * answers that are new, or whose facts change on that day.
 * @param most the greatest number that is returned
 * @returns undefined where there are more
 */
export function* supportIntervals(
  views: GroundViews,
  most: number,
): Steps<readonly SupportInterval[] | undefined> {
  const { ground } = views;
  const touchedOn = touchedByDay(ground);
  const open = new Map<string, Open>();
  const closed: SupportInterval[] = [];
  for (const day of turnsOfAll(ground)) {
    const asked = { day, includePlanned: false };
    const touched = touchedOn.get(day);
    const found = yield* findAnswers(views, asked);
    for (const site of found.sites) {
      yield;
      for (const position of eachBit(found.at(site))) {
        const answer = { policy: ground.policies[position] ?? 0, ...site };
        const key = `${position} ${site.cluster} ${site.place}`;
        const was = open.get(key);
        if (was) was.seen = day;
        if (was && !isTouched(ground, touched, answer)) continue;
        const proved = proveAnswer(views, asked, answer);
        if (!proved || (was && isSameProof(was.interval, proved))) continue;
        if (was) closed.push({ ...was.interval, toDay: dayBefore(day) });
        open.set(key, { interval: { ...proved, fromDay: day }, seen: day });
        if (closed.length + open.size > most) return undefined;
      }
    }
    for (const [key, { interval, seen }] of open) {
      if (seen === day) continue;
      closed.push({ ...interval, toDay: dayBefore(day) });
      open.delete(key);
    }
  }
  return [...closed, ...[...open.values()].map(({ interval }) => ({ ...interval, toDay: LAST_DAY }))];
}

function isSameProof(a: ProvedAnswer, b: ProvedAnswer): boolean {
  return a.scope === b.scope && a.modality === b.modality;
}

function isTouched({ ids }: Ground, touched: Touched | undefined, { policy, cluster }: Answer): boolean {
  return (
    touched !== undefined &&
    (touched.policy.has(ids[policy] ?? '') || touched.cluster.has(ids[cluster] ?? ''))
  );
}

/** The policies and clusters whose facts begin on a day, or have just ended, by that day. */
function touchedByDay(ground: Ground): ReadonlyMap<number, Touched> {
  const byDay = new Map<number, Record<keyof Touched, Set<string>>>();
  for (const type of FACT_TYPES) {
    const what = SUPPORT_READS[type];
    if (!what) continue;
    const { from, fromDay, toDay } = ground.facts[type];
    for (const [fact, start] of fromDay.entries()) {
      for (const day of turnsOf(start, toDay[fact] ?? LAST_DAY)) {
        const touched = byDay.get(day) ?? {
          policy: new Set(),
          cluster: new Set(),
          industry: new Set(),
          place: new Set(),
        };
        byDay.set(day, touched);
        touched[what].add(ground.ids[from[fact] ?? 0] ?? '');
      }
    }
  }
  return new Map([...byDay].map(([day, touched]) => [day, spreadTouched(ground, touched)]));
}
