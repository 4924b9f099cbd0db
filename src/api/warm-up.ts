/** The example questions, asked once at the start: Neo4j plans them before a person asks. */

import { setTimeout as delay } from 'node:timers/promises';
import { EXAMPLE_TABS, SHORT_QUESTION } from './graphiql-tabs.ts';

/** Asks an operation; gives the status of its answer. */
export type AskStatus = (query: string) => Promise<number>;

/** Hears how many of the examples have been answered. */
export type OnWarmed = (answered: number, all: number) => void;

/** The longest that a start waits for the examples, in ms: a server that is slow is better than none. */
const LONGEST = 180_000;
/** How long an example that failed is left alone, in ms. */
const PAUSE = 500;

/** Asks each example until it has been answered, within bounds. */
export async function warmUp(ask: AskStatus, onWarmed: OnWarmed): Promise<void> {
  const queries = [SHORT_QUESTION, ...EXAMPLE_TABS.map((tab) => tab.query)];
  const end = performance.now() + LONGEST;
  for (const [index, query] of queries.entries()) {
    // What is over a limit or names what another dataset has not, is answered as well: only what may yet come is waited for.
    while ((await ask(query)) >= 500) {
      if (performance.now() > end) return;
      await delay(PAUSE, undefined, { ref: false });
    }
    onWarmed(index + 1, queries.length);
  }
}
