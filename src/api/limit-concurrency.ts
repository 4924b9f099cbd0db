/** Statements at once, bounded: past the bound the answer is "come back", not a queue without end. */

import { clientError } from '../diagnostics/client-error.ts';
import type { Graph } from '../graph/graph.ts';
import { planTexts } from './plan-texts.ts';

/** How long anybody waits for a question to be planned for the first time, in ms. */
const PATIENCE = 30_000;

/**
 * The graph, with at most so many reads under way, and as many more that wait for a text to be planned; one more is
 * refused with 503 and Retry-After. Those who wait for plans take no place of those whose text is planned.
 * @param patience how long a text may take to be planned, for whoever waits for it, in ms
 */
export function limitConcurrency(graph: Graph, most: number, patience = PATIENCE): Graph {
  return bounded(planTexts(bounded(graph, most), patience), 2 * most);
}

function bounded(graph: Graph, most: number): Graph {
  let underWay = 0;
  return {
    ...graph,
    async read(statement, options) {
      if (underWay >= most) throw tooMany();
      underWay++;
      try {
        return await graph.read(statement, options);
      } finally {
        underWay--;
      }
    },
  };
}

function tooMany() {
  return clientError('SERVICE_UNAVAILABLE', 'Too many questions at once; try again in a moment.');
}
