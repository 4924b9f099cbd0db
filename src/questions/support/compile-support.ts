/** `support`: the rules decide which answers there are, one statement fetches what is asked of those on the page. */

import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import { array, type CompileContext, type Compiled, compileMap } from '../../compile/compiled.ts';
import type { CursorOrder, Position } from '../../compile/cursor.ts';
import { matchNode } from '../../compile/match-decided.ts';
import { selectFields } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { badUserInput, clientError } from '../../diagnostics/client-error.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import { type Counted, countCandidates } from '../../rules/candidates.ts';
import { REASONS, type Reason, type SupportAsked } from '../../rules/find-answers.ts';
import type { GroundViews } from '../../rules/ground-views.ts';
import {
  type Answer,
  countAnswers,
  pageOfAnswers,
  positionOf,
  type SupportOrder,
} from '../../rules/page-of-answers.ts';
import { proofOf } from '../../rules/proof.ts';
import type { Steps } from '../../rules/steps.ts';
import { type Exclusion, whyNot } from '../../rules/why-not.ts';
import { compileSteps, type DecidedStep } from '../compile-step.ts';
import type { Decision } from '../decision.ts';
import { besideUnknown, bindNamed } from '../named-arguments.ts';
import { selectAnswers } from '../select-answers.ts';
import { asksProof, compileVerdict, type DecidedProof, decidedProof } from './decided-proof.ts';

/** The arguments that name something, and the node type it must be. */
export const SUPPORT_IDS = {
  policy: 'Policy',
  industry: 'Industry',
  cluster: 'Cluster',
  place: 'Place',
} as const;

/** The orders by their names in the API, each with the types of what its cursors hold (§6.14). */
const ORDERS: Readonly<Record<SupportOrder, CursorOrder['types']>> = {
  POLICY: ['string', 'string', 'string'],
  CLUSTER: ['string', 'string', 'string'],
  PLACE: ['string', 'string', 'string'],
  ISSUED_ON_DESC: ['number', 'string', 'string', 'string'],
};

/** A row of an answer: its ids, and its proof where something of it is asked. */
interface SupportRow extends Partial<DecidedProof> {
  readonly policy: string;
  readonly cluster: string;
  readonly place: string;
}

/** The counts that the rules found while the statement was compiled; they are returned with its row. */
interface Found {
  readonly rows: (SupportRow & { readonly at: number; readonly position: Position })[];
  total: number;
  reasons: readonly Exclusion[];
}

/**
 * The answer of `support`, with those of the arguments in {@link SUPPORT_IDS} beside it that name nothing.
 */
export function* compileSupport(
  context: CompileContext,
  field: SelectedField,
  views: GroundViews,
): Decision<Compiled> {
  const named = bindNamed(context, field, SUPPORT_IDS);
  const order = String(field.arguments.orderBy) as SupportOrder;
  const found: Found = { rows: [], total: 0, reasons: [] };
  let wanted: { readonly after: Position | undefined } | undefined;
  const page = compilePage(context, 'Support', field, {
    from: '',
    position: 'row.position',
    order: { name: `support ${order}`, types: ORDERS[order] },
    rows: (after, limit) => {
      wanted = { after };
      const match = (variable: string, name: 'policy' | 'cluster' | 'place') =>
        matchNode(context, variable, `row.${name}`, () => found.rows.map((row) => row[name]));
      return `UNWIND ${context.parameters.add(found.rows)} AS row
${match('p', 'policy')} ${match('c', 'cluster')} ${match('y', 'place')}
WITH row, p, c, y ORDER BY row.at LIMIT ${limit}`;
    },
    node: (selections) =>
      compileAnswer(context, selections, () => found.rows.flatMap(({ steps = [] }) => steps)),
    extra: ({ name }) => ({
      calls: '',
      text: 'null',
      read: () => (name === 'whyNot' ? found.reasons : found.total),
    }),
  });
  const asked = askedOf(context, field, views);
  const connection = selectFields(context, 'SupportConnection', field.nodes);
  const asks = (name: string) => connection.some((each) => each.name === name);
  if (asks('whyNot')) {
    yield* refuseTooMany(views, asked, 'whyNot');
    const why = yield* whyNot(views, asked);
    found.total = why.total;
    found.reasons = why.reasons;
  } else if (asks('totalCount')) {
    yield* refuseTooMany(views, asked, 'totalCount');
    found.total = yield* countAnswers(views, asked);
  }
  if (wanted) {
    const limit = Number(field.arguments.first) + 1;
    const after = wanted.after?.map((value) => value ?? '');
    const proved = selectAnswers(context, 'Support', field).some(asksProof);
    for (const answer of yield* pageOfAnswers(views, asked, order, limit, after)) {
      yield;
      const at = found.rows.length;
      const position = positionOf(views.ground, order, answer);
      found.rows.push({ at, position, ...rowOf(context, views, asked, answer, proved) });
    }
  }
  return besideUnknown(context, SUPPORT_IDS, named, page);
}

