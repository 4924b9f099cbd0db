/** `expiring`: what ends is read, the rules keep what is in force and asked for, and one statement fetches the page (§17). */

import { nameParts, readName } from '../../compile/compile-name.ts';
import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import {
  type CompileContext,
  type Compiled,
  compileMap,
  expression,
  record,
} from '../../compile/compiled.ts';
import type { Position } from '../../compile/cursor.ts';
import { matchNode, matchOptionalNode } from '../../compile/match-decided.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { badUserInput } from '../../diagnostics/client-error.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { daysLater, dayText } from '../../model/day.ts';
import { languageOf } from '../../model/language.ts';
import { type EndCause, type Ending, expiringOf } from '../../rules/expiring.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import { type Decision, readFacts } from '../decision.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { closingWindows, endingOfPolicy, endingOfWindow, expiringPolicies } from './ending-statements.ts';
import { policiesThen, windowsThen } from './ending-then.ts';
import { expiringSentence } from './expiring-sentence.ts';

/** The arguments that name something, and what it must be. */
export const EXPIRING_IDS = { place: 'Place', industry: 'Industry' } as const;

/** How many days ahead may be asked for: ten years. */
const MOST_DAYS = 3_660;

/** The answer of `expiring`, with those of its arguments beside it that name nothing. */
export function* compileExpiring(
  context: CompileContext,
  field: SelectedField,
  views: GroundViews,
): Decision<Compiled> {
  const endings = yield* readAsked(context, field, views);
  const named = bindNamed(context, field, EXPIRING_IDS);
  const rows: unknown[] = [];
  const page = compilePage(context, 'Expiring', field, {
    from: '',
    position: 'row.position',
    order: { name: 'expiring', types: ['number', 'string', 'string', 'string'] },
    rows: (after, limit) => {
      const behind = endings.filter((each) => !after || comparePositions(positionOf(each), after) > 0);
      const cut = behind.slice(0, Number(field.arguments.first) + 1);
      for (const [at, each] of cut.entries()) {
        const { measure = null, window = null } = each;
        rows.push({ ...each, at, position: positionOf(each), measure, window });
      }
      const policy = matchNode(context, 'p', 'row.policy', () => cut.map((each) => each.policy));
      const match = (variable: string, name: 'measure' | 'window') =>
        matchOptionalNode(context, variable, `row.${name}`, () => cut.flatMap((each) => each[name] ?? []));
      return `UNWIND ${context.parameters.add(rows)} AS row ${policy}
${match('m', 'measure')} ${match('w', 'window')}
WITH row, p, m, w, coalesce(m, p) AS named ORDER BY row.at LIMIT ${limit}`;
    },
    node: (selections) => compileEnding(context, selections),
    extra: () => ({ calls: '', text: 'null', read: () => endings.length }),
  });
  return besideUnknown(context, EXPIRING_IDS, named, page);
}

/** All that ends in the days asked for, in order. */
function* readAsked(
  context: CompileContext,
  { arguments: given }: SelectedField,
  { ground, onDay }: GroundViews,
): Decision<readonly Ending[]> {
  const { model, day } = context;
  // `expiring` always has a day: its root field takes no `anyDay`.
  invariant(day !== undefined, 'expiring is asked on a day');
  const within = Number(given.within);
  if (within < 0 || within > MOST_DAYS) {
    throw badUserInput('within', `it may be 0 to ${MOST_DAYS} days, not ${within}.`);
  }
  const days = { today: day, until: daysLater(day, within) };
  const policies = (yield* readFacts(expiringPolicies(days), policiesThen(model, days))).map(endingOfPolicy);
  const windows = (yield* readFacts(closingWindows(model, days), windowsThen(model, days))).map(
    endingOfWindow,
  );
  const number = (name: keyof typeof EXPIRING_IDS) =>
    given[name] === undefined ? undefined : (ground.numbers.get(String(given[name])) ?? -1);
  const asked = { day, place: number('place'), industry: number('industry') };
  return expiringOf({ onDay }, asked, [...policies, ...windows]);
}

function positionOf({ endsOn, policy, measure = '', window = '' }: Ending): Position {
  return [endsOn, policy, measure, window];
}

function comparePositions(a: Position, b: Position): number {
  const [day, ...ids] = a;
  const [otherDay, ...otherIds] = b;
  return ids.reduce<number>(
    (order, each, at) => order || compareText(String(each), String(otherIds[at])),
    Number(day) - Number(otherDay),
  );
}

/** One ending as its selections ask for it, over bound `row`, `p`, `m` and `w`. */
function compileEnding(context: CompileContext, selections: readonly SelectedField[]): Compiled {
  const nodes = selections.flatMap((each) => each.nodes);
  return compileMap(
    selectFields(context, 'Expiring', nodes).map((each): readonly [string, Compiled] => [
      each.responseKey,
      compileField(context, each),
    ]),
    'Expiring',
  );
}

function compileField(context: CompileContext, field: SelectedField): Compiled {
  switch (field.name) {
    case 'policy':
      return compileNode(context, 'Policy', field.nodes, 'p');
    case 'measure':
      return whereThere('m', compileNode(context, 'Measure', field.nodes, 'm'));
    case 'window':
      return whereThere('w', compileNode(context, 'ApplicationWindow', field.nodes, 'w'));
    case 'endsOn':
      return expression('row.endsOn', (day) => dayText(Number(day)));
    case 'sentence':
      return compileSentence(context, field);
    default:
      return expression(`row.${field.name}`);
  }
}

/** A node that is there for some rows alone. */
function whereThere(variable: string, node: Compiled): Compiled {
  return { ...node, text: `CASE WHEN ${variable} IS NOT NULL THEN ${node.text} END` };
}

function compileSentence({ model }: CompileContext, field: SelectedField): Compiled {
  const lang = languageOf(field.arguments.lang);
  return expression(`{cause: row.cause, endsOn: row.endsOn, of: ${nameParts(model, 'named')}}`, (raw) => {
    const { cause, endsOn, of } = record(raw);
    const name = readName(model, of, lang, false);
    return expiringSentence(cause as EndCause, name, Number(endsOn), lang);
  });
}
