/** Policies without a start: each weighs the answers that START_UNKNOWN keeps out (§20.3). */

import { eachBit } from '../bits.ts';
import { findListed } from '../excluded.ts';
import type { GroundViews } from '../ground-views.ts';
import type { Steps } from '../steps.ts';
import { type WorkAsked, type WorkItem, workKey } from './work-item.ts';

/** How many sites are looked at in one step. */
const STEP = 64;

/** The items of policies that would answer something if their start were known. */
export function* missingStarts(views: GroundViews, given: WorkAsked): Steps<readonly WorkItem[]> {
  const { ids } = views.ground;
  const asked = { ...given, includePlanned: false, dropping: 'START_UNKNOWN' } as const;
  const found = yield* findListed(views, asked);
  const counts = new Map<number, number>();
  for (const [at, site] of found.sites.entries()) {
    if (at % STEP === 0) yield;
    for (const position of eachBit(found.at(site))) {
      const policy = found.policies[position] ?? 0;
      counts.set(policy, (counts.get(policy) ?? 0) + 1);
    }
  }
  return [...counts].map(([policy, weight]): WorkItem => {
    const about = ids[policy] ?? '';
    return { kind: 'MISSING_START', key: workKey('MISSING_START', about), weight, about };
  });
}
