/** A bounded number of statements at once: past it the answer is "come back", not a queue without end. */

import { clientError } from '../diagnostics/client-error.ts';
import type { Graph } from '../graph/graph.ts';

/** The graph, with at most so many reads under way; one more is refused with 503 and Retry-After. */
export function limitConcurrency(graph: Graph, most: number): Graph {
  let underWay = 0;
  return {
    ...graph,
    async read(statement, options) {
      if (underWay >= most) {
        throw clientError('SERVICE_UNAVAILABLE', 'Too many questions at once; try again in a moment.');
      }
      underWay++;
      try {
        return await graph.read(statement, options);
      } finally {
        underWay--;
      }
    },
  };
}
