/** Shows the progress of a large write. */

import type { Run } from '../../cypher/statement.ts';
import type { Part } from '../../diagnostics/text.ts';
import type { Graph } from '../../graph/graph.ts';

/**
 * A graph whose writes show their progress.
 * @param total how many changes are to be written; their records are written after them
 */
export function reportWriting(graph: Graph, total: number, working: (text: Part) => void): Graph {
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
            written < total
              ? {
                  en: `Writing ${written} of ${total} changes …`,
                  zh: `写入变化：${written}，共 ${total}……`,
                }
              : { en: 'Recording the changes …', zh: '记录变化……' },
          );
          return rows;
        };
      working({ en: 'Waiting for the lock of the graph …', zh: '等待图谱的锁……' });
      return graph.write((run) => work(counting(run)), options);
    },
  };
}
