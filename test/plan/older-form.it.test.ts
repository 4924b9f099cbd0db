/** A graph in the stored form of an earlier release: its backup can be restored, and an apply updates the form. */

import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import { restoreBackup } from '../../src/export/backup/restore-backup.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { auditGraph } from '../../src/plan/drift/audit-graph.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { isEmpty, type Plan } from '../../src/plan/plan.ts';
import { renderPlan } from '../../src/plan/report/render-plan.ts';
import { planRollback } from '../../src/plan/undo/plan-undo.ts';
import { datasetOf, FIRST, SECOND } from '../changes/apply-seeds.ts';
import { wholeGraph } from '../export/whole-graph.ts';
import { emptyGraph, loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { undeclared } from './undeclared.ts';

/** The seeds of {@link FIRST}, backed up by the last release that kept hashes and search keys on records. */
const BACKUP = join(import.meta.dirname, 'older-form.backup.gz');

let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
beforeEach(async () => {
  await emptyGraph(graph);
  await graph.write((run) => run({ text: 'MATCH (g:KnowledgeGraph) DELETE g', parameters: {} }));
  await restoreBackup(model, graph, BACKUP, (entries) => entries);
});
afterAll(() => graph.close());

function plan(seeds: string): Promise<Plan> {
  return graph.readAll((run) => makePlan(model, datasetOf(seeds), run));
}

function read(text: string): Promise<readonly Row[]> {
  return graph.read({ text, parameters: {} });
}

/** The whole graph without revisions, which contain the time of loading. */
async function facts(): Promise<readonly string[]> {
  return (await wholeGraph(graph)).filter(
    (line) => !/"(Revision\w*|ChangePart|ChangedId|KnowledgeGraph)"/.test(line),
  );
}

test('an apply of the same seeds brings it to the form of today and changes no fact', async () => {
  expect(await undeclared(graph)).toContain('Zone.searchPinyin');
  const made = await plan(FIRST);
  expect(made.changes).toEqual([]);
  expect(made.digest).toBe(made.base.digest);
  expect(renderPlan(made, { model, spans: new Map(), colour: false, language: 'en' })).toContain(
    '~ all records are rewritten: the model changed',
  );
  await graph.write((run) => run({ text: 'MATCH (z:Zone) SET z.mine = 7', parameters: {} }));
  await applyPlan(model, graph, made);
  expect(await undeclared(graph)).toEqual(['Zone.mine']);
  expect(isEmpty(await plan(FIRST))).toBe(true);
  expect((await graph.readStreams((stream, run) => auditGraph(model, stream, run))).findings).toEqual([]);
  await graph.write((run) => run({ text: 'MATCH (z:Zone) REMOVE z.mine', parameters: {} }));
  const brought = await facts();
  const indexes = await read('SHOW INDEXES YIELD name RETURN collect(name) AS names');
  expect(indexes[0]?.names).not.toContain('entity_searchText');
  await loadDataset(graph, datasetOf(FIRST));
  expect(brought).toEqual(await facts());
});

test('an apply of changed seeds updates the form too, and can be rolled back', async () => {
  await applyPlan(model, graph, await plan(SECOND));
  expect(await undeclared(graph)).toEqual([]);
  expect(isEmpty(await plan(SECOND))).toBe(true);
  await applyPlan(
    model,
    graph,
    await graph.readAll((run) => planRollback(model, 1, { overwriteDrift: false }, run)),
  );
  expect(isEmpty(await plan(FIRST))).toBe(true);
});
