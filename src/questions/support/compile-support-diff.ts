/** `supportDiff`: the rules compare the answers of two revisions, one statement fetches what is asked of the page (§19). */

import { compilePage } from '../../compile/compile-page.ts';
import { type CompileContext, type Compiled, compileMap, type Earlier } from '../../compile/compiled.ts';
import type { Position } from '../../compile/cursor.ts';
import { earlierOf, heldIn, matchNode } from '../../compile/match-decided.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { badUserInput, clientError } from '../../diagnostics/client-error.ts';
import { compareText } from '../../diagnostics/compare-text.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { countCandidates } from '../../rules/candidates.ts';
import {
  askedAt,
  type BothViews,
  type ChangedAnswer,
  type DiffAsked,
  type Side,
  supportDiff,
} from '../../rules/support-diff.ts';
import type { DecidedStep } from '../compile-step.ts';
import { type Decision, readEarlier, type Then } from '../decision.ts';
import { compileOneThen } from '../past/compile-one-then.ts';
import { bringThen } from '../past/decide-then.ts';
import { refuseFieldsThen } from '../past/refuse-fields-then.ts';
import { type CauseRow, causeRow, compileCauses } from './compile-causes.ts';
import { compileAnswer } from './compile-support.ts';
import { type DecidedProof, decidedProof } from './decided-proof.ts';

/** The arguments that name something, and the node type it must be. */
export const SUPPORT_DIFF_IDS = {
  policy: 'Policy',
  industry: 'Industry',
  cluster: 'Cluster',
  place: 'Place',
} as const;

const SIDES: readonly Side[] = ['before', 'after'];

/** An answer on one side, as the statement takes it. */
type AnswerRow = DecidedProof & Readonly<Record<'policy' | 'cluster' | 'place', string>>;

/** A changed answer, as the statement takes it. */
interface DiffRow {
  readonly at: number;
  readonly position: Position;
  readonly change: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly before: AnswerRow | null;
  readonly after: AnswerRow | null;
  readonly causes: readonly CauseRow[];
}

/** The answer of `supportDiff`, with those of its arguments beside it that name nothing at either revision. */
export function* compileSupportDiff(context: CompileContext, field: SelectedField): Decision<Compiled> {
  const [from, to] = [Number(field.arguments.from), Number(field.arguments.to)];
  if (from > to) throw badUserInput('from', `it may be ${to} at most, as "to" is, not ${from}.`);
  const earlier = (revision: number) => earlierOf(revision, context.parameters, compileOneThen);
  const contexts = {
    before: contextAt(context, 'before', earlier(from)),
    after: contextAt(context, 'after', earlier(to)),
  };
  refuseFieldsThen(contexts.before, 'Query', field);
  const rows: DiffRow[] = [];
  const found: { all: readonly ChangedAnswer[] } = { all: [] };
  let wanted: { readonly after: Position | undefined } | undefined;
  const page = compilePage(context, 'SupportDiff', field, {
    from: '',
    position: 'item.position',
    order: { name: 'supportDiff', types: ['string', 'string', 'string'] },
    rows: (after, limit) => {
      wanted = { after };
      return `UNWIND ${context.parameters.add(rows)} AS item
WITH item ORDER BY item.at LIMIT ${limit}`;
    },
    node: (selections) => compileDifference(contexts, selections, rows),
    extra: () => ({ calls: '', text: 'null', read: () => found.all.length }),
  });
  const thens = {
    before: yield* readEarlier(field.name, from),
    after: yield* readEarlier(field.name, to),
  };
  const views = { before: thens.before.views, after: thens.after.views };
  const asked = askedOf(context, field);
  for (const side of SIDES) yield* refuseTooMany(views, side, asked);
  found.all = yield* supportDiff(views, asked);
  if (wanted) {
    const { after } = wanted;
    const behind = found.all.filter((each) => !after || comparePositions(positionOf(each), after) > 0);
    for (const each of behind.slice(0, Number(field.arguments.first) + 1)) {
      rows.push(rowOf(context, views, each, thens, rows.length));
    }
  }
  for (const side of SIDES) yield* bringThen(contexts[side], thens[side].past, true);
  const absent = absentOf(views, asked);
  return {
    calls: page.calls,
    text: page.text,
    read: (raw) => ({ unknown: absent, page: page.read(raw) }),
  };
}

/** The context of one side: sources, which a further statement reads, are those that were brought along, too. */
function contextAt(context: CompileContext, side: Side, earlier: Earlier): CompileContext {
  return {
    ...context,
    earlier,
    later: {
      ...context.later,
      add: (field, key) => context.later.add(field, key === undefined ? undefined : `${side} ${String(key)}`),
    },
    further: () => {
      const further = context.further();
      return contextAt(further, side, heldIn(earlier, further.parameters));
    },
  };
}

