/** New revisions for those who listen: one read of the graph a second serves them all, and none where nobody does. */

import type { Graph } from '../graph/graph.ts';
import {
  type Applied,
  type AppliedRevision,
  appliedOf,
  appliedSince,
} from '../graph/reading/read-applied.ts';

/** Somebody who wants to hear of new revisions. */
export interface Listener {
  /** The last revision that they know of; undefined: whichever is the newest when they come. */
  readonly after: number | undefined;
  /** Told once, where they named none: the revision that they listen from. */
  readonly began: (revision: number) => void;
  readonly applied: (revision: AppliedRevision) => void;
}

/** Where new revisions are heard of. */
export interface RevisionFeed {
  /**
   * Begins to listen. What was missed is sent before this resolves, where the graph can be reached, and every revision
   * applied after that.
   * @returns ends it
   */
  listen(listener: Listener): Promise<() => void>;
  /** Ends the reading. */
  close(): void;
}

/** How often the graph is read, in ms. */
const EVERY = 1_000;
/** How long a read may take, in ms. */
const TIMEOUT = 2_000;
/** The most revisions that are sent of those missed, the newest ones. */
const MOST_MISSED = 1_000;

/** A feed over a graph. While Neo4j is away nothing is sent; what was applied meanwhile is sent when it is back. */
export function openRevisionFeed(graph: Graph): RevisionFeed {
  /** The last revision that each has received; undefined until the graph is read. */
  const listeners = new Map<Listener, number | undefined>();
  let reading: Promise<void> | undefined;
  /** The read that begins when the current one ends: it answers every client that joined in between. */
  let next: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const read = async () => {
    const present = [...listeners];
    const known = present.map(([, position]) => position).filter((each) => each !== undefined);
    // Who named no revision gets none of the past.
    const after = known.length > 0 ? Math.min(...known) : Number.MAX_SAFE_INTEGER;
    const rows = await graph.read(appliedSince(after, MOST_MISSED), { timeout: TIMEOUT });
    const applied = appliedOf(rows);
    // Clients that joined or left during the read are not notified of it.
    for (const [listener, position] of present) {
      if (listeners.has(listener)) listeners.set(listener, notify(listener, position, applied));
    }
  };
  const readOnce = () => {
    // A failure is over by itself: the next read finds what this one missed.
    reading ??= read()
      .catch(() => undefined)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  /** A read that has not begun yet, once for all who wait for it. */
  const readNext = () => {
    if (!reading) return readOnce();
    next ??= reading.then(() => {
      next = undefined;
      return readOnce();
    });
    return next;
  };
  const readOnAndOn = () => {
    timer ??= setTimeout(async () => {
      await readOnce();
      timer = undefined;
      if (listeners.size > 0 && !closed) readOnAndOn();
    }, EVERY);
  };
  return {
    async listen(listener) {
      listeners.set(listener, listener.after);
      await readNext();
      if (!closed) readOnAndOn();
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      closed = true;
      listeners.clear();
      clearTimeout(timer);
    },
  };
}

/** Tells a listener what is new to them; returns the revision that they now know of. */
function notify(listener: Listener, position: number | undefined, { newest, since }: Applied): number {
  const revision = newest?.revision ?? 0;
  if (position === undefined) listener.began(revision);
  else if (position > revision) {
    // The graph they knew was replaced by another.
    if (newest) listener.applied(newest);
  } else for (const each of since) if (each.revision > position) listener.applied(each);
  return revision;
}
