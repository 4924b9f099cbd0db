/** A graph that counts what is asked of it: time spent waiting for the database, statements, rows. */

import type { Run } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';

/** What was asked of a database. */
export interface DatabaseCost {
  /** From a statement's sending to its last row, and the opening and ending of transactions. */
  readonly milliseconds: number;
  readonly statements: number;
  readonly rows: number;
}

/** A graph, and what it has cost since it was last asked. */
export interface TimedGraph {
  readonly graph: Graph;
  readonly take: () => DatabaseCost;
}

/** Counts what goes through a graph. What `work` computes between two statements is not the database's. */
export function timedGraph(graph: Graph): TimedGraph {
  let cost: DatabaseCost = { milliseconds: 0, statements: 0, rows: 0 };
  const add = (milliseconds: number, statements = 0, rows = 0) => {
    cost = {
      milliseconds: cost.milliseconds + milliseconds,
      statements: cost.statements + statements,
      rows: cost.rows + rows,
    };
  };
  const timedRun =
    (run: Run): Run =>
    async (statement) => {
      const start = performance.now();
      const rows = await run(statement);
      add(performance.now() - start, 1, rows.length);
      return rows;
    };
  const transaction =
    (open: Graph['readAll']): Graph['readAll'] =>
    async (work) => {
      const start = performance.now();
      let inside = 0;
      const result = await open(async (run) => {
        const began = performance.now();
        const value = await work(timedRun(run));
        inside += performance.now() - began;
        return value;
      });
      add(performance.now() - start - inside);
      return result;
    };
  return {
    graph: {
      ...graph,
      readAll: transaction(graph.readAll),
      write: transaction(graph.write),
      changeSchema: timedRun(graph.changeSchema),
    },
    take: () => {
      const taken = cost;
      cost = { milliseconds: 0, statements: 0, rows: 0 };
      return taken;
    },
  };
}
