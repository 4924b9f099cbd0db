/** Nodes and relationships hold declared properties and up-to-date wording, and nothing else. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { endsOfRecords, recordNames } from '../../src/model/words/record-names.ts';
import { wordingOf } from '../../src/model/words/wording.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { isEmpty } from '../../src/plan/plan.ts';
import { planRollback } from '../../src/plan/undo/plan-undo.ts';
import { applyDataset, datasetOf, FIRST } from '../changes/apply-seeds.ts';
import { emptyGraph, loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { readProductSeeds } from '../load-product.ts';
import { undeclared } from './undeclared.ts';

let graph: Graph;

beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

function read(text: string): Promise<readonly Row[]> {
  return graph.read({ text, parameters: {} });
}

/** The wording in the graph, and the wording that a first load would write. */
async function wording(dataset: Dataset): Promise<readonly [there: unknown, wanted: unknown]> {
  const { nodes, relationships } = dataset;
  const ends = endsOfRecords(model, relationships.values(), () => true);
  const words = wordingOf(
    model,
    recordNames(model, (id) => nodes.get(id), ends),
  );
  const rows = await read(`MATCH (n:Node) RETURN n.id AS name, n.caption AS caption, n.evidence AS evidence
UNION ALL MATCH (:Node)-[r]->(:Node) RETURN r.key AS name, null AS caption, r.evidence AS evidence`);
  const byName = (list: readonly Row[]) =>
    [...list].sort((a, b) => (String(a.name) < String(b.name) ? -1 : 1));
  const blank = { caption: null, evidence: null };
  return [
    byName(rows),
    byName([
      ...[...nodes.values()].map((node) => ({ ...blank, ...words.node(node), name: node.id })),
      ...[...relationships.values()].map((fact) => ({ ...blank, ...words.fact(fact), name: fact.key })),
    ]),
  ];
}

async function expectFresh(dataset: Dataset): Promise<void> {
  const [there, wanted] = await wording(dataset);
  expect(there).toEqual(wanted);
}

test('every label has what the model declares and a short list beside it', async () => {
  const dataset = readProductSeeds();
  await loadDataset(graph, dataset);
  expect(await undeclared(graph)).toEqual([]);
  await expectFresh(deriveFacts(model, dataset));
  await graph.write((run) => run({ text: 'MATCH (n:Zone) SET n.bucket = 1', parameters: {} }));
  expect(await undeclared(graph)).toEqual(['Zone.bucket']);
});

describe('captions and titles follow', () => {
  beforeEach(() => emptyGraph(graph));

  const MEASURED = FIRST.replace(
    'instrument: GRANT }',
    'instrument: GRANT, criteria: [{ attribute: INDUSTRY, operator: IS_IN, values: [industry:ic] }] }',
  );
  const LATER: readonly (readonly [string, (seeds: string) => string])[] = [
    ['the name of an indicator', (seeds) => seeds.replace('name: 产值', 'name: 总产值')],
    ['the name of a place', (seeds) => seeds.replace('name: 上海市', 'name: 申城')],
    ['the title of a source', (seeds) => seeds.replace('name: 来源', 'name: 新的》来源')],
    ['the industry that a criterion names', (seeds) => seeds.replace('name: 集成电路', 'name: 芯片')],
    ['a figure', (seeds) => seeds.replace('printed: 1.6万亿', 'printed: 1.60万亿')],
    ['what an observation is about', (seeds) => seeds.replace(', industry: industry:ic, period', ', period')],
    ['a locator', (seeds) => seeds.replace('locator: p1', 'locator: p2 》 x')],
    ['the id of a place', (seeds) => renamed(seeds)],
  ];

  function renamed(seeds: string): string {
    return seeds
      .replaceAll('region:shanghai', 'region:sh')
      .replace('id: region:sh,', 'id: region:sh, formerIds: [region:shanghai],');
  }

  test.each(LATER)('%s, and back again', async (_, change) => {
    const [first, second] = [MEASURED, change(MEASURED)].map(datasetOf);
    if (!first || !second) throw new Error('two were made');
    await applyDataset(graph, first);
    await applyDataset(graph, second);
    await expectFresh(second);
    const undo = await graph.readAll((run) => planRollback(model, 1, { overwriteDrift: false }, run));
    await applyPlan(model, graph, undo);
    await expectFresh(first);
    expect(isEmpty(await graph.readAll((run) => makePlan(model, first, run)))).toBe(true);
    expect(await undeclared(graph)).toEqual([]);
  });
});
