/** Caches what was at a few earlier revisions, so that one that is asked again is answered at once (§16.4). */

import type { Run } from '../cypher/statement.ts';
import type { Model } from '../model/model.ts';
import type { Past } from '../model/past.ts';
import { groundFactOf, groundKinds, groundNodeOf } from '../rules/dataset-rows.ts';
import { patchRulebook } from '../rules/eligibility/patch-rulebook.ts';
import type { Rulebook } from '../rules/eligibility/rulebook.ts';
import { FACT_TYPES, type Ground } from '../rules/ground.ts';
import { createGroundViews, type GroundViews } from '../rules/ground-views.ts';
import { patchGround } from '../rules/patch-ground.ts';
import type { Steps } from '../rules/steps.ts';
import { groundBytes } from './ground-memory.ts';
import { inTurns } from './in-turns.ts';
import { loadPast } from './load-past.ts';

/** What was at an earlier revision. */
export interface CachedPast {
  readonly past: Past;
  /** Where its questions are decided. */
  readonly views: GroundViews;
  /** The rulebook of then, by the one of now. */
  readonly rulebook: (now: Rulebook) => Rulebook;
}

/** The state that an earlier one is compared with. */
export interface Live {
  readonly views: GroundViews;
  readonly revision: number;
}

/** Gives what was at a revision; undefined where the graph is of another revision than the live one by now. */
export type AskPast = (revision: number, live: Live) => Promise<CachedPast | undefined>;

/** How many are kept, the least recently asked one being dropped. */
const MOST_PASTS = 4;

/** An earlier revision that is read once for all who ask for it meanwhile. */
interface Entry {
  readonly live: Live;
  readonly past: Promise<CachedPast | undefined>;
}

/**
 * A cache of earlier revisions.
 * @param memory the bytes that the ground of now and those of then may take together
 */
export function cachePasts(model: Model, run: Run, memory: number): AskPast {
  const entries = new Map<number, Entry>();
  const load = async (revision: number, live: Live): Promise<CachedPast | undefined> => {
    const past = await loadPast(run, revision, live.revision);
    if (!past) return undefined;
    const views = await inTurns(viewsThen(model, live.views, past));
    const rulebooks = new WeakMap<Rulebook, Rulebook>();
    return {
      past,
      views,
      rulebook: (now) => {
        const then = rulebooks.get(now) ?? patchRulebook(model, now, past);
        rulebooks.set(now, then);
        return then;
      },
    };
  };
  return async (revision, live) => {
    for (const [each, entry] of entries) {
      if (entry.live.views !== live.views || entry.live.revision !== live.revision) entries.delete(each);
    }
    const { past } = entries.get(revision) ?? { past: load(revision, live) };
    entries.delete(revision);
    entries.set(revision, { live, past });
    try {
      return await past;
    } catch (error) {
      entries.delete(revision);
      throw error;
    } finally {
      const fitting = Math.floor(memory / groundBytes(sizeOf(live.views.ground))) - 1;
      const most = Math.max(0, Math.min(MOST_PASTS, fitting));
      for (const oldest of entries.keys()) if (entries.size > most) entries.delete(oldest);
    }
  };
}

/** The views at a revision: the ground of now, but for what has changed since. */
export function* viewsThen(
  model: Model,
  { ground, mostCandidates }: GroundViews,
  { nodes, relationships }: Pick<Past, 'nodes' | 'relationships'>,
): Steps<GroundViews> {
  const kinds = groundKinds(model);
  const then = yield* patchGround(ground, {
    nodes: new Map([...nodes].map(([id, node]) => [id, node && groundNodeOf(kinds, node)])),
    facts: new Map([...relationships].map(([key, fact]) => [key, fact && groundFactOf(fact)])),
  });
  return createGroundViews(then, mostCandidates);
}

function sizeOf({ ids, facts }: Ground): { readonly nodes: number; readonly facts: number } {
  return { nodes: ids.length, facts: FACT_TYPES.reduce((sum, type) => sum + facts[type].keys.length, 0) };
}