function askedOf(context: CompileContext, { arguments: given }: SelectedField): DiffAsked {
  // `supportDiff` always has a day: its root field takes no `anyDay`.
  invariant(context.day !== undefined, 'supportDiff is asked on a day');
  const text = (name: string) => (given[name] === undefined ? undefined : String(given[name]));
  return {
    policy: text('policy'),
    industry: text('industry'),
    cluster: text('cluster'),
    place: text('place'),
    instrument: text('instrument'),
    day: context.day,
  };
}

/**
 * Refuses a comparison that would go through too many candidates.
 * @throws QUERY_TOO_COMPLEX
 */
function* refuseTooMany(views: BothViews, side: Side, asked: DiffAsked): Decision<void> {
  const found = yield* countCandidates(views[side], askedAt(views[side], asked), 'totalCount');
  const allowed = views[side].mostCandidates;
  if (found <= allowed) return;
  const message = `"supportDiff" would go through ${found} candidates, and ${allowed} are allowed: add "cluster", "place", "industry" or "policy".`;
  throw clientError('QUERY_TOO_COMPLEX', message, { limit: 'candidates', allowed, found });
}

/** The names of arguments that name nothing of the right kind at either revision. */
function absentOf(views: BothViews, asked: DiffAsked): readonly string[] {
  const kinds = { policy: 'policies', industry: 'industries', cluster: 'clusters', place: 'places' } as const;
  return (Object.keys(kinds) as (keyof typeof kinds)[]).filter((name) => {
    const id = asked[name];
    return (
      id !== undefined &&
      SIDES.every((side) => {
        const { ground } = views[side];
        return !ground[kinds[name]].includes(ground.numbers.get(id) ?? -1);
      })
    );
  });
}

function positionOf({ policy, cluster, place }: ChangedAnswer): Position {
  return [policy, cluster, place];
}

function comparePositions(a: Position, b: Position): number {
  return a.reduce<number>((order, each, at) => order || compareText(String(each), String(b[at])), 0);
}

function rowOf(
  context: CompileContext,
  views: BothViews,
  changed: ChangedAnswer,
  thens: Readonly<Record<Side, Then>>,
  at: number,
): DiffRow {
  const { policy, cluster, place, before, after, causes } = changed;
  const answer = (side: Side): AnswerRow | null => {
    const proof = changed[side];
    return proof ? { policy, cluster, place, ...decidedProof(context, views[side].ground, proof) } : null;
  };
  return {
    at,
    position: positionOf(changed),
    change: before && after ? 'CHANGED' : after ? 'ADDED' : 'REMOVED',
    before: answer('before'),
    after: answer('after'),
    causes: causes.map((cause) => causeRow(context, views, cause, thens)),
  };
}

/** One changed answer as its selections ask for it, over bound `item`. */
function compileDifference(
  contexts: Readonly<Record<Side, CompileContext>>,
  selections: readonly SelectedField[],
  rows: readonly DiffRow[],
): Compiled {
  const nodes = selections.flatMap((each) => each.nodes);
  const fields = selectFields(contexts.before, 'SupportDiff', nodes);
  return compileMap(
    fields.map((field): readonly [string, Compiled] => [
      field.responseKey,
      compileField(contexts, field, rows),
    ]),
    'SupportDiff',
  );
}

function compileField(
  contexts: Readonly<Record<Side, CompileContext>>,
  field: SelectedField,
  rows: readonly DiffRow[],
): Compiled {
  switch (field.name) {
    case 'before':
    case 'after':
      return compileSide(contexts[field.name], field.name, field, rows);
    case 'causes':
      return compileCauses(contexts, field, () => rows.flatMap(({ causes }) => causes));
    default:
      return { calls: '', text: 'item.change', read: (raw) => raw };
  }
}

/** The answer on one side; null where it is none there. */
function compileSide(
  context: CompileContext,
  side: Side,
  field: SelectedField,
  rows: readonly DiffRow[],
): Compiled {
  const answers = () => rows.flatMap((row) => row[side] ?? []);
  const match = (variable: string, name: 'policy' | 'cluster' | 'place') =>
    matchNode(context, variable, `row.${name}`, () => answers().map((row) => row[name]));
  const steps = (): readonly DecidedStep[] => answers().flatMap((row) => row.steps);
  const answer = compileAnswer(context, [field], steps);
  const one = context.variable('c');
  return {
    calls: `CALL (item) { WITH item.${side} AS row WHERE row IS NOT NULL
${match('p', 'policy')} ${match('c', 'cluster')} ${match('y', 'place')}
${answer.calls}RETURN head(collect(${answer.text})) AS ${one} }
`,
    text: one,
    read: (raw) => (raw === null || raw === undefined ? null : answer.read(raw)),
  };
}
