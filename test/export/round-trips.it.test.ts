/** What is written of a graph makes the same graph again, by every way back. */

import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cypherLiteral } from '../../src/cypher/literal.ts';
import { quotedName } from '../../src/cypher/names.ts';
import { writeFolder } from '../../src/export/draft-folder.ts';
import { exportedDataset, readExported } from '../../src/export/exported.ts';
import { writeCypher } from '../../src/export/forms/write-cypher.ts';
import { writeJsonl } from '../../src/export/forms/write-jsonl.ts';
import { writeSeeds } from '../../src/export/forms/write-seeds.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { isEmpty } from '../../src/plan/plan.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { applyDataset, datasetOf, FIRST, SECOND } from '../changes/apply-seeds.ts';
import { emptyGraph, loadDataset, model, openTestGraph } from '../graph-fixture.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';
import { HOSTILE, hostileSeeds } from './hostile-seeds.ts';
import { runScript, stateOfGraph, textOf, wholeGraph } from './whole-graph.ts';

let graph: Graph;
beforeAll(() => {
  graph = openTestGraph();
});
afterAll(() => graph.close());

/** The folder of seeds that a graph gives. */
async function seedsOf(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'kg-export-')), 'seeds');
  await readExported(model, graph, (exported, run) =>
    writeFolder(folder, async (draft) => {
      await writeSeeds(model, exported, draft, run);
      return {};
    }),
  );
  return folder;
}

const CASES = 'test/seeds/cases';
const cases = readdirSync(CASES).filter((name) => !/\.invalid|\.expected\.txt$/.test(name));

/** The folders that a case of seed reading is read from. */
function caseFolders(name: string): readonly string[] {
  if (!/\.(?:yaml|csv)$/.test(name)) return [join(CASES, name)];
  const folder = mkdtempSync(join(tmpdir(), 'kg-case-'));
  cpSync(join(CASES, name), join(folder, name));
  cpSync('test/seeds/common.yaml', join(folder, 'common.yaml'));
  return [folder];
}

test.each([...cases, 'hostile', 'seeds'])(
  '%s, exported as seeds and read again, has the same digest',
  async (name) => {
    const read =
      name === 'hostile' ? undefined : readSeeds(model, name === 'seeds' ? PRODUCT_SEEDS : caseFolders(name));
    const dataset = read ? read.dataset : datasetOf(hostileSeeds());
    if (!dataset) throw new Error(`${name} has faults`);
    await loadDataset(graph, dataset);
    const before = await stateOfGraph(graph);
    const again = readSeeds(model, [await seedsOf()]);
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const desired = again.dataset && deriveFacts(model, again.dataset);
    const plan = desired && (await graph.readAll((run) => makePlan(model, desired, run)));
    expect(plan && [plan.changes, plan.digest]).toEqual([[], before.digest]);
  },
);

test('a script makes the same graph in an empty database, and the seeds then change nothing', async () => {
  const desired = datasetOf(hostileSeeds());
  await loadDataset(graph, desired);
  const [before, state] = [await wholeGraph(graph), await stateOfGraph(graph)];
  const script = await readExported(model, graph, (exported) => textOf(writeCypher(model, exported)));
  await emptyGraph(graph);
  await graph.write((run) => run({ text: 'MATCH (n) DETACH DELETE n', parameters: {} }));
  await runScript(graph, script);
  expect(await stateOfGraph(graph)).toEqual(state);
  expect(isEmpty(await graph.readAll((run) => makePlan(model, desired, run)))).toBe(true);
  // A copy begins with one revision that keeps nothing.
  const kept = (line: string) =>
    !/"labels":\["(?:Revision|RevisionPart|ChangePart|ChangedId|FormerId)"\]|"type":"NOW"/.test(line);
  expect((await wholeGraph(graph)).filter(kept)).toEqual(before.filter(kept));
});

test('JSON lines are the same whether the graph was loaded at once, in steps, or is still seeds', async () => {
  const lines = () => readExported(model, graph, (exported) => textOf(writeJsonl(model, exported)));
  await emptyGraph(graph);
  await applyDataset(graph, datasetOf(FIRST));
  const desired = datasetOf(SECOND);
  const { digest } = await applyDataset(graph, desired);
  const stepped = (await lines()).split('\n');
  await loadDataset(graph, desired);
  const once = (await lines()).split('\n');
  expect(stepped.slice(1)).toEqual(once.slice(1));
  expect(JSON.parse(stepped[0] ?? '')).toMatchObject({
    revision: 2,
    digest,
    dataset: { name: '测试', licence: null },
  });
  const seeds = await textOf(writeJsonl(model, exportedDataset(model, desired, new Date())));
  expect(seeds.split('\n')).toEqual(once);
});

test('what analysts added is in no export', async () => {
  await loadDataset(graph, datasetOf(FIRST));
  const lines = () => readExported(model, graph, (exported) => textOf(writeJsonl(model, exported)));
  const before = await lines();
  await graph.write((run) =>
    run({
      text: "MATCH (z:Zone) SET z.note = 'mine', z:Mine CREATE (z)-[:MINE]->(:Node:Mine {id: 'mine:1', name: 'mine'})",
      parameters: {},
    }),
  );
  expect(await lines()).toBe(before);
});

test('a graph that an apply changes while it is read is refused in the end', async () => {
  await loadDataset(graph, datasetOf(FIRST));
  const reading = readExported(model, graph, async (exported) => {
    await textOf(writeJsonl(model, exported));
    await applyDataset(graph, datasetOf(SECOND));
    await exported.settle();
  });
  await expect(reading).rejects.toMatchObject({ code: 'moved' });
});

test('a literal is the value that it was written of, and a quoted name the name', async () => {
  const values = [
    ...HOSTILE,
    'null \0 byte',
    '\u007f\u0085\ufeff',
    5,
    -5,
    1.5,
    1e-7,
    1e21,
    2 ** 53,
    true,
    ['a', "'"],
    [],
  ];
  for (const value of values) {
    const [row] = await graph.read({ text: `RETURN ${cypherLiteral(value)} AS value`, parameters: {} });
    expect(row?.value).toEqual(value);
  }
  for (const name of ['a`b', '`', 'a\\u0060b', 'two words', "it's"]) {
    const [row] = await graph.read({ text: `RETURN {${quotedName(name)}: 1} AS value`, parameters: {} });
    expect(Object.keys(Object(row?.value))).toEqual([name]);
  }
});
