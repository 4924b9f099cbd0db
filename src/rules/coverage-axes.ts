/** The rows and columns of `coverage` (§7.1, §7.2, §7.4). */

import { eachBit, keepBits } from './bits.ts';
import { isSiteAsked } from './find-answers.ts';
import type { GroundView, GroundViews } from './ground-views.ts';
import { provisionsInForce, START_NEEDED } from './provisions.ts';
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
export function viewOf(views: GroundViews, { day, includePlanned }: CoverageAsked): GroundView {
  return views.onDay(day, includePlanned);
}

/** All rows, in order. */
export function* coverageRows(views: GroundViews, asked: CoverageAsked): Steps<readonly CoverageRow[]> {
  if (asked.rows === 'INSTRUMENT') return asked.instruments.map((key) => ({ key, node: -1 }));
  const nodes = yield* rowNodes(views, asked);
  return nodes.map((node) => ({ key: views.ground.ids[node] ?? '', node }));
}

function* rowNodes(views: GroundViews, asked: CoverageAsked): Steps<readonly number[]> {
  const view = viewOf(views, asked);
  yield;
  switch (asked.rows) {
    case 'INDUSTRY':
      return industryRows(view, asked.industry);
    case 'CLUSTER':
      return clusterRows(views, view, asked);
    default:
      return yield* policyRows(view, asked);
  }
}

/** Directly narrower than an industry; with none, or industry:all: what is under nothing but industry:all. */
function industryRows(view: GroundView, industry: number | undefined): readonly number[] {
  const { allIndustries, industries, facts } = view.ground;
  const broader = (each: number) => view.targets(facts.SUBCLASS_OF, each);
  const isTop = (each: number) =>
    each !== allIndustries && broader(each).every((other) => other === allIndustries);
  if (industry === undefined) return [...industries].filter(isTop);
  const narrower = (each: number) => broader(each).includes(industry);
  return [...industries].filter((each) => narrower(each) || (industry === allIndustries && isTop(each)));
}

/** The clusters that `industry` and `place` keep, as in support (§6.4). */
function clusterRows({ sites }: GroundViews, view: GroundView, asked: CoverageAsked): readonly number[] {
  const kept = sites.filter((site) => isSiteAsked(view, site, asked));
  return [...new Set(kept.map(({ cluster }) => cluster))];
}

/** The policies in force that reach the place (§6.3) and, where one is asked for, support the industry (§7.3). */
function* policyRows(view: GroundView, { industry, place }: CoverageAsked): Steps<readonly number[]> {
  const provisions = yield* view.provisions(undefined);
  const found = provisionsInForce(view.ground, provisions, view.bounds, START_NEEDED);
  keepBits(found, provisions.reaching(place));
  if (industry !== undefined) keepBits(found, provisions.supporting(industry));
  return [...eachBit(found)].map((at) => provisions.all[at]?.policy ?? 0);
}

/** All columns, in order. */
export function coverageColumns(views: GroundViews, asked: CoverageAsked): readonly number[] {
  const view = viewOf(views, asked);
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
