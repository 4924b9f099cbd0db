/** Keeps the sums that plans compare by where a graph has none, as one imported from seeds: else each reads all of it. */

import type { Graph } from '../../graph/graph.ts';
import { keepSums, SUMS_LABEL } from '../../graph/reading/read-hashes.ts';
import { STATE_STATEMENT, stateOf } from '../../graph/reading/read-state.ts';
import { GRAPH_LABEL } from '../../model/model.ts';
import { isEmpty, type Plan } from '../plan.ts';

/**
 * Keeps the sums of a graph that is as a plan wants it, where it has none and nobody changed it since.
 * @param plan one that changes nothing: all hashes of the graph were read for it
 */
export async function keepMissingSums(graph: Graph, plan: Plan): Promise<void> {
  if (!isEmpty(plan) || plan.base.revision === 0) return;
  const [row] = await graph.read({ text: `MATCH (s:${SUMS_LABEL}) RETURN count(s) AS kept`, parameters: {} });
  if (row?.kept !== 0) return;
  await graph.write(async (run) => {
    await run({
      text: `MATCH (g:${GRAPH_LABEL} {id: 'graph'}) SET g.lockedAt = toString(datetime())`,
      parameters: {},
    });
    const { revision, digest } = stateOf(await run(STATE_STATEMENT));
    if (revision === plan.base.revision && digest === plan.base.digest) await run(keepSums(plan.sums));
  });
}
