/** Cells of `coverage` that are not researched: each weighs what a policy there would answer (§20.2). */

import { coverageCells } from '../coverage.ts';
import {
  type CoverageAsked,
  type CoverageRow,
  coverageColumns,
  coverageRows,
  viewOf,
} from '../coverage-axes.ts';
import { isSiteAsked } from '../find-answers.ts';
import type { GroundViews } from '../ground-views.ts';
import type { KnownNone } from '../known-none.ts';
import type { Steps } from '../steps.ts';
import { type WorkAsked, type WorkItem, workKey } from './work-item.ts';

/** The matrix whose empty cells are looked for. */
export interface WorkMatrix {
  readonly asked: CoverageAsked;
  readonly rows: readonly CoverageRow[];
  readonly columns: readonly number[];
}

/**
 * The matrix of industries and of the places right below the place: where nothing is narrower or below, the industry or
 * the place itself. Undefined where no place is asked for and the dataset names no home.
 */
export function* workMatrix(views: GroundViews, given: WorkAsked): Steps<WorkMatrix | undefined> {
  const { ground } = views;
  const place = given.place ?? ground.home;
  if (place < 0) return undefined;
  const asked: CoverageAsked = {
    rows: 'INDUSTRY',
    columns: 'CHILDREN',
    industry: given.industry,
    place,
    day: given.day,
    includePlanned: false,
    instruments: [],
  };
  const rows = yield* coverageRows(views, asked);
  const columns = coverageColumns(views, asked);
  const itself = given.industry ?? -1;
  return {
    asked,
    rows: rows.length > 0 || itself < 0 ? rows : [{ key: ground.ids[itself] ?? '', node: itself }],
    columns: columns.length > 0 ? columns : [place],
  };
}

/** The items of a matrix: cells that are NOT_RESEARCHED, and in which a policy would answer something. */
export function* emptyCells(
  views: GroundViews,
  given: WorkAsked,
  { asked, rows, columns }: WorkMatrix,
  knownNone: readonly KnownNone[],
): Steps<readonly WorkItem[]> {
  const { ids } = views.ground;
  const view = viewOf(views, asked);
  const sites = views.sites.filter((site) => isSiteAsked(view, site, given));
  const items: WorkItem[] = [];
  for (const row of rows) {
    const cells = yield* coverageCells(views, asked, [row], columns, knownNone, {
      policies: 0,
      proof: false,
    });
    const supported = sites.filter(({ cluster }) =>
      view.focuses(cluster).some((focus) => view.relatedIndustries(focus).has(row.node)),
    );
    for (const { state, column } of cells) {
      if (state !== 'NOT_RESEARCHED') continue;
      yield;
      const weight = supported.filter((site) => view.relatedPlaces(site.place).has(column)).length;
      const place = ids[column] ?? '';
      if (weight > 0) {
        items.push({
          kind: 'EMPTY_CELL',
          key: workKey('EMPTY_CELL', row.key, place),
          weight,
          about: row.key,
          place,
        });
      }
    }
  }
  return items;
}
