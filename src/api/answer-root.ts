/** Answers a root field: decides, compiles and reads, all in one state of the graph, or starts again. */

import type { GraphQLResolveInfo } from 'graphql';
import { rootStatement } from '../compile/compile-root.ts';
import type { CompileContext, Compiled, LaterField } from '../compile/compiled.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import type { Statement } from '../cypher/statement.ts';
import { clientError, revisionUnavailable } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import type { CachedGround } from '../ground/cache-ground.ts';
import { PastUnavailable } from '../ground/load-past.ts';
import { todayIn } from '../model/day.ts';
import type { Then } from '../questions/decision.ts';
import { bringThen, decideThen } from '../questions/past/decide-then.ts';
import { refuseFieldsThen } from '../questions/past/refuse-fields-then.ts';
import {
  type ApiContext,
  type AskedRoot,
  CLIENT_LEFT,
  graphRenewed,
  STATEMENT_TIMEOUT,
} from './api-context.ts';
import { type GraphKnowledge, isSameKnowledge } from './graph-clock.ts';
import { inTurns, type Waiting } from './in-turns.ts';
import { mapAtOnce } from './map-at-once.ts';
import { ordersByDerived } from './orders-by-derived.ts';
import { type Given, operationDay, prepareRoot } from './prepare-root.ts';
import type { RootField } from './root-field.ts';

/**
 * How often a root field is run where the graph changes each time: no answer rests on former ids, a time zone or facts
 * that are out of date.
 */
const MOST_RUNS = 2;
/** How many levels of fields that rules decide in a further statement an operation may have. */
const MOST_DECIDED = 3;
/** How many statements of one level are sent at once. */
const STATEMENTS_AT_ONCE = 2;

/** Answers a root field. */
export async function answerRoot(
  root: RootField,
  given: Given,
  context: ApiContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const saw: Saw = { bookmark: undefined };
  for (let run = 0; run < MOST_RUNS; run++) {
    const knowledge = await context.knowledge();
    if (context.signal?.aborted) throw CLIENT_LEFT;
    const isLast = run === MOST_RUNS - 1;
    const found = await runOnce(root, given, context, info, knowledge, saw, isLast);
    if (!found) continue;
    context.sawRevision(found.revision);
    context.answered?.(askedRoot(root, found.field, knowledge, context.now));
    return root.answer ? await root.answer(found.value, found.field, context) : found.value;
  }
  throw graphRenewed();
}

/** The value of a root field, and the revision that it is of. */
interface Found {
  readonly value: unknown;
  readonly revision: number;
  readonly field: SelectedField;
}

function askedRoot(
  { isConfidential }: RootField,
  field: SelectedField,
  { timeZone }: GraphKnowledge,
  now: Date,
): AskedRoot {
  const { asOf, anyDay } = field.arguments;
  return {
    asOf: typeof asOf === 'number' ? asOf : undefined,
    namesDay: anyDay === true || operationDay(field.arguments) !== undefined,
    today: todayIn(timeZone, now),
    isConfidential: isConfidential?.(field) === true,
  };
}

/** The state that the last statement of any run has seen. */
interface Saw {
  bookmark: string | undefined;
}

/**
 * Runs a root field; undefined where the graph has changed meanwhile.
 * @param isLast whether it will not be run again: then statements of one revision are taken together also where analysts
 * have committed in between, who may do so all the time
 */
