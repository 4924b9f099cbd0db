/** Caches facts read in one state of the graph, until that state is no longer the one that statements see. */

import type { Run } from '../cypher/statement.ts';
import { GraphError } from '../graph/bolt/graph-error.ts';
import type { Graph } from '../graph/graph.ts';
import { type GraphState, STATE_STATEMENT, stateOf } from '../graph/reading/read-state.ts';

/** Facts with the state of the graph that they were read from. */
export interface Cached<T> {
  readonly facts: T;
  readonly revision: number;
  /** The bookmark of that state; empty where other commits went on, so that only its revision is known. */
  readonly bookmark: string;
}

/** The time limit of a statement that loads, in ms. */
const LOADING = 60_000;
/** How often facts are read where something is committed meanwhile each time. */
const MOST_LOADS = 5;

/**
 * A cache over a graph. Nothing is read before it is first asked.
 * @param load reads the facts; gives those before where they are the same
 * @returns gives the cached facts; `bookmark` is the state that a statement has just read: where it is not the cached
 * one, the facts are read again
 */
export function cacheFacts<T>(
  graph: Graph,
  load: (run: Run, before: T | undefined, state: GraphState) => Promise<T>,
): (bookmark?: string) => Promise<Cached<T>> {
  let cached: Cached<T> | undefined;
  let loading: Promise<Cached<T>> | undefined;
  const loadInOneState = async (): Promise<Cached<T>> => {
    for (let attempt = 0; attempt < MOST_LOADS; attempt += 1) {
      const bookmarks = new Set<string>();
      const run: Run = (statement) =>
        graph.read(statement, { timeout: LOADING, sawBookmark: (seen) => bookmarks.add(seen) });
      const state = stateOf(await run(STATE_STATEMENT));
      const facts = await load(run, cached?.facts, state);
      const [bookmark = ''] = bookmarks;
      // Each statement reads the latest commit: they have read one state only if nothing was committed between them.
      const { revision } = state;
      if (bookmarks.size === 1) {
        cached = { facts, revision, bookmark };
        return cached;
      }
      // Where analysts commit all the time, the facts are compared: no apply lies between what is equal at one revision.
      const isSame = cached?.facts === facts && cached.revision === revision;
      if (isSame && stateOf(await run(STATE_STATEMENT)).revision === revision) {
        cached = { facts, revision, bookmark: '' };
        return cached;
      }
    }
    throw new GraphError('conflict', 'the graph changes faster than it can be read', undefined);
  };
  /** One load serves all callers that wait. */
  const loadOnce = () => {
    loading ??= loadInOneState().finally(() => {
      loading = undefined;
    });
    return loading;
  };
  return async (bookmark) => {
    const isWanted = (each: Cached<T>) => bookmark === undefined || each.bookmark === bookmark;
    if (cached && isWanted(cached)) return cached;
    const found = await loadOnce();
    // A load under way may have begun before that state was committed.
    return isWanted(found) ? found : await loadOnce();
  };
}
