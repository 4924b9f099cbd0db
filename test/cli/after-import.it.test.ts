/** A graph as files of an import leave it, without indexes and sums: commands say so, and `kg apply` completes it. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { makeMissingIndexes } from '../../src/graph/missing-indexes.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

let graph: Graph;
beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
});
afterAll(async () => {
  await makeMissingIndexes(model, graph);
  await graph.close();
});

async function count(label: string): Promise<unknown> {
  const [row] = await graph.read({ text: `MATCH (n:${label}) RETURN count(n) AS count`, parameters: {} });
  return row?.count;
}

test('status does not compare what cannot be looked up, plan says that it takes long, apply makes all that is missing', async () => {
  const env = { NEO4J_URI: workerNeo4j().uri };
  const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
  const run = (...args: readonly string[]) => kg([...args, '--seeds', folder], env);
  await run('apply', '--yes');
  const sums = await count('HashSums');
  await graph.write((write) => write({ text: 'MATCH (s:HashSums) DELETE s', parameters: {} }));
  await graph.changeSchema({ text: 'DROP CONSTRAINT node_id', parameters: {} });

  expect((await run('status')).out).toContain('are not compared while indexes are missing');
  expect(JSON.parse((await run('status', '--json')).out)).toMatchObject({
    indexesMissing: 1,
    seeds: 'uncompared',
    changesPending: null,
  });
  expect((await run('plan')).err).toContain('Indexes are missing, as after an import: this may take long.');

  expect(await run('apply', '--yes')).toMatchObject({ code: 0, out: expect.stringContaining('No changes.') });
  expect(await count('HashSums')).toBe(sums);
  expect(JSON.parse((await run('status', '--json')).out)).toMatchObject({
    revision: 1,
    indexesMissing: 0,
    seeds: 'checked',
    changesPending: 0,
  });
});
