/** `kg apply` and `kg rollback` tell which answers of `support` changed. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

let graph: Graph;
beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
});
afterAll(() => graph.close());

const CLUSTER =
  "clusters: [{ id: 'cluster:ic', name: 芯片集群, industries: ['industry:ic'], places: ['region:x'] }]\n";

test('an apply and its undoing tell the same answers, once as new and once as gone', async () => {
  const env = { NEO4J_URI: workerNeo4j().uri };
  const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
  const run = async (...args: readonly string[]) => kg([...args, '--yes', '--seeds', folder], env);
  const first = await run('apply', '--json');
  expect(JSON.parse(first.out)).toMatchObject({ applied: true, revision: 1, answers: null });
  writeSeeds(
    { 'cluster.yaml': `defaults: { evidence: { source: 'source:s', locator: p2 } }\n${CLUSTER}` },
    folder,
  );
  const { out } = await run('apply');
  expect(out).toContain(`Answers of support: +1 answer
  +1 answer in 某区  (region:x)
    + 一号政策 → 芯片集群  (policy:one → cluster:ic)
To undo this: kg rollback 1
`);
  const back = await run('rollback', '1', '--json');
  expect(JSON.parse(back.out)).toMatchObject({
    applied: true,
    revision: 3,
    answers: {
      before: 1,
      after: 0,
      byPlace: [
        {
          place: 'region:x',
          name: '某区',
          added: [],
          removed: [{ policy: 'policy:one', cluster: 'cluster:ic' }],
        },
      ],
      complete: true,
    },
  });
});
