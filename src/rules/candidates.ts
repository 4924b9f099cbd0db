/** How many candidates a count goes through: the measure of its work, known before it begins. */

import { findListed } from './excluded.ts';
import { candidateSites, type SupportAsked } from './find-answers.ts';
import type { GroundViews } from './ground-views.ts';
import type { Steps } from './steps.ts';

/** What is counted: what the question lists, or what each reason excludes. */
export type Counted = 'totalCount' | 'whyNot';

/**
 * The number of (policy, cluster, place) that a count goes through. An industry and a place leave out the sites of others for
 * the total; for the reasons they are tests like all others, and leave out none (§6.11).
 */
export function* countCandidates(views: GroundViews, asked: SupportAsked, counted: Counted): Steps<number> {
  const sites = counted === 'whyNot' ? candidateSites(views, asked) : (yield* findListed(views, asked)).sites;
  return sites.length * (asked.policy === undefined ? views.ground.policies.length : 1);
}