/** The arguments that leave out candidates of a count. */
const NARROWED_BY: Readonly<Record<Counted, string>> = {
  totalCount: '"cluster", "place", "industry" or "policy"',
  whyNot: '"cluster" or "policy"',
};

/**
 * Refuses a count that would go through too many candidates: it is never estimated.
 * @throws QUERY_TOO_COMPLEX
 */
function* refuseTooMany(views: GroundViews, asked: SupportAsked, counted: Counted): Steps<void> {
  const found = yield* countCandidates(views, asked, counted);
  const allowed = views.mostCandidates;
  if (found <= allowed) return;
  const message = `"${counted}" would go through ${found} candidates, and ${allowed} are allowed: add ${NARROWED_BY[counted]}, or leave "${counted}" out.`;
  throw clientError('QUERY_TOO_COMPLEX', message, { limit: 'candidates', allowed, found });
}

/** The question in numbers of the ground; what is named and not there has none. */
function askedOf(
  context: CompileContext,
  { arguments: given }: SelectedField,
  views: GroundViews,
): SupportAsked {
  const { instrument, includePlanned, dropping } = given;
  // `support` always has a day: its root field takes no `anyDay`.
  invariant(context.day !== undefined, 'support is asked on a day');
  const number = (name: keyof typeof SUPPORT_IDS) =>
    given[name] === undefined ? undefined : (views.ground.numbers.get(String(given[name])) ?? -1);
  return {
    policy: number('policy'),
    industry: number('industry'),
    cluster: number('cluster'),
    place: number('place'),
    instrument: instrument === undefined ? undefined : String(instrument),
    day: context.day,
    includePlanned: includePlanned === true,
    dropping: dropping === undefined ? undefined : readReason(String(dropping)),
  };
}

/**
 * The reason whose candidates are asked for.
 * @throws BAD_USER_INPUT where it drops no single test
 */
function readReason(name: string): Reason {
  const reason = REASONS.find((each) => each === name);
  if (reason) return reason;
  throw badUserInput('dropping', `${name} drops no single test; it may be ${REASONS.join(', ')}.`);
}

/** An answer as the statement takes it; its proof is looked for only where something of it is asked. */
function rowOf(
  context: CompileContext,
  views: GroundViews,
  asked: SupportAsked,
  answer: Answer,
  proved: boolean,
): SupportRow {
  const { ground } = views;
  const id = (number: number) => ground.ids[number] ?? '';
  const ids = { policy: id(answer.policy), cluster: id(answer.cluster), place: id(answer.place) };
  if (!proved) return ids;
  const proof = proofOf(views, asked, answer);
  invariant(proof, `${ids.policy} ${ids.cluster} ${ids.place} is an answer, and has a proof`);
  return { ...ids, ...decidedProof(context, ground, proof) };
}

/** One answer as its selections ask for it, over bound `p`, `c`, `y` and `row`. */
export function compileAnswer(
  context: CompileContext,
  selections: readonly SelectedField[],
  steps: () => Iterable<DecidedStep>,
): Compiled {
  const fields = selectFields(
    context,
    'Support',
    selections.flatMap((each) => each.nodes),
  );
  return compileMap(
    fields.map((each): readonly [string, Compiled] => [
      each.responseKey,
      compileAnswerField(context, each, steps),
    ]),
    'Support',
  );
}

function compileAnswerField(
  context: CompileContext,
  field: SelectedField,
  steps: () => Iterable<DecidedStep>,
): Compiled {
  switch (field.name) {
    case 'policy':
      return compileNode(context, 'Policy', field.nodes, 'p');
    case 'cluster':
      return compileNode(context, 'Cluster', field.nodes, 'c');
    case 'place':
      return compileNode(context, 'Place', field.nodes, 'y');
    case 'scope':
    case 'modality':
      return compileVerdict('row', field.name);
    case 'browserUrl':
      return compileLink(context);
    default:
      return compileSteps(context, field, 'row', steps, compileNode);
  }
}

/** The link that shows a proof, over bound `p`, `c`, `y` and `row`. */
function compileLink(context: CompileContext): Compiled {
  const passed = 'reduce(ids = [], step IN row.steps | ids + [step.from, step.to])';
  return {
    calls: '',
    text: `[p.id, c.id, y.id] + ${passed}`,
    read: (raw) => {
      const [policy = '', cluster = '', place = '', ...proof] = array(raw).map(String);
      return context.links.support([policy, cluster, place, ...proof]);
    },
  };
}
