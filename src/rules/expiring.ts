/** What ends soon: policies in force, and windows of measures of policies in force, for a place and an industry (§17). */

import { compareText } from '../diagnostics/compare-text.ts';
import type { GroundViews } from './ground-views.ts';
import { isForIndustry, isForPlace, provisionOf } from './provisions.ts';
import type { View } from './view.ts';

/** What ends a policy or a window. */
export type EndCause = 'EXPIRY' | 'REPEAL' | 'SUCCESSION' | 'CLOSING';

/** A policy, or a window of one of its measures, with its last day. */
export interface Ending {
  readonly endsOn: number;
  readonly cause: EndCause;
  readonly policy: string;
  readonly measure: string | undefined;
  readonly window: string | undefined;
}

/** What is asked: from a day on, and what it is for; ids by their numbers, -1 for what is not there. */
export interface ExpiringAsked {
  readonly day: number;
  readonly place: number | undefined;
  readonly industry: number | undefined;
}

/** Those of some endings that are of policies in force and for what is asked, in order. */
export function expiringOf(
  views: Pick<GroundViews, 'onDay'>,
  asked: ExpiringAsked,
  endings: readonly Ending[],
): readonly Ending[] {
  const view = views.onDay(asked.day, false);
  return endings.filter((ending) => isAsked(view, asked, ending)).sort(compareEndings);
}

function isAsked(
  view: View,
  { day, place, industry }: ExpiringAsked,
  { policy: id, measure }: Ending,
): boolean {
  const { numbers, adopted, startDay, endDay } = view.ground;
  const policy = numbers.get(id);
  if (policy === undefined || adopted[policy] !== 1) return false;
  const start = startDay[policy] ?? -1;
  if (start < 0 || start > day || (endDay[policy] ?? 0) < day) return false;
  const provision = provisionOf(view, policy, measure === undefined ? undefined : numbers.get(measure));
  return (
    (place === undefined || isForPlace(view, provision, place)) &&
    (industry === undefined || isForIndustry(view, provision, industry))
  );
}

function compareEndings(a: Ending, b: Ending): number {
  return (
    a.endsOn - b.endsOn ||
    compareText(a.policy, b.policy) ||
    compareText(a.measure ?? '', b.measure ?? '') ||
    compareText(a.window ?? '', b.window ?? '')
  );
}
