/** A backup holds a graph with its past, and a restore gives both back or nothing. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { restoreBackup } from '../../src/export/restore-backup.ts';
import { writeBackup } from '../../src/export/write-backup.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { readTellingOf, readToldAbout } from '../../src/graph/read-revisions.ts';
import { applyPlan } from '../../src/plan/apply-plan.ts';
import { planRollback } from '../../src/plan/plan-undo.ts';
import { applyDataset, datasetOf, FIRST, SECOND, THIRD } from '../changes/apply-seeds.ts';
import { kg } from '../cli/run-kg.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { hostileSeeds } from './hostile-seeds.ts';
import { stateOfGraph, wholeGraph } from './whole-graph.ts';

let graph: Graph;
beforeAll(() => {
  graph = openTestGraph();
});
beforeEach(() => emptyGraph(graph));
afterAll(() => graph.close());

const folder = mkdtempSync(join(tmpdir(), 'kg-backup-'));
const file = join(folder, 'graph.kg.gz');
const unwatched = <T>(entries: AsyncIterable<T>) => entries;
const backUp = () => writeBackup(graph, file, unwatched);
const restore = (path = file) => restoreBackup(model, graph, path, unwatched);

async function clear(): Promise<void> {
  await graph.write((run) => run({ text: 'MATCH (n) DETACH DELETE n', parameters: {} }));
}

describe('what is restored', () => {
  test('has the digest, the revisions and every property of what was backed up', async () => {
    for (const seeds of [FIRST, SECOND, THIRD, hostileSeeds()]) await applyDataset(graph, datasetOf(seeds));
    const [before, state] = [await wholeGraph(graph), await stateOfGraph(graph)];
    expect(await backUp()).toMatchObject({ revision: 4, digest: state.digest });
    await clear();
    expect(await restore()).toEqual(state);
    expect(await wholeGraph(graph)).toEqual(before);
  });

  test('can be gone back in, and tells what it told', async () => {
    const first = await applyDataset(graph, datasetOf(FIRST));
    await applyDataset(graph, datasetOf(SECOND));
    await applyDataset(graph, datasetOf(THIRD));
    const told = () =>
      graph.readAll(async (run) => [
        await readToldAbout(run, 'firm:bluesail'),
        await readTellingOf(run, [1, 2, 3], ['zone:z']),
      ]);
    const before = await told();
    await backUp();
    await clear();
    await restore();
    expect(await told()).toEqual(before);
    const plan = await graph.readAll((run) => planRollback(model, 1, { overwriteDrift: false }, run));
    expect(await applyPlan(model, graph, plan)).toMatchObject({ revision: 4, digest: first.digest });
  });

  test('has what analysts noted on records, labels of any name too, but nothing of their own', async () => {
    await applyDataset(graph, datasetOf(FIRST));
    await graph.write((run) =>
      run({
        text: "MATCH (z:Zone) SET z.note = 'mine', z.seen = date(), z:`My ``own`` label` CREATE (z)-[:MINE]->(:Mine)",
        parameters: {},
      }),
    );
    await backUp();
    await clear();
    await restore();
    const rows = await graph.read({
      text: 'MATCH (z:`My ``own`` label`) RETURN z.note AS note, z.seen AS seen, COUNT { (z)-[:MINE]->() } AS mine',
      parameters: {},
    });
    expect(rows).toEqual([{ note: 'mine', seen: null, mine: 0 }]);
  });

  test('takes the place of what a restore that was killed had written', async () => {
    const state = await applyDataset(graph, datasetOf(FIRST));
    const before = await wholeGraph(graph);
    await backUp();
    await clear();
    const half =
      "CREATE (:KnowledgeGraph {id: 'graph', restoring: 'x'}) CREATE (:Node {id: 'zone:z', hash: 'h'})-[:WITHIN]->(:Node)";
    await graph.write((run) => run({ text: half, parameters: {} }));
    expect(await restore()).toEqual(state);
    expect(await wholeGraph(graph)).toEqual(before);
  });

  test('is the same file each time', async () => {
    await applyDataset(graph, datasetOf(FIRST));
    await backUp();
    const bytes = readFileSync(file);
    await backUp();
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

test('a restore that breaks off leaves the graph as empty as it was', async () => {
  await applyDataset(graph, datasetOf(FIRST));
  await backUp();
  await clear();
  const breaking = restoreBackup(model, graph, file, async function* (entries) {
    let count = 0;
    for await (const entry of entries) {
      if (++count > 30) throw new Error('broke off');
      yield entry;
    }
  });
  await expect(breaking).rejects.toThrow('broke off');
  expect(await wholeGraph(graph)).toEqual([]);
});

describe('refused before anything is written', () => {
  /** What refuses a file, and whether the graph is as empty as before. */
  async function refusal(path: string): Promise<unknown> {
    await clear();
    const refused = await restore(path).catch((error: unknown) => error);
    expect(await wholeGraph(graph)).toEqual([]);
    return refused;
  }

  test('a file that is cut off, at any of its ends', async () => {
    await applyDataset(graph, datasetOf(FIRST));
    await backUp();
    const bytes = readFileSync(file);
    const cut = join(folder, 'cut.gz');
    for (const length of [0, 1, 20, Math.floor(bytes.length / 2), bytes.length - 9, bytes.length - 1]) {
      writeFileSync(cut, bytes.subarray(0, length));
      expect(await refusal(cut)).toMatchObject({ code: 'damaged' });
    }
    const lines = gunzipSync(bytes).toString().split('\n');
    writeFileSync(cut, gzipSync(`${lines.slice(0, -2).join('\n')}\n`));
    expect(await refusal(cut)).toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('cut off'),
    });
  });

  test('a file that was changed, or is none', async () => {
    await applyDataset(graph, datasetOf(FIRST));
    await backUp();
    const text = gunzipSync(readFileSync(file)).toString();
    const changed = join(folder, 'changed.gz');
    for (const other of [
      text.replace('Bluesail', 'Bluesale'),
      text.replace(/\n\{"labels.*\n/, '\n'),
      `${text}{"labels":["Node"],"set":{"id":"zone:more"}}\n`,
      text.replace('{"backup":1', '{"backup":2'),
      text.replace(/^.*\n/, ''),
      'no backup',
    ]) {
      writeFileSync(changed, gzipSync(other));
      expect(await refusal(changed)).toMatchObject({ code: 'damaged' });
    }
    writeFileSync(changed, text);
    expect(await refusal(changed)).toMatchObject({ code: 'damaged' });
    expect(await refusal(join(folder, 'nowhere'))).toMatchObject({ code: 'place' });
  });

  test('one whose checksum was made to fit what does not hang together', async () => {
    await applyDataset(graph, datasetOf(FIRST));
    await backUp();
    const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').slice(0, -1);
    const forge = (kept: readonly string[]) => {
      const body = `${kept.join('\n')}\n`;
      const end = { entries: kept.length - 1, sha256: createHash('sha256').update(body).digest('hex') };
      const forged = join(folder, 'forged.gz');
      writeFileSync(forged, gzipSync(`${body}${JSON.stringify(end)}\n`));
      return forged;
    };
    const withoutZone = lines.filter((line) => !line.includes('"id":"zone:z"'));
    expect(await refusal(forge(withoutZone))).toMatchObject({ code: 'damaged' });
    const stranger = [...lines, '{"kept":"Stranger","set":{}}'];
    expect(await refusal(forge(stranger))).toMatchObject({ code: 'damaged' });
    const otherDigest = lines.map((line) => line.replace(/"digest":"[^"]*"/, '"digest":"x"'));
    expect(await refusal(forge([lines[0] ?? '', ...otherDigest.slice(1)]))).toMatchObject({
      code: 'damaged',
    });
  });

  test('a graph that holds something already, analysts’ own nodes included', async () => {
    await applyDataset(graph, datasetOf(FIRST));
    await backUp();
    const before = await wholeGraph(graph);
    await expect(restore()).rejects.toMatchObject({ code: 'not-empty' });
    expect(await wholeGraph(graph)).toEqual(before);
    await clear();
    await graph.write((run) => run({ text: 'CREATE (:Mine)', parameters: {} }));
    await expect(restore()).rejects.toMatchObject({ code: 'not-empty' });
  });

  test('a backup of a graph that nothing was applied to', async () => {
    await expect(backUp()).rejects.toMatchObject({ code: 'nothing' });
  });
});

test('kg backup and kg restore say what they did, and why not', async () => {
  const env = { NEO4J_URI: inject('neo4j').uri };
  const { digest } = await applyDataset(graph, datasetOf(FIRST));
  const told = JSON.parse((await kg(['backup', file, '--json'], env)).out);
  expect(told).toMatchObject({ file, dataset: '测试', revision: 1, digest });
  const refused = await kg(['restore', file], env);
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('The graph is not empty: it holds revision 1 of 测试.');
  await clear();
  expect((await kg(['restore', file], env)).out).toBe(`Restored: revision 1, digest ${digest}.\n`);
  const nowhere = await kg(['backup', join(folder, 'no', 'such.gz')], env);
  expect(nowhere.code).toBe(1);
  expect(nowhere.err).toContain('the folder it is to lie in is not there');
});
