/** Answers that were given before: found by what is asked, and given again where the graph is as it was. */

import type { IncomingMessage } from 'node:http';
import type { Graph } from '../graph/graph.ts';
import { STATE_STATEMENT, stateOf } from '../graph/reading/read-state.ts';
import { todayIn } from '../model/day.ts';
import { keepAnswers, questionKey, type StateSeen } from '../service/keep-answers.ts';
import type { Metrics } from '../service/metrics.ts';
import { shareReads } from '../service/share-reads.ts';
import type { WholeAnswer } from '../service/whole-answer.ts';
import type { Notes } from './notes.ts';

/** Answers that may be given again. */
export interface RecalledAnswers {
  /**
   * An answer that was given before and is so still; undefined where there is none.
   * @param notes what was noted of it then is added
   * @throws GraphError where there is one and the state of the graph cannot be read
   */
  recall(key: string, notes: Notes): Promise<WholeAnswer | undefined>;
  /** Keeps an answer, where it may be kept. */
  keep(key: string, notes: Notes, answer: WholeAnswer): void;
}

/** Longer questions are not read before their turn, in bytes: many may wait. */
const LONGEST_QUESTION = 10_000;
/** How long reading the state of the graph may take, in ms. */
const STATE_TIMEOUT = 2_000;
/** The time zone of a graph to which nothing was applied yet. */
const NO_ZONE = 'UTC';

/**
 * Keeps answers by the state of the graph that all their statements saw.
 * @param most the bytes that they may take
 */
export function recallAnswers(graph: Graph, metrics: Metrics, most: number): RecalledAnswers {
  const kept = keepAnswers(most);
  const readState = shareReads(async (): Promise<StateSeen> => {
    let bookmark = '';
    const sawBookmark = (seen: string) => {
      bookmark = seen;
    };
    const rows = await graph.read(STATE_STATEMENT, { timeout: STATE_TIMEOUT, sawBookmark });
    const { revision, digest, appliedAt, info } = stateOf(rows);
    const timeZone = info?.timeZone ?? NO_ZONE;
    return {
      bookmark,
      revision,
      identity: `${digest} ${appliedAt} ${timeZone}`,
      today: todayIn(timeZone, new Date()),
    };
  });
  return {
    async recall(key, notes) {
      if (!kept.has(key)) return undefined;
      try {
        const found = kept.find(key, await readState());
        metrics.recalled(found !== undefined);
        metrics.keptBytes(kept.bytes());
        if (!found) return undefined;
        notes.kind = found.kind;
        notes.operationName = found.operationName;
        notes.revisions.add(found.revision);
        return found.answer;
      } catch (error) {
        // Whatever comes back may be another graph.
        kept.clear();
        throw error;
      }
    },
    keep(key, { bookmarks, revisions, codes, isConfidential, kind, operationName, today }, answer) {
      const [bookmark, ...others] = bookmarks;
      const [revision] = revisions;
      if (answer.status !== 200 || codes.size > 0 || isConfidential) return;
      if (!bookmark || others.length > 0 || revision === undefined || today === undefined) return;
      kept.keep(key, bookmark, { answer, kind, operationName, revision, today });
      metrics.keptBytes(kept.bytes());
    },
  };
}

/** The key of a question that a page asks. */
export function ownKey(body: string): string {
  return questionKey('page', body);
}

/**
 * The key of a question, whose body is read where there is one; undefined where its answer is not kept. What was read of
 * a body is left with the request, for what answers it.
 */
export async function keyOf(
  request: IncomingMessage,
  allowedOrigins: readonly string[],
): Promise<string | undefined> {
  const { origin, accept = '' } = request.headers;
  // An answer names the origin that may read it; all other origins get the same answer.
  const allowed = origin !== undefined && allowedOrigins.includes(origin) ? origin : '';
  if (request.method === 'GET') return questionKey('GET', accept, allowed, request.url ?? '');
  const length = Number(request.headers['content-length']);
  if (request.method !== 'POST' || !(length > 0 && length <= LONGEST_QUESTION)) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  Object.assign(request, { body });
  return questionKey('POST', accept, allowed, request.url ?? '', body);
}
