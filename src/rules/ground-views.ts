/** A ground with cached views: one view serves all days between two on which facts change. */

import { FIRST_DAY, LAST_DAY } from '../model/day.ts';
import { turnsOfFacts } from './days-of-change.ts';
import type { Ground } from './ground.ts';
import { createProvisions, type Provisions } from './provisions.ts';
import { type Site, sitesOf } from './sites.ts';
import type { Steps } from './steps.ts';
import { type Bounds, createView, memoize, type View } from './view.ts';

/** A view with the provisions of policies, and the clusters and places that they may reach. */
export interface GroundView extends View {
  /** Whether the cluster of a site is located there. */
  readonly isLocated: (site: Site) => boolean;
  /** The industries that a cluster focuses on. */
  readonly focuses: (cluster: number) => readonly number[];
  /** The provisions of policies, or of measures with an instrument. */
  readonly provisions: (instrument: string | undefined) => Steps<Provisions>;
}

/** A ground and what holds of it on each day: what every question is decided over. */
export interface GroundViews {
  readonly ground: Ground;
  readonly sites: readonly Site[];
  /** What holds on a day. */
  readonly onDay: (day: number, planned: boolean) => GroundView;
  /** What holds on any day: every date dropped. */
  readonly onAnyDay: (planned: boolean) => GroundView;
  /** How many candidates a count may go through; a question that needs more has to be narrowed. */
  readonly mostCandidates: number;
}

/** How many views are cached, the least recently used one being dropped. */
const MOST_VIEWS = 12;

/** The views of a ground; none is made before it is asked for. */
export function createGroundViews(ground: Ground, mostCandidates = Number.POSITIVE_INFINITY): GroundViews {
  const views = new Map<string, GroundView>();
  const turns = turnsOfFacts(ground);
  const sites = sitesOf(ground);
  const view = (bounds: Bounds): GroundView => {
    const key = `${bounds.begunBy} ${bounds.endedFrom} ${bounds.planned}`;
    const found = views.get(key) ?? openView(ground, sites, bounds);
    views.delete(key);
    views.set(key, found);
    const [oldest] = views.keys();
    if (views.size > MOST_VIEWS && oldest !== undefined) views.delete(oldest);
    return found;
  };
  return {
    ground,
    sites,
    onDay: (day, planned) => {
      const same = lastUpTo(turns, day);
      // The facts that hold are those of all days until the next change; policies are in force on the day itself.
      const facts = view({ begunBy: same, endedFrom: same, planned });
      return { ...facts, bounds: { begunBy: day, endedFrom: day, planned } };
    },
    onAnyDay: (planned) => view({ begunBy: LAST_DAY, endedFrom: FIRST_DAY, planned }),
    mostCandidates,
  };
}

function openView(ground: Ground, sites: readonly Site[], bounds: Bounds): GroundView {
  const view = createView(ground, bounds);
  const { CLUSTER_LOCATED_IN, FOCUSES_ON } = ground.facts;
  const located = new Set(
    sites.filter(({ cluster, place }) => view.targets(CLUSTER_LOCATED_IN, cluster).includes(place)),
  );
  const provisions = new Map<string | undefined, Provisions>();
  return {
    ...view,
    isLocated: (site) => located.has(site),
    focuses: memoize((cluster) => view.targets(FOCUSES_ON, cluster)),
    *provisions(instrument) {
      const found = provisions.get(instrument) ?? (yield* createProvisions(view, instrument));
      provisions.set(instrument, found);
      return found;
    },
  };
}

/** The last of some days that is not after a day. */
function lastUpTo(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return days[low] ?? FIRST_DAY;
}
