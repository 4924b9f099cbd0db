/** Caches the ground of a graph between questions: it is read again after an apply and after manual edits. */

import type { Graph, Run } from '../graph/graph.ts';
import { GraphError } from '../graph/graph-error.ts';
import { STATE_STATEMENT, stateOf } from '../graph/read-state.ts';
import type { Model } from '../model/model.ts';
import { createDesk, type Desk } from '../rules/desk.ts';
import { isSameGround } from '../rules/same-ground.ts';
import { GroundTooLarge, groundBytes } from './ground-memory.ts';
import { countGround, loadGround } from './load-ground.ts';

/** A ground with the state of the graph that it was read from. */
export interface KeptGround {
  readonly desk: Desk;
  readonly revision: number;
  /** The bookmark of that state; empty where other commits went on, so that only its revision is known. */
  readonly bookmark: string;
}

/** Caches a ground. */
export interface GroundKeeper {
  /**
   * The cached ground; it is loaded the first time.
   * @param bookmark the state that a statement has just read: where it is not the cached one, the ground is read again.
   * Where the facts are the same, as after an analyst's own commit, the desk stays the same.
   */
  ground(bookmark?: string): Promise<KeptGround>;
}

/** The time limit of a statement that loads, in ms. */
const LOADING = 60_000;
/** How often a ground is read where something is committed meanwhile each time. */
const MOST_LOADS = 5;

/**
 * A cache over a graph. Nothing is read before the first question.
 * @param most the bytes that a ground may take
 */
export function keepGround(model: Model, graph: Graph, most = Number.POSITIVE_INFINITY): GroundKeeper {
  let kept: KeptGround | undefined;
  let loading: Promise<KeptGround> | undefined;
  const load = async (): Promise<KeptGround> => {
    for (let attempt = 0; attempt < MOST_LOADS; attempt += 1) {
      const bookmarks = new Set<string>();
      const run: Run = (statement) =>
        graph.read(statement, { timeout: LOADING, sawBookmark: (seen) => bookmarks.add(seen) });
      const { revision, info } = stateOf(await run(STATE_STATEMENT));
      const needed = groundBytes(await countGround(model, run));
      if (needed > most) throw new GroundTooLarge(needed, most);
      const ground = await loadGround(model, run, info?.home);
      const same = kept && isSameGround(kept.desk.ground, ground) ? kept.desk : undefined;
      const [bookmark = ''] = bookmarks;
      // Each statement reads the latest commit: they have read one state only if nothing was committed between them.
      if (bookmarks.size === 1) {
        kept = { desk: same ?? createDesk(ground), revision, bookmark };
        return kept;
      }
      // Where analysts commit all the time, the facts are compared: no apply lies between what is equal at one revision.
      if (
        kept &&
        same &&
        kept.revision === revision &&
        stateOf(await run(STATE_STATEMENT)).revision === revision
      ) {
        kept = { desk: same, revision, bookmark: '' };
        return kept;
      }
    }
    throw new GraphError('conflict', 'the graph changes faster than it can be read', undefined);
  };
  /** One load serves all callers that wait. */
  const loadOnce = () => {
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  };
  return {
    async ground(bookmark) {
      const isWanted = (each: KeptGround) => bookmark === undefined || each.bookmark === bookmark;
      if (kept && isWanted(kept)) return kept;
      const found = await loadOnce();
      // A load under way may have begun before that state was committed.
      return isWanted(found) ? found : await loadOnce();
    },
  };
}
