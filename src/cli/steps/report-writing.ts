/** How far a large write has come, for whoever watches. */

import type { Graph, Run } from '../../graph/graph.ts';

/**
 * A graph whose writes tell how far they are.
 * @param total how many changes are to be written; what keeps them comes after
 */
export function reportWriting(graph: Graph, total: number, working: (text: string) => void): Graph {
  return {
    ...graph,
    write(work, options) {
      let written = 0;
      const counting =
        (run: Run): Run =>
        async (statement) => {
          const rows = await run(statement);
          const { rows: sent } = statement.parameters;
          written += Array.isArray(sent) ? sent.length : 0;
          working(
            written < total ? `Writing ${written} of ${total} changes …` : 'Keeping what was changed …',
          );
          return rows;
        };
      working('Waiting for the lock of the graph …');
      return graph.write((run) => work(counting(run)), options);
    },
  };
}
