/** `chain`: the segments of an industry, how many firms each has in a place, and who has them elsewhere (§10). */

import { eachBit, keepBits } from './bits.ts';
import { type FirmFact, firmFactHolds, firmsIn } from './firm-facts.ts';
import type { GroundView, GroundViews } from './ground-views.ts';
import { explains, type KnownNone } from './known-none.ts';
import { bestFact } from './proof.ts';
import { provisionsInForce, START_NEEDED } from './provisions.ts';
import type { Steps } from './steps.ts';

/** A question in numbers of the ground. */
export interface ChainAsked {
  readonly industry: number;
  readonly place: number | undefined;
  readonly day: number;
  readonly includePlanned: boolean;
  /** The stages of a chain, as declared. */
  readonly stages: readonly string[];
}

/** A segment of a chain; firms in the order of their ids. */
export interface ChainSegment {
  readonly industry: number;
  readonly state: 'SEVERAL' | 'SINGLE' | 'KNOWN_NONE' | 'NOT_RESEARCHED';
  readonly firms: readonly string[];
  /** How many are there by planned facts alone. */
  readonly planned: number;
  readonly elsewhere: readonly string[];
  readonly policies: readonly number[];
  readonly knownNone: KnownNone | undefined;
}

const SEGMENT = 'SEGMENT';

/** §10.1: the segments in an industry, by stage and then by id; what has no stage comes last. */
export function segmentsOf(
  views: GroundViews,
  { industry, day, includePlanned, stages }: ChainAsked,
): readonly number[] {
  const view = views.onDay(day, includePlanned);
  const { industries, industryKinds, chainStages } = views.ground;
  const rank = (segment: number) => {
    const at = stages.indexOf(chainStages.get(segment) ?? '');
    return at < 0 ? stages.length : at;
  };
  return [...industries]
    .filter((each) => industryKinds.get(each) === SEGMENT && view.isIndustryIn(each, industry))
    .sort((a, b) => rank(a) - rank(b) || a - b);
}

/** §10.1: the facts by which segments feed each other: of parallel ones the firmest, then the earliest. */
export function linksOf(
  views: GroundViews,
  { day, includePlanned }: ChainAsked,
  segments: readonly number[],
): readonly number[] {
  const view = views.onDay(day, includePlanned);
  const { FEEDS } = views.ground.facts;
  const among = new Set(segments);
  return [...segments]
    .sort((a, b) => a - b)
    .flatMap((from) => {
      const targets = view.targets(FEEDS, from).filter((to) => among.has(to));
      return targets.flatMap((to) => bestFact(view, FEEDS, from, to) ?? []);
    });
}

/** What is known of each segment. */
export function* chainSegments(
  views: GroundViews,
  asked: ChainAsked,
  segments: readonly number[],
  facts: ChainFacts,
): Steps<readonly ChainSegment[]> {
  const firm = yield* firmsBySegment(views.onDay(asked.day, false), asked, segments, facts);
  const view = views.onDay(asked.day, asked.includePlanned);
  const planned = yield* firmsBySegment(views.onDay(asked.day, true), asked, segments, facts);
  const policies = yield* segmentPolicies(view, asked);
  const found: ChainSegment[] = [];
  for (const industry of segments) {
    yield;
    const counted = (asked.includePlanned ? planned : firm).get(industry);
    const stated = firm.get(industry)?.here ?? new Set();
    const firms = [...(counted?.here ?? [])].sort();
    const about = { industries: [industry], place: asked.place };
    const knownNone = firms.length > 0 ? undefined : explains(view, facts.knownNone, about, asked.day);
    found.push({
      industry,
      state:
        firms.length > 1
          ? 'SEVERAL'
          : firms.length === 1
            ? 'SINGLE'
            : knownNone
              ? 'KNOWN_NONE'
              : 'NOT_RESEARCHED',
      firms,
      planned: [...(planned.get(industry)?.here ?? [])].filter((each) => !stated.has(each)).length,
      elsewhere: [...(counted?.elsewhere ?? [])].sort(),
      policies: policies(industry),
      knownNone,
    });
  }
  return found;
}

/** What is read for a chain beside the ground. */
export interface ChainFacts {
  readonly operates: readonly FirmFact[];
  /** Where those firms are in one of the roles that count; undefined where no place is asked about. */
  readonly located: readonly FirmFact[] | undefined;
  readonly knownNone: readonly KnownNone[];
}

interface SegmentFirms {
  readonly here: Set<string>;
  readonly elsewhere: Set<string>;
}

/** How many facts are looked at in one step. */
const STEP = 512;

function* firmsBySegment(
  view: GroundView,
  { day, place }: ChainAsked,
  segments: readonly number[],
  { operates, located }: ChainFacts,
): Steps<ReadonlyMap<number, SegmentFirms>> {
  yield;
  const there = located && place !== undefined ? firmsIn(view, day, located, place) : undefined;
  const found = new Map(
    segments.map((segment) => [segment, { here: new Set<string>(), elsewhere: new Set<string>() }]),
  );
  for (const [at, fact] of operates.entries()) {
    if (at % STEP === 0) yield;
    if (!firmFactHolds(view, day, fact)) continue;
    for (const industry of view.broaderIndustries(fact.to)) {
      const segment = found.get(industry);
      (there && !there.has(fact.firm) ? segment?.elsewhere : segment?.here)?.add(fact.firm);
    }
  }
  return found;
}

/** §6.15: the policies in force for both a segment and the place. */
function* segmentPolicies(
  view: GroundView,
  { place }: ChainAsked,
): Steps<(segment: number) => readonly number[]> {
  const provisions = yield* view.provisions(undefined);
  const inForce = provisionsInForce(view.ground, provisions, view.bounds, START_NEEDED);
  if (place !== undefined) keepBits(inForce, provisions.reaching(place));
  return (segment) => {
    const found = inForce.slice();
    keepBits(found, provisions.supporting(segment));
    return [...eachBit(found)].map((at) => provisions.all[at]?.policy ?? 0);
  };
}
