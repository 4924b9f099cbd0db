/** The time of the first question of each shape, on a ready server without cached plans. */

import type { Graph } from '../../src/graph/graph.ts';
import { ANSWERED } from './contenders.ts';
import type { Shape } from './make-shapes.ts';

/** One shape asked for the first time. */
export interface FirstUse extends Shape {
  readonly milliseconds: number;
  readonly status: number;
}

/** Makes Neo4j forget all plans. */
export async function forgetPlans(graph: Graph): Promise<void> {
  await graph.write((run) => run({ text: 'CALL db.clearQueryCaches()', parameters: {} }));
}

/** Asks shapes one after the other, each once. */
export async function measureFirstUse(url: string, shapes: readonly Shape[]): Promise<readonly FirstUse[]> {
  const found: FirstUse[] = [];
  for (const shape of shapes) {
    const begun = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: shape.query }),
      signal: AbortSignal.timeout(ANSWERED),
    });
    await response.arrayBuffer();
    found.push({ ...shape, milliseconds: performance.now() - begun, status: response.status });
  }
  return found;
}
