/** Saved plans with a real Neo4j: the same bytes from the same state, applied as read, refused once anything moved. */

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

let graph: Graph;
let env: Readonly<Record<string, string>>;
let folder: string;
let file: string;

beforeAll(() => {
  graph = openTestGraph();
  env = { NEO4J_URI: workerNeo4j().uri };
});
beforeEach(async () => {
  await emptyGraph(graph);
  folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
  file = join(mkdtempSync(join(tmpdir(), 'kg-plan-')), 'plan.json');
  await kg(['apply', '--yes', '--seeds', folder], env);
  seeds(LATER);
});
afterAll(() => graph.close());

const LATER = POLICY.replace('2023', '2023-09');
const SECOND = POLICY.replace('policy:one', 'policy:two').replace('一号', '二号');

function seeds(policies: string): void {
  writeSeeds({ 'city.yaml': citySeeds(policies) }, folder);
}

async function revision(): Promise<unknown> {
  const [row] = await read('MATCH (g:KnowledgeGraph) RETURN g.revision AS revision');
  return row?.revision;
}

async function read(text: string): Promise<readonly Row[]> {
  return graph.read({ text, parameters: {} });
}

async function write(text: string): Promise<void> {
  await graph.write((run) => run({ text, parameters: {} }));
}

const save = (...more: readonly string[]) => kg(['plan', '--out', file, '--seeds', folder, ...more], env);
const applySaved = (...more: readonly string[]) => kg(['apply', '--plan', file, '--yes', ...more], env);

test('the same seeds and graph give the same bytes, on the terminal and in the file', async () => {
  const { code, out, err } = await save('--json');
  expect([code, err]).toEqual([0, `Saved as ${file}: kg apply --plan ${file} does this and nothing else.\n`]);
  const first = readFileSync(file, 'utf8');
  expect(out).toBe(first);
  await save();
  expect(readFileSync(file, 'utf8')).toBe(first);
  expect(JSON.parse(first)).toMatchObject({
    seeds: [folder],
    overwriteDrift: false,
    revision: 1,
    changes: [{ action: 'update', id: 'policy:one', properties: { issuedOn: ['2023', '2023-09'] } }],
    drift: [],
  });
  expect(readdirSync(join(file, '..'))).toEqual(['plan.json']);
});

test('a saved plan does what it shows, once', async () => {
  await save();
  const { code, out } = await applySaved();
  expect([code, out]).toEqual([0, expect.stringContaining('issuedOn: 2023 → 2023-09')]);
  expect(await revision()).toBe(2);
  const again = await applySaved();
  expect([again.code, again.err]).toEqual([
    4,
    expect.stringContaining('is stale: the graph is at revision 2, and the plan was made at 1'),
  ]);
});

test('is refused where the seeds, the graph or the file itself have moved, and nothing is written', async () => {
  await save();
  seeds(LATER.replace('2023-09', '2024'));
  expect(await applySaved()).toMatchObject({
    code: 4,
    err: expect.stringContaining('the seeds have changed'),
  });
  seeds(LATER);
  await write("MATCH (p:Policy) SET p.name = '改过'");
  expect(await applySaved()).toMatchObject({ code: 4, err: expect.stringContaining('manual edits') });
  await write("MATCH (p:Policy) SET p.name = '一号政策'");
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('policy:one', 'policy:two'));
  expect((await applySaved()).code).toBe(4);
  expect(await revision()).toBe(1);
  writeFileSync(file, text);
  expect((await applySaved()).code).toBe(0);
});

test('keeps whether drift is to be overwritten', async () => {
  await write("MATCH (p:Policy) SET p.name = '改过'");
  await save('--overwrite-drift');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    drift: [{ id: 'policy:one', fate: 'overwritten', values: [{ property: 'name', is: '改过' }] }],
  });
  expect((await applySaved()).code).toBe(0);
  expect(await read('MATCH (p:Policy) RETURN p.name AS name')).toEqual([{ name: '一号政策' }]);
});

test('names, over drift that it does not overwrite, what saves a plan that does', async () => {
  seeds(SECOND);
  await write("MATCH (p:Policy) SET p.name = '改过'");
  const words = `kg plan --overwrite-drift --out ${file} saves one that`;
  expect((await save()).out).toContain('deleting it; --overwrite-drift deletes it');
  const { code, out, err } = await applySaved();
  expect(code).toBe(1);
  expect(out).toContain(`prevents deleting it; ${words} deletes it`);
  expect(err).toContain(`Manual edits changed what the plan touches; ${words} restores it:`);
  await save('--overwrite-drift');
  expect((await applySaved()).code).toBe(0);
});

test('only --yes and --again go with it; what is no plan is told', async () => {
  await save();
  for (const more of [['--seeds', folder], ['--overwrite-drift']]) {
    expect(await applySaved(...more)).toMatchObject({
      code: 64,
      err: expect.stringContaining('--plan already fixes --seeds'),
    });
  }
  for (const text of ['{}', '[]', 'null', '{"seeds":"x"}', 'plan', '']) {
    writeFileSync(file, text);
    expect(await applySaved()).toMatchObject({ code: 64, err: expect.stringContaining('is not a plan') });
  }
  const nowhere = await kg(['apply', '--plan', join(folder, 'none.json'), '--yes'], env);
  expect(nowhere).toMatchObject({ code: 64, err: expect.stringContaining('cannot be read') });
  const unwritable = await kg(['plan', '--out', join(folder, 'none', 'plan.json'), '--seeds', folder], env);
  expect(unwritable).toMatchObject({ code: 64, err: expect.stringContaining('cannot be saved') });
  expect(await revision()).toBe(1);
});

test('of another graph, is refused as that; seeds of another dataset are told by its name before all goes', async () => {
  await save();
  await emptyGraph(graph);
  const other = writeSeeds({ 'city.yaml': citySeeds(POLICY).replace('测试', '别的') });
  await kg(['apply', '--yes', '--seeds', other], env);
  expect(await applySaved()).toMatchObject({
    code: 4,
    err: expect.stringContaining('it was made of another graph, whose revision 1 has another digest'),
  });
  const planned = await save();
  expect(planned.out).toContain('  ~ the description of the dataset\n      name: 别的 → 测试\n');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    dataset: [{ property: 'name', before: '别的', after: '测试' }],
  });
});
