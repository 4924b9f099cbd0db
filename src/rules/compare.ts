/** `compare`: what places have in common, and what only one of them has (§11). */

import { eachBit, keepBits } from './bits.ts';
import { type FirmFact, firmFactHolds, firmsIn } from './firm-facts.ts';
import type { GroundView, GroundViews } from './ground-views.ts';
import { provisionsInForce, START_NEEDED } from './provisions.ts';
import type { Steps } from './steps.ts';

/** A question in numbers of the ground. */
export interface CompareAsked {
  readonly places: readonly number[];
  readonly day: number;
  readonly includePlanned: boolean;
}

/** A place beside others; nodes in the order of their ids. */
export interface PlaceProfile {
  readonly place: number;
  readonly firmCount: number;
  /** How many firms are there by planned facts alone. */
  readonly planned: number;
  readonly clusters: readonly number[];
  readonly policies: readonly number[];
  /** The industries that firms and clusters there name, each with how many of those firms. */
  readonly industries: ReadonlyMap<number, number>;
  /** What no other of the places has. */
  readonly only: readonly number[];
}

/** Places beside each other. */
export interface Comparison {
  /** What all of them have. */
  readonly common: readonly number[];
  readonly profiles: readonly PlaceProfile[];
}

/** What is read of firms for a comparison. */
export interface CompareFacts {
  /** Where firms are, in whatever role. */
  readonly located: readonly FirmFact[];
  /** What those firms operate in. */
  readonly operates: readonly FirmFact[];
}

/** Compares places. */
export function* comparePlaces(
  views: GroundViews,
  asked: CompareAsked,
  facts: CompareFacts,
): Steps<Comparison> {
  const view = views.onDay(asked.day, asked.includePlanned);
  const provisions = yield* view.provisions(undefined);
  const inForce = provisionsInForce(views.ground, provisions, view.bounds, START_NEEDED);
  const found: Omit<PlaceProfile, 'only'>[] = [];
  for (const place of asked.places) {
    yield;
    const stated = firmsIn(views.onDay(asked.day, false), asked.day, facts.located, place);
    const planned = firmsIn(views.onDay(asked.day, true), asked.day, facts.located, place);
    const firms = asked.includePlanned ? planned : stated;
    const clusters = clustersIn(views, view, place);
    const policies = inForce.slice();
    keepBits(policies, provisions.reaching(place));
    found.push({
      place,
      firmCount: firms.size,
      planned: [...planned].filter((firm) => !stated.has(firm)).length,
      clusters,
      policies: [...eachBit(policies)].map((at) => provisions.all[at]?.policy ?? 0),
      industries: industriesOf(view, asked.day, facts.operates, firms, clusters),
    });
  }
  const sets = found.map((each) => new Set([...each.clusters, ...each.industries.keys(), ...each.policies]));
  const inOrder = (nodes: Iterable<number>) => [...nodes].sort((a, b) => a - b);
  return {
    common: inOrder(sets[0] ?? []).filter((node) => sets.every((set) => set.has(node))),
    profiles: found.map((profile, at) => ({
      ...profile,
      only: inOrder(sets[at] ?? []).filter((node) =>
        sets.every((set, other) => other === at || !set.has(node)),
      ),
    })),
  };
}

/** The clusters in a place or touching it. */
function clustersIn({ sites }: GroundViews, view: GroundView, place: number): readonly number[] {
  const kept = sites.filter((site) => view.isLocated(site) && view.placesAround(site.place).has(place));
  return [...new Set(kept.map(({ cluster }) => cluster))];
}

/** The industries that some firms and clusters name, each with how many of those firms name it, by id. */
function industriesOf(
  view: GroundView,
  day: number,
  operates: readonly FirmFact[],
  firms: ReadonlySet<string>,
  clusters: readonly number[],
): ReadonlyMap<number, number> {
  const named = new Map<number, Set<string>>();
  for (const industry of clusters.flatMap((cluster) => view.focuses(cluster))) named.set(industry, new Set());
  for (const fact of operates) {
    if (fact.to < 0 || !firms.has(fact.firm) || !firmFactHolds(view, day, fact)) continue;
    const those = named.get(fact.to) ?? new Set();
    named.set(fact.to, those.add(fact.firm));
  }
  return new Map([...named].sort(([a], [b]) => a - b).map(([industry, those]) => [industry, those.size]));
}
