/** The stored form has a number: what an apply, another and a rollback leave in a graph is what that number stands for. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { STORED_FORM } from '../../src/model/schema/model-version.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { planRollback } from '../../src/plan/undo/plan-undo.ts';
import { applyDataset, datasetOf, FIRST, SECOND } from '../changes/apply-seeds.ts';
import { wholeGraph } from '../export/whole-graph.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';

let graph: Graph;

beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
});
afterAll(() => graph.close());

/** Times differ from run to run, and the version of the model with each change of the schema. */
const PASSING = /"(appliedAt|at|modelVersion)":"[^"]*"/g;

/** A node or relationship by its labels or type and the names of its properties. */
function kindOf(line: string): string {
  const { labels, type, set } = JSON.parse(line) as Readonly<
    Record<'labels' | 'type' | 'set', object | string>
  >;
  return `${labels ?? type}: ${Object.keys(set).sort().join(' ')}`;
}

test('what is stored is that of its number: where this fails, count STORED_FORM up, and write the file of the new number', async () => {
  await applyDataset(graph, datasetOf(FIRST));
  await applyDataset(graph, datasetOf(SECOND));
  const options = { overwriteDrift: false };
  await applyPlan(model, graph, await graph.readAll((run) => planRollback(model, 1, options, run)));
  const lines = (await wholeGraph(graph)).map((line) => line.replaceAll(PASSING, '"$1":"…"'));
  const kinds = [...new Set(lines.map(kindOf))].sort();
  const all = createHash('sha256').update(lines.sort().join('\n')).digest('hex');
  const file = join(import.meta.dirname, `stored-form-${STORED_FORM}.txt`);
  await expect(`${[...kinds, `all of it: ${all}`].join('\n')}\n`).toMatchFileSnapshot(file);
});
