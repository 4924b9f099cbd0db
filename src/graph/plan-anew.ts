/** Has Neo4j plan by what its indexes hold. */

import { GraphError } from './bolt/graph-error.ts';
import type { Graph } from './graph.ts';

/** How long Neo4j may take to look at its indexes, in s. */
const LONGEST = 30;

/**
 * Has Neo4j look at its indexes and forget its plans. It does so itself ten seconds after much was written; until then it
 * plans as if the indexes were empty, and keeps such plans: they read whole indexes, and take several times as long.
 */
export async function planAnew(graph: Graph): Promise<void> {
  try {
    await graph.changeSchema({ text: `CALL db.prepareForReplanning(${LONGEST})`, parameters: {} });
  } catch (error) {
    // What was written is written: where a user may not do this, Neo4j does it later.
    if (!(error instanceof GraphError)) throw error;
  }
}
