/** `worklist`: the rules weigh what is not known, and what is asked of the page is read by ids (§20). */

import { compilePage } from '../../compile/compile-page.ts';
import { array, type CompileContext, type Compiled } from '../../compile/compiled.ts';
import type { Position } from '../../compile/cursor.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import type { WorkItem, WorkKind } from '../../rules/worklist/work-item.ts';
import type { Decision } from '../decision.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { decidedStep } from '../support/decided-proof.ts';
import { compileItem, type WorkRow } from './compile-item.ts';
import { decideWorklist, type WorklistAsked } from './decide-worklist.ts';

/** The arguments that name something, and what it must be. */
export const WORKLIST_IDS = { place: 'Place', industry: 'Industry' } as const;

/** The answer of `worklist`, with those of its arguments beside it that name nothing. */
export function* compileWorklist(
  context: CompileContext,
  field: SelectedField,
  views: GroundViews,
): Decision<Compiled> {
  const named = bindNamed(context, field, WORKLIST_IDS);
  const worklist = yield* decideWorklist(context, views, askedOf(context, field, views));
  const items: WorkItem[] = [];
  const rows: WorkRow[] = [];
  const page = compilePage(context, 'Worklist', field, {
    from: '',
    position: 'row.position',
    order: { name: 'worklist', types: ['number', 'string'] },
    rows: (after, limit) => {
      const behind = worklist.items.filter((each) => !after || comparePositions(positionOf(each), after) > 0);
      items.push(...behind.slice(0, Number(field.arguments.first) + 1));
      rows.push(...items.map((item, at) => rowOf(context, views, item, at)));
      return `UNWIND ${context.parameters.add(rows)} AS row WITH row ORDER BY row.at LIMIT ${limit}`;
    },
    node: (selections) => compileItem(context, selections, rows, items, worklist),
    extra: () => ({ calls: '', text: 'null', read: () => worklist.items.length }),
  });
  return besideUnknown(context, WORKLIST_IDS, named, page);
}

/** The question in numbers of the ground; what is named and not there has none. */
function askedOf(
  { day }: CompileContext,
  { arguments: given }: SelectedField,
  { ground }: GroundViews,
): WorklistAsked {
  // `worklist` always has a day: its root field takes no `anyDay`.
  invariant(day !== undefined, 'worklist is asked on a day');
  const number = (name: keyof typeof WORKLIST_IDS) =>
    given[name] === undefined ? undefined : (ground.numbers.get(String(given[name])) ?? -1);
  return {
    day,
    place: number('place'),
    placeId: given.place,
    industry: number('industry'),
    kinds: given.kinds === undefined ? undefined : array(given.kinds).map((kind) => kind as WorkKind),
  };
}

function positionOf({ weight, key }: WorkItem): readonly [number, string] {
  return [weight, key];
}

function comparePositions([weight, key]: readonly [number, string], [other, otherKey]: Position): number {
  return Number(other) - weight || compareText(key, String(otherKey));
}

function rowOf(context: CompileContext, { ground }: GroundViews, item: WorkItem, at: number): WorkRow {
  const steps = (item.facts ?? []).map((fact) => decidedStep(context, ground, fact));
  return { at, position: positionOf(item), steps };
}
