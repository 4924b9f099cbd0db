/** Caches what rules decide over between questions: it is read again after an apply and after manual edits. */

import type { Graph } from '../graph/graph.ts';
import type { Model } from '../model/model.ts';
import type { Rulebook } from '../rules/eligibility/rulebook.ts';
import { createGroundViews, type GroundViews } from '../rules/ground-views.ts';
import { isSameGround } from '../rules/same-ground.ts';
import { cacheFacts } from './cache-facts.ts';
import { type AskPast, cachePasts } from './cache-pasts.ts';
import { GroundTooLarge, groundBytes, rulebookBytes } from './ground-memory.ts';
import { countGround, loadGround } from './load-ground.ts';
import { countRulebook, loadRulebook } from './load-rulebook.ts';

/** A ground with the state of the graph that it was read from. */
export interface CachedGround {
  readonly views: GroundViews;
  readonly revision: number;
  /** The bookmark of that state; empty where other commits went on, so that only its revision is known. */
  readonly bookmark: string;
}

/** A rulebook with the bookmark of the state that it was read from. */
export interface CachedRulebook {
  readonly rulebook: Rulebook;
  readonly bookmark: string;
}

/** The time limit of a statement that reads what revisions keep, in ms. */
const LOADING = 60_000;

/** What a ground may take; what is left out is not limited. */
export interface GroundLimits {
  /** The bytes that ground and rulebook may take together. */
  readonly memory?: number;
  /** How many candidates a count over it may go through. */
  readonly candidates?: number;
}

/** Caches a ground and a rulebook. */
export interface GroundCache {
  /**
   * The cached ground; it is loaded the first time.
   * @param bookmark the state that a statement has just read: where it is not the cached one, the ground is read again.
   * Where the facts are the same, as after an analyst's own commit, the views stay the same.
   */
  ground(bookmark?: string): Promise<CachedGround>;
  /** The cached rulebook, in the same way; only questions about applicants need it. */
  rulebook(bookmark?: string): Promise<CachedRulebook>;
  /** What was at an earlier revision; a few of them are cached. */
  readonly past: AskPast;
}

/**
 * A cache over a graph. Nothing is read before the first question.
 * @param loaded takes the estimated bytes and the revision of a ground each time that one is loaded
 */
export function cacheGround(
  model: Model,
  graph: Graph,
  { memory: most = Number.POSITIVE_INFINITY, candidates }: GroundLimits = {},
  loaded: (ground: { readonly bytes: number; readonly revision: number }) => void = () => undefined,
): GroundCache {
  const hold = (needed: number) => {
    if (needed > most) throw new GroundTooLarge(needed, most);
  };
  const ground = cacheFacts<GroundViews>(graph, async (run, before, { info, revision }) => {
    const bytes = groundBytes(await countGround(model, run));
    hold(bytes);
    const read = await loadGround(model, run, info?.home);
    loaded({ bytes, revision });
    return before && isSameGround(before.ground, read) ? before : createGroundViews(read, candidates);
  });
  const rulebook = cacheFacts<Rulebook>(graph, async (run) => {
    hold(groundBytes(await countGround(model, run)) + rulebookBytes(await countRulebook(model, run)));
    return loadRulebook(model, run);
  });
  return {
    past: cachePasts(model, (statement) => graph.read(statement, { timeout: LOADING }), most),
    async ground(wanted) {
      const { facts: views, revision, bookmark } = await ground(wanted);
      return { views, revision, bookmark };
    },
    async rulebook(wanted) {
      const { facts, bookmark } = await rulebook(wanted);
      return { rulebook: facts, bookmark };
    },
  };
}
