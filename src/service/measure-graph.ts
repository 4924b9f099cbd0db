/** Counts the statements that are sent to Neo4j, and how each ended. */

import { GraphError } from '../graph/bolt/graph-error.ts';
import type { Graph } from '../graph/graph.ts';
import type { Metrics } from './metrics.ts';

/** The graph, with its reads counted. */
export function measureGraph(graph: Graph, metrics: Metrics): Graph {
  return {
    ...graph,
    async read(statement, options) {
      const began = performance.now();
      let outcome = 'ok';
      metrics.statementBegan();
      try {
        return await graph.read(statement, options);
      } catch (error) {
        outcome = error instanceof GraphError ? error.reason : 'fault';
        throw error;
      } finally {
        metrics.statementEnded(outcome, (performance.now() - began) / 1_000);
      }
    },
  };
}
