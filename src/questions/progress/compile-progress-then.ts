/** `progress` as of an earlier revision: the page of targets and their figures as they were, decided as those of now (§16.4). */

import { type CompileContext, type Compiled, expression } from '../../compile/compiled.ts';
import type { Position } from '../../compile/cursor.ts';
import { matchNode, matchOptionalNode } from '../../compile/match-decided.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import type { Decision, Then } from '../decision.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { compileTargets, type Figures, PROGRESS_IDS } from './compile-progress.ts';
import { type FiguresThen, figuresThen } from './figures-then.ts';
import { compareToPosition, type TargetThen, targetsThen } from './targets-then.ts';

/** A target as the statement takes it. */
interface Row extends FiguresThen {
  readonly at: number;
  readonly target: string;
  readonly indicator: string;
  readonly policy: string | null;
}

/** The answer of `progress` as it was, with those of its arguments beside it that named nothing. */
export function* compileProgressThen(
  context: CompileContext,
  field: SelectedField,
  { past, views }: Then,
): Decision<Compiled> {
  const { model, day, earlier } = context;
  // `progress` always has a day: its root field takes no `anyDay`.
  invariant(day !== undefined && earlier, 'progress is asked on a day, and of an earlier revision');
  const named = bindNamed(context, field, PROGRESS_IDS);
  const targets = yield* targetsThen(model, past, views.onDay(day, false), day, field.arguments);
  const rows: Row[] = [];
  let wanted: { readonly after: Position | undefined; readonly figures: Figures | undefined } | undefined;
  const page = compileTargets(context, field, {
    rows: (_, after, limit, figures) => {
      wanted = { after, figures };
      return `UNWIND ${context.parameters.add(rows)} AS row
${matchNode(context, 't', 'row.target', () => rows.map(({ target }) => target))}
${matchNode(context, 'i', 'row.indicator', () => rows.map(({ indicator }) => indicator))}
${matchOptionalNode(context, 'p', 'row.policy', () => rows.flatMap(({ policy }) => policy ?? []))}
WITH t, i, p, row ORDER BY row.at LIMIT ${limit}
WITH t, i, p, row.observed AS observed, row.instead AS instead`;
    },
    totalCount: () => expression('null', () => targets.length),
  });
  if (wanted) {
    const { after, figures } = wanted;
    const behind = targets.filter((each) => !after || compareToPosition(each, after) > 0);
    const cut = behind.slice(0, Number(field.arguments.first) + 1);
    const found = figures ? yield* figuresThen(model, past, day, cut, figures) : undefined;
    rows.push(...cut.map((each, at) => rowOf(each, at, found?.(each))));
  }
  return besideUnknown(context, PROGRESS_IDS, named, page);
}

function rowOf({ id, indicator, policy }: TargetThen, at: number, figures = NO_FIGURES): Row {
  return { at, target: id, indicator, policy: policy ?? null, ...figures };
}

const NO_FIGURES: FiguresThen = { observed: [], instead: [] };
