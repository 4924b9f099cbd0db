/** Keeps answers while the graph is in the state that they are of: who asks again is answered without an operation. */

import { createHash } from 'node:crypto';
import type { WholeAnswer } from './whole-answer.ts';

/** The state of a graph. Each commit changes its bookmark, an apply, a revert or another graph the rest as well. */
export interface StateSeen {
  readonly bookmark: string;
  readonly revision: number;
  /** What else distinguishes a graph from another that has the same bookmark. */
  readonly identity: string;
  /** The day of today where the graph is at home. */
  readonly today: string;
}

/** An answer with what it is of. */
export interface KeptAnswer {
  readonly answer: WholeAnswer;
  /** What was noted of it. */
  readonly kind: string;
  readonly operationName: string | undefined;
  readonly revision: number;
  /** The day of today on which it was given. */
  readonly today: string;
}

/** Answers that are kept. */
export interface AnswerKeeper {
  /** Whether there is an answer to look at the state of the graph for. */
  has(key: string): boolean;
  /** The answer to a question in a state; none where it is of another state or day. */
  find(key: string, state: StateSeen): KeptAnswer | undefined;
  /** @param bookmark the one that all statements of the answer saw */
  keep(key: string, bookmark: string, answer: KeptAnswer): void;
  /** Keeps nothing any more of what there is, as after a failure to look at the state. */
  clear(): void;
  /** The bytes that are kept. */
  bytes(): number;
}

/** What an answer takes beside its body, which may be kept in two encodings, too, in bytes. */
const BESIDE = 1_000;
/** How much of the memory one answer may take. */
const SHARE = 1 / 8;

/** The key of a question: what it is asked with, of which nothing is kept. */
export function questionKey(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
}

/**
 * Keeps answers of one state at a time: those of another state are dropped when it is seen.
 * @param most the bytes that they may take; past it the one that was not asked for longest goes
 */
export function keepAnswers(most: number): AnswerKeeper {
  /** The one asked last comes last. */
  const kept = new Map<string, KeptAnswer & { readonly size: number }>();
  let state: { readonly bookmark: string; identity: string | undefined } | undefined;
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const clear = () => {
    kept.clear();
    bytes = 0;
    state = undefined;
  };
  return {
    has: (key) => kept.has(key),
    find(key, seen) {
      if (!state) return undefined;
      const isSame = state.bookmark === seen.bookmark && (state.identity ?? seen.identity) === seen.identity;
      if (!isSame) return void clear();
      state.identity = seen.identity;
      const found = kept.get(key);
      if (!found) return undefined;
      drop(key);
      if (found.today !== seen.today || found.revision !== seen.revision) return undefined;
      kept.set(key, found);
      bytes += found.size;
      return found;
    },
    keep(key, bookmark, answer) {
      if (state?.bookmark !== bookmark) clear();
      state ??= { bookmark, identity: undefined };
      drop(key);
      // Compressed forms together take less than the body.
      const size = 2 * answer.answer.body.length + BESIDE;
      if (size > most * SHARE) return;
      kept.set(key, { ...answer, size });
      bytes += size;
      for (const oldest of kept.keys()) {
        if (bytes <= most) return;
        drop(oldest);
      }
    },
    clear,
    bytes: () => bytes,
  };
}
