/** What is noted of a request while it is answered: for the log and the counts, nothing that a client wrote as a value. */

import { randomUUID } from 'node:crypto';
import { getOperationAST, Kind, type SelectionSetNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { fragmentsOf } from '../compile/compiled.ts';
import type { Metrics } from '../service/metrics.ts';
import { ASK_AGAIN, KEEP_A_WHILE, KEEP_NOTHING } from '../service/whole-answer.ts';
import type { AskedRoot } from './api-context.ts';

/** What is noted of one request. */
export interface Notes {
  readonly requestId: string;
  /** Whether the server asks itself: for a page, or to warm up. */
  readonly isOwn: boolean;
  /** When it began, in ms of this process. */
  readonly began: number;
  /** The revisions that its root fields are of; in the end one at most. */
  readonly revisions: Set<number>;
  /** The codes of its errors. */
  readonly codes: Set<string>;
  /** The root field, or what there is instead of one. */
  kind: string;
  /** The name in its document. */
  operationName: string | undefined;
  /** The earlier revision that it was asked as of. */
  asOf: number | undefined;
  /** Why it was refused: the limit, or the code. */
  refusal: string | undefined;
  /** The bookmarks of the states that its statements saw. */
  readonly bookmarks: Set<string>;
  /** The day of today by which its root fields were answered. */
  today: string | undefined;
  /** Whether it holds what a caller wrote of itself. */
  isConfidential: boolean;
  /** Whether each root field names the revision and the day that it is of. */
  isSettled: boolean;
}

/** What a handler of requests is given beside the request. */
export interface Noted {
  readonly notes: Notes;
}

/** Longer names are cut off in the log. */
const LONGEST_NAME = 100;

type Fragments = ReturnType<typeof fragmentsOf>;

/** The notes of a request that begins. */
export function newNotes(isOwn = false): Notes {
  return {
    requestId: randomUUID(),
    isOwn,
    began: performance.now(),
    revisions: new Set(),
    codes: new Set(),
    kind: 'none',
    operationName: undefined,
    asOf: undefined,
    refusal: undefined,
    bookmarks: new Set(),
    today: undefined,
    isConfidential: false,
    isSettled: true,
  };
}

/** A server plugin that notes what is executed. */
export const useNotes: Plugin<Noted, Noted> = {
  onExecute({ args, context }) {
    const operation = getOperationAST(args.document, args.operationName);
    if (!operation) return;
    context.notes.kind = kindOf(operation.selectionSet, fragmentsOf(args.document));
    context.notes.operationName = operation.name?.value.slice(0, LONGEST_NAME);
  },
};

/** Notes what a root field was asked about. */
export function noteRoot(notes: Notes, { asOf, namesDay, today, isConfidential }: AskedRoot): void {
  notes.asOf = asOf ?? notes.asOf;
  notes.today ??= today;
  notes.isConfidential ||= isConfidential;
  notes.isSettled &&= asOf !== undefined && namesDay;
}

/** What caches may do with an answer. */
export function cachingOf({ codes, isConfidential, isSettled, asOf }: Notes): string {
  if (codes.size > 0 || isConfidential) return KEEP_NOTHING;
  return isSettled && asOf !== undefined ? KEEP_A_WHILE : ASK_AGAIN;
}

/** Counts a request that was answered, and writes it to the log. */
export function noteAnswered(log: Logger, metrics: Metrics, notes: Notes, status: number): void {
  const { requestId, kind, operationName, refusal } = notes;
  const seconds = (performance.now() - notes.began) / 1_000;
  const codes = [...notes.codes];
  const [revision] = notes.revisions;
  metrics.answered({ kind, status, seconds, codes, refusal });
  const line = { requestId, operationName, kind, status, ms: Math.round(seconds * 1_000), revision, codes };
  log.info(line, 'a question was answered');
}

/** The one root field that is asked; names of the schema alone, for the operation is valid in it. */
function kindOf(selections: SelectionSetNode, fragments: Fragments): string {
  const names = new Set(rootNames(selections, fragments));
  const [name = 'none'] = names;
  if (names.size > 1) return 'several';
  return name.startsWith('__') ? 'introspection' : name;
}

function* rootNames({ selections }: SelectionSetNode, fragments: Fragments): Iterable<string> {
  for (const each of selections) {
    if (each.kind === Kind.FIELD) yield each.name.value;
    else {
      const below = each.kind === Kind.INLINE_FRAGMENT ? each : fragments[each.name.value];
      if (below) yield* rootNames(below.selectionSet, fragments);
    }
  }
}
