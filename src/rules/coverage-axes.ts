/** The rows and columns of `coverage` (§7.1, §7.2, §7.4). */

import { eachBit, keepBits } from './bits.ts';
import type { Desk, DeskView } from './desk.ts';
import { offersInForce, START_NEEDED } from './offers.ts';
import type { Steps } from './steps.ts';

export type CoverageRows = 'INDUSTRY' | 'CLUSTER' | 'INSTRUMENT' | 'POLICY';
export type CoverageColumns = 'CHILDREN' | 'DISTRICTS' | 'ZONES';

/** A question in numbers of the ground. */
export interface CoverageAsked {
  readonly rows: CoverageRows;
  readonly columns: CoverageColumns;
  readonly industry: number | undefined;
  readonly place: number;
  readonly day: number;
  readonly includePlanned: boolean;
  /** Every kind of measure, as declared. */
  readonly instruments: readonly string[];
}

/** A row: a node, or a kind of measure. */
export interface CoverageRow {
  readonly key: string;
  /** The node's number; -1 for a kind of measure. */
  readonly node: number;
}

const DISTRICT = 'DISTRICT';

/** The view that answers a question, planned facts included where they are asked for. */
export function viewOf(desk: Desk, { day, includePlanned }: CoverageAsked): DeskView {
  return desk.onDay(day, includePlanned);
}

/** All rows, in order. */
export function* coverageRows(desk: Desk, asked: CoverageAsked): Steps<readonly CoverageRow[]> {
  if (asked.rows === 'INSTRUMENT') return asked.instruments.map((key) => ({ key, node: -1 }));
  const nodes = yield* rowNodes(desk, asked);
  return nodes.map((node) => ({ key: desk.ground.ids[node] ?? '', node }));
}

function* rowNodes(desk: Desk, asked: CoverageAsked): Steps<readonly number[]> {
  const view = viewOf(desk, asked);
  yield;
  switch (asked.rows) {
    case 'INDUSTRY':
      return industryRows(view, asked.industry);
    case 'CLUSTER':
      return clusterRows(desk, view, asked);
    default:
      return yield* policyRows(view, asked);
  }
}

/** Directly narrower than an industry; with none, or industry:all: what is under nothing but industry:all. */
function industryRows(view: DeskView, industry: number | undefined): readonly number[] {
  const { allIndustries, industries, facts } = view.ground;
  const broader = (each: number) => view.targets(facts.SUBCLASS_OF, each);
  const isTop = (each: number) =>
    each !== allIndustries && broader(each).every((other) => other === allIndustries);
  if (industry === undefined) return [...industries].filter(isTop);
  const narrower = (each: number) => broader(each).includes(industry);
  return [...industries].filter((each) => narrower(each) || (industry === allIndustries && isTop(each)));
}

/** The clusters that `industry` and `place` keep, as in support (§6.4). */
function clusterRows({ sites }: Desk, view: DeskView, { industry, place }: CoverageAsked): readonly number[] {
  const kept = sites.filter(
    (site) =>
      view.isLocated(site) &&
      view.placesAround(site.place).has(place) &&
      (industry === undefined ||
        view.focuses(site.cluster).some((focus) => view.isIndustryIn(focus, industry))),
  );
  return [...new Set(kept.map(({ cluster }) => cluster))];
}

/** The policies in force that reach the place (§6.3) and, where one is asked for, support the industry (§7.3). */
function* policyRows(view: DeskView, { industry, place }: CoverageAsked): Steps<readonly number[]> {
  const offers = yield* view.offers(undefined);
  const found = offersInForce(view.ground, offers, view.bounds, START_NEEDED);
  keepBits(found, offers.reaching(place));
  if (industry !== undefined) keepBits(found, offers.supporting(industry));
  return [...eachBit(found)].map((at) => offers.all[at]?.policy ?? 0);
}

/** All columns, in order. */
export function coverageColumns(desk: Desk, asked: CoverageAsked): readonly number[] {
  const view = viewOf(desk, asked);
  const { places, levels, facts } = view.ground;
  const { place } = asked;
  switch (asked.columns) {
    case 'CHILDREN':
      return [...places].filter((each) => view.targets(facts.WITHIN, each).includes(place));
    case 'DISTRICTS':
      return [...places].filter(
        (each) => levels.get(each) === DISTRICT && view.largerPlaces(each).has(place),
      );
    default:
      return [...places].filter((each) => !levels.has(each) && view.placesAround(each).has(place));
  }
}
