/** Questions asked right after much was written are planned by what is there, and not as if the graph were still empty. */

import neo4j, { type Plan } from 'neo4j-driver';
import { expect, test } from 'vitest';
import { loadDataset, openTestGraph } from '../graph-fixture.ts';
import { readProductSeeds } from '../load-product.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

const operatorsOf = (plan: Plan): readonly string[] => [
  plan.operatorType,
  ...plan.children.flatMap(operatorsOf),
];

test('names are looked for by their text, from the first question after a load on', async () => {
  const graph = openTestGraph();
  const { uri, user, password } = workerNeo4j();
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    await loadDataset(graph, readProductSeeds());
    const source = '{ resolve(names: ["张江"]) { candidates { score } } }';
    const { statements } = await runOperation(buildSchema(), graph, source);
    const [{ text, parameters } = { text: '', parameters: {} }] = statements;
    const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, parameters);
    const operators = summary.plan ? operatorsOf(summary.plan) : [];
    const scans = operators.map((name) => name.replace(/@.*/, '')).filter((name) => name.endsWith('Scan'));
    expect(scans.toSorted()).toEqual([
      'NodeIndexContainsScan',
      'NodeIndexContainsScan',
      'NodeIndexContainsScan',
      'NodeIndexEndsWithScan',
    ]);
  } finally {
    await driver.close();
    await graph.close();
  }
});