async function runOnce(
  root: RootField,
  given: Given,
  context: ApiContext,
  info: GraphQLResolveInfo,
  knowledge: GraphKnowledge,
  saw: Saw,
  isLast: boolean,
): Promise<Found | undefined> {
  let kept: CachedGround | undefined;
  const { field, first } = prepareRoot(given, context, info, knowledge, root.isOfThen === true, () => {
    invariant(kept, 'the ground is loaded before anything is decided');
    return earlier?.views ?? kept.views;
  });
  const asOf = field.arguments.asOf;
  let earlier: Then | undefined;
  const run = async (statement: Statement) => {
    let bookmark = '';
    const rows = await context.graph.read(statement, {
      timeout: context.timeout ?? STATEMENT_TIMEOUT,
      signal: context.signal,
      sawBookmark: (seen) => {
        bookmark = seen;
      },
    });
    saw.bookmark = bookmark;
    return { rows, bookmark };
  };
  /** The states in which the facts were read that the ground does not have. */
  const statesOfFacts = new Set<string>();
  const waiting: Waiting = {
    signal: context.signal,
    read: async (statement) => {
      const { rows, bookmark } = await run(statement);
      statesOfFacts.add(bookmark);
      return rows;
    },
    rulebook: async () => {
      const { rulebook, bookmark } = await context.rulebook(saw.bookmark);
      statesOfFacts.add(bookmark);
      return rulebook;
    },
    earlier: async (name, revision) => {
      kept ??= await context.ground();
      let found = await pastOf(context, name, revision, kept);
      if (!found) {
        // Something was applied since the ground was read.
        kept = await context.ground((await run(ANYTHING)).bookmark);
        found = await pastOf(context, name, revision, kept);
      }
      if (!found) throw graphRenewed();
      return found;
    },
  };
  const read = async <T>(compileContext: CompileContext, compiled: Compiled<T>) => {
    const { statement, read } = rootStatement(compileContext, compiled);
    const {
      rows: [row],
      bookmark,
    } = await run(statement);
    return { ...read(row), bookmark };
  };
  const compileFirst = async (): Promise<Compiled> => {
    if (typeof asOf === 'number') {
      refuseFieldsThen(first, info.parentType.name, field);
      earlier = await waiting.earlier(field.name, asOf);
      return await inTurns(decideThen(first, field, earlier, root), waiting);
    }
    if (!root.decide) {
      if (ordersByDerived(first, field)) kept = await context.ground();
      return root.compile(first, field);
    }
    kept = await context.ground();
    return await inTurns(root.decide(first, field, kept.views), waiting);
  };
  const compiled = await compileFirst();
  let seen = await read(first, compiled);
  const { value, revision } = seen;
  /** One level: the fields that wait, each by a statement of its own. */
  const answerLater = async ({ compile: { compile }, ids, answer }: LaterField) => {
    const { context: own, compiled } = await inTurns(compile(ids), waiting);
    if (earlier) await inTurns(bringThen(own, earlier.past), waiting);
    const found = await read(own, compiled);
    answer(found.value);
    return { seen: found, fields: own.later.fields() };
  };
  let fields = first.later.fields();
  for (let decided = 0; fields.length > 0; ) {
    if (fields.some(({ compile }) => compile.isDecided)) {
      decided++;
      if (decided > MOST_DECIDED) throw tooManyLevels();
      kept ??= await context.ground(seen.bookmark);
    }
    const level = await mapAtOnce(STATEMENTS_AT_ONCE, fields, answerLater);
    for (const each of level) {
      const isOfOneState = each.seen.bookmark === seen.bookmark;
      if (each.seen.revision !== revision || !(isOfOneState || isLast)) return undefined;
      seen = each.seen;
    }
    fields = level.flatMap((each) => each.fields);
  }
  if (revision !== knowledge.revision) {
    const now = await context.knowledge(revision);
    if (now.revision !== revision || !isSameKnowledge(knowledge, now)) return undefined;
  }
  if ([...statesOfFacts].some((state) => state !== seen.bookmark)) return undefined;
  return !kept || (await isGroundOf(context, kept, seen)) ? { value, revision, field } : undefined;
}

/**
 * Whether a ground is that of the state that a statement saw. A commit in between may be of nodes that the rules do not
 * read: then the facts, read again, are the same. After an apply and its undo they are the same, too, and so they are where a
 * follower has shown an older state. So facts read in a third state count only where all three are of one revision.
 */
async function isGroundOf(
  context: ApiContext,
  kept: CachedGround,
  { bookmark, revision }: { readonly bookmark: string; readonly revision: number },
): Promise<boolean> {
  if (kept.bookmark === bookmark) return true;
  const now = await context.ground(bookmark);
  const isSeen = now.bookmark === bookmark || (now.revision === revision && kept.revision === revision);
  return isSeen && now.views === kept.views;
}

/** Reads nothing, and shows of which state. */
const ANYTHING: Statement = { text: 'RETURN 1 AS one', parameters: {} };

/** What was at an earlier revision; undefined where the graph is of another revision than the ground. */
async function pastOf(
  context: ApiContext,
  field: string,
  revision: number,
  kept: CachedGround,
): Promise<Then | undefined> {
  try {
    return await context.past(revision, kept);
  } catch (error) {
    if (!(error instanceof PastUnavailable)) throw error;
    throw revisionUnavailable(field, revision, error.message);
  }
}

function tooManyLevels() {
  const message = `Policies of policies' places, industries and clusters may be asked ${MOST_DECIDED} levels deep.`;
  return clientError('QUERY_TOO_COMPLEX', message, { limit: 'derivedLevels', allowed: MOST_DECIDED });
}
