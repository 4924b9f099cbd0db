/** The policies that answer `support` with a cluster in a place (§6.1 to §6.5), as sets of policies. */

import { FIRST_DAY, LAST_DAY } from '../model/day.ts';
import { addBit, addBits, type Bits, keepBits, noBits } from './bits.ts';
import type { GroundView, GroundViews } from './ground-views.ts';
import { type Provisions, policiesProviding, provisionsInForce } from './provisions.ts';
import type { Site } from './sites.ts';
import type { Steps } from './steps.ts';

/** A question in numbers of the ground; an undefined argument does not limit. */
export interface SupportAsked {
  readonly policy?: number | undefined;
  readonly industry?: number | undefined;
  readonly cluster?: number | undefined;
  readonly place?: number | undefined;
  readonly instrument?: string | undefined;
  readonly day: number;
  readonly includePlanned: boolean;
  /** §6.13: the reason whose candidates are asked for, instead of answers. */
  readonly dropping?: Reason | undefined;
}

/** The reasons of `whyNot` that drop one test each, in the order of the answer (§6.11). */
export const REASONS = [
  'NOT_VALID_ON_DATE',
  'START_UNKNOWN',
  'OTHER_INDUSTRY',
  'OTHER_PLACE',
  'OTHER_INSTRUMENT',
  'ONLY_PLANNED',
] as const;
export type Reason = (typeof REASONS)[number];

/** The answers to a question. Sets of policies are bits by their positions among all policies. */
export interface AnswerFinder {
  readonly policies: Int32Array;
  /** The sites that may have answers, in the order of all sites. */
  readonly sites: readonly Site[];
  /** The policies that answer with a site. */
  readonly at: (site: Site) => Bits;
}

/** What a question tests: everything, or everything but one test (§6.11). */
export interface Tests {
  /**
   * Whether planned facts count: each way of counting them, the firmer first. §6.8: planned facts never remove an answer. But a
   * measure with planned industries or places of its own does not use those of its policy, so that both are needed.
   */
  readonly worlds: readonly boolean[];
  /** What holds, with or without planned facts. */
  readonly view: (planned: boolean) => GroundView;
  readonly instrument: string | undefined;
  readonly industry: number | undefined;
  readonly place: number | undefined;
  /** Whether the policy must support the cluster (§6.2), and reach the place (§6.3). */
  readonly bySupport: boolean;
  readonly byReach: boolean;
  /** The day that represents an unknown start. */
  readonly unknownStart: number;
}

/** The tests of a question, without the one that a reason drops. */
export function testsOf(views: GroundViews, asked: SupportAsked, dropped?: Reason): Tests {
  const planned = asked.includePlanned || dropped === 'ONLY_PLANNED';
  const byDate = dropped !== 'NOT_VALID_ON_DATE';
  return {
    worlds: planned ? [false, true] : [false],
    view: (world) => (byDate ? views.onDay(asked.day, world) : views.onAnyDay(world)),
    instrument: dropped === 'OTHER_INSTRUMENT' ? undefined : asked.instrument,
    industry: dropped === 'OTHER_INDUSTRY' ? undefined : asked.industry,
    place: dropped === 'OTHER_PLACE' ? undefined : asked.place,
    bySupport: dropped !== 'OTHER_INDUSTRY',
    byReach: dropped !== 'OTHER_PLACE',
    unknownStart: dropped === 'START_UNKNOWN' ? FIRST_DAY : LAST_DAY + 1,
  };
}

/** Finds answers by all tests, or by all but the one that a reason drops. */
export function* findAnswers(views: GroundViews, asked: SupportAsked, dropped?: Reason): Steps<AnswerFinder> {
  const { ground } = views;
  const tests = testsOf(views, asked, dropped);
  const siteTests: SiteTest[] = [];
  for (const world of tests.worlds) {
    const view = tests.view(world);
    yield;
    const provisions = yield* view.provisions(tests.instrument);
    yield;
    siteTests.push(siteTestOf(view, provisions, asked.policy, tests));
  }
  return {
    policies: ground.policies,
    sites: candidateSites(views, asked).filter((site) => siteTests.some(({ isKept }) => isKept(site))),
    at(site) {
      const found = noBits(ground.policies.length);
      for (const { isKept, collect } of siteTests) if (isKept(site)) collect(site, found);
      return found;
    },
  };
}

interface SiteTest {
  /** Whether the cluster is in its place (§6.1), and both meet the arguments (§6.4). */
  readonly isKept: (site: Site) => boolean;
  /** Adds the policies that answer with a site that is kept. */
  readonly collect: (site: Site, into: Bits) => void;
}

/** The tests of sites in one view. */
function siteTestOf(
  view: GroundView,
  provisions: Provisions,
  policy: number | undefined,
  tests: Tests,
): SiteTest {
  const { ground } = view;
  const { instrument, industry, place, bySupport, byReach, unknownStart } = tests;
  const inForce = provisionsInForce(ground, provisions, view.bounds, { unknownStart });
  if (policy !== undefined) {
    const own = noBits(provisions.all.length);
    for (const [at, provision] of provisions.all.entries()) if (provision.policy === policy) addBit(own, at);
    keepBits(inForce, own);
  }
  return {
    isKept: (site) => isSiteAsked(view, site, { place, industry }),
    collect(site, into) {
      const found = inForce.slice();
      if (byReach) keepBits(found, provisions.reaching(site.place));
      if (bySupport) keepBits(found, provisionsSupporting(view, provisions, site.cluster));
      addBits(into, instrument === undefined ? found : policiesProviding(ground, provisions, found));
    },
  };
}

/** Whether a cluster is in its place (§6.1), and both meet the arguments (§6.4). */
export function isSiteAsked(
  view: GroundView,
  site: Site,
  { place, industry }: Pick<SupportAsked, 'place' | 'industry'>,
): boolean {
  return (
    view.isLocated(site) &&
    (place === undefined || view.placesAround(site.place).has(place)) &&
    (industry === undefined || view.focuses(site.cluster).some((focus) => view.isIndustryIn(focus, industry)))
  );
}

/** §6.2: the provisions that support a cluster: by its name, or by an industry that it focuses on. */
function provisionsSupporting(view: GroundView, provisions: Provisions, cluster: number): Bits {
  const found = noBits(provisions.all.length);
  addBits(found, provisions.naming(cluster));
  for (const industry of view.focuses(cluster)) addBits(found, provisions.supporting(industry));
  return found;
}

/** The sites that may be answers to a question: those of its cluster, or all. */
export function candidateSites({ sites }: GroundViews, { cluster }: SupportAsked): readonly Site[] {
  return cluster === undefined ? sites : sites.filter((site) => site.cluster === cluster);
}
