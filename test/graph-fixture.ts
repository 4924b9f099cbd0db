/** A graph to test against: the run's own Neo4j, emptied, with a dataset applied. */

import { type Graph, openGraph } from '../src/graph/graph.ts';
import type { Dataset } from '../src/model/dataset.ts';
import type { Model } from '../src/model/model.ts';
import { readModel } from '../src/model/schema/read-model.ts';
import { deriveFacts } from '../src/model/stored/derive-facts.ts';
import { applyPlan } from '../src/plan/apply/apply-plan.ts';
import { makePlan } from '../src/plan/make-plan.ts';
import { workerNeo4j } from './worker-neo4j.ts';

/** The product's own model. */
export const model: Model = readModel('schema');

/** The run's Neo4j, or another place. Whoever opens it closes it. */
export function openTestGraph(uri = workerNeo4j().uri): Graph {
  const { user, password } = workerNeo4j();
  return openGraph({ uri, user, password });
}

/** Removes all nodes and relationships; constraints stay, and so does the knowledge of whose they are. */
export async function emptyGraph(graph: Graph): Promise<void> {
  await graph.write(async (run) => {
    await run({ text: 'MATCH (n) WHERE NOT n:KnowledgeGraph DETACH DELETE n', parameters: {} });
    await run({
      text: "MATCH (g:KnowledgeGraph) SET g = {id: 'graph', modelVersion: g.modelVersion}",
      parameters: {},
    });
  });
}

/** Makes the graph hold a dataset, with what follows from it, and nothing else. */
export async function loadDataset(graph: Graph, dataset: Dataset, of: Model = model): Promise<void> {
  await emptyGraph(graph);
  const desired = deriveFacts(of, dataset);
  const plan = await graph.readAll((run) => makePlan(of, desired, run));
  await applyPlan(of, graph, plan);
}
