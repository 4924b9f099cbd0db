/** Waits for the graph's lock: reports who holds it, and gives up after a time. */

import { randomUUID } from 'node:crypto';
import type { Text } from '../../diagnostics/text.ts';
import type { Graph, WriteOptions } from '../../graph/graph.ts';
import { readWaiting, type Waiting } from '../../graph/reading/read-blocker.ts';
import { ApplyRefused } from '../apply-refused.ts';

/** How an apply waits for another, and what it says of itself meanwhile. */
export interface LockOptions {
  /** For example someone@machine process 4711. */
  readonly who: string;
  /** For example kg apply. */
  readonly what: string;
  /** The longest wait, in seconds; 0 gives up at once. */
  readonly wait: number;
  /** Called once with who holds the lock, where the wait takes longer than a moment. */
  readonly onWait?: (text: Text) => void;
  /** Gives up, whether it waits or writes: what it wrote is undone. */
  readonly stop?: AbortSignal | undefined;
}

/** A wait that is under way. */
export interface LockWait extends Pick<Graph, 'write' | 'changeSchema'> {
  /** Ends the wait: the lock is ours. */
  acquired(): void;
}

const DEFAULTS: LockOptions = { who: 'unknown', what: 'an apply', wait: 30 };
/** A longer wait is reported, in ms. */
const REPORT_AFTER = 1_000;
/** How long a wait that is to be none goes on before it is looked at, in ms: locking takes some time by itself. */
const AT_ONCE = 250;
/** After so long Neo4j lets go of a lock whose holder fell silent without a word, in ms. */
const LONGEST_HOLD = 30 * 60_000;

/** Begins to wait; nothing is locked by this. */
export function waitForLock(
  graph: Graph,
  { who, what, wait, onWait, stop: given }: LockOptions = DEFAULTS,
): LockWait {
  const token = randomUUID();
  const giveUp = new AbortController();
  let over = false;
  let refusal: ApplyRefused | undefined;
  const timers = new Set<NodeJS.Timeout>();
  const later = (milliseconds: number, look: () => Promise<void>) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      // The waiting statement itself hears of whatever keeps us from looking.
      void look().catch(() => undefined);
    }, milliseconds);
    timers.add(timer);
  };
  const look = async (then: (waiting: Waiting) => void) => {
    const waiting = await readWaiting(graph, token);
    if (!over) then(waiting);
  };
  const reportHolder = (): Promise<void> =>
    look((waiting) => {
      if (waiting.state === 'unseen') return later(REPORT_AFTER, reportHolder);
      if (waiting.state === 'free') return;
      const holder = holderWords(waiting);
      onWait?.({
        en: `${holder.en} Waiting up to ${wait} s for it …`,
        zh: `${holder.zh}最多等待 ${wait} 秒……`,
      });
    });
  const end = (): Promise<void> =>
    look((waiting) => {
      // Slow, but no other holder is known.
      if (waiting.state === 'free' || waiting.state === 'unseen') return later(AT_ONCE, end);
      const holder = holderWords(waiting);
      refusal = new ApplyRefused('locked', {
        en: `${holder.en} Nothing was changed; try again later.`,
        zh: `${holder.zh}未作任何改动；请稍后再试。`,
      });
      giveUp.abort();
    });
  if (wait * 1_000 > REPORT_AFTER) later(REPORT_AFTER, reportHolder);
  later(Math.max(wait * 1_000, AT_ONCE), end);
  const stop = () => {
    over = true;
    for (const timer of timers) clearTimeout(timer);
  };
  const options: WriteOptions = {
    metadata: { who, what, since: new Date().toISOString(), token },
    timeout: LONGEST_HOLD,
    signal: given ? AbortSignal.any([giveUp.signal, given]) : giveUp.signal,
  };
  const orRefuse = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      given?.throwIfAborted();
      return await work();
    } catch (error) {
      stop();
      throw refusal ?? error;
    }
  };
  return {
    write: (work) => orRefuse(() => graph.write(work, options)),
    changeSchema: (statement) => orRefuse(() => graph.changeSchema(statement, options)),
    acquired: stop,
  };
}

/** Who holds the lock, since when; without a name where Neo4j does not give one. */
function holderWords(waiting: Waiting): Text {
  if (waiting.state !== 'blocked')
    return { en: 'Another transaction holds the lock of the graph.', zh: '另一事务正占用图谱的锁。' };
  const { words, startedAt } = waiting.by;
  return words
    ? {
        en: `${words.who} (${words.what}) holds the lock of the graph since ${words.since}.`,
        zh: `${words.who}（${words.what}）自 ${words.since} 起占用图谱的锁。`,
      }
    : {
        en: `Another transaction, no apply, holds the lock of the graph since ${startedAt}.`,
        zh: `另一并非 apply 的事务自 ${startedAt} 起占用图谱的锁。`,
      };
}
