/** A backup holds a graph with its past, and a restore gives both back or nothing. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { restoreBackup } from '../../src/export/backup/restore-backup.ts';
import { writeBackup } from '../../src/export/backup/write-backup.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { readTellingOf, readToldAbout } from '../../src/graph/reading/read-revisions.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { planRollback } from '../../src/plan/undo/plan-undo.ts';
import { applyDataset, datasetOf, FIRST, SECOND, THIRD } from '../changes/apply-seeds.ts';
import { kg } from '../cli/run-kg.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
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
const backUp = () => writeBackup(model, graph, file, unwatched);
const restore = async (path = file) => (await restoreBackup(model, graph, path, unwatched)).state;

/** The lines of a backup, without what compresses them. */
function linesOf(path: string): readonly string[] {
  return gunzipSync(readFileSync(path)).toString().trimEnd().split('\n');
}

/** A file of these lines whose checksum is right. */
function forge(lines: readonly string[]): string {
  const body = `${lines.join('\n')}\n`;
  const end = { entries: lines.length - 1, sha256: createHash('sha256').update(body).digest('hex') };
  const forged = join(folder, 'forged.gz');
  writeFileSync(forged, gzipSync(`${body}${JSON.stringify(end)}\n`));
  return forged;
}

async function constraints(): Promise<unknown> {
  return graph.read({ text: 'SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name', parameters: {} });
}

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
      "CREATE (:KnowledgeGraph {id: 'graph', restoring: 'x'}) CREATE (:Node {id: 'zone:z', nodeType: 'Zone'})-[:WITHIN]->(:Node)";
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

test('a graph that was changed outside kg comes back as it was, and that is said', async () => {
  await applyDataset(graph, datasetOf(FIRST));
  await graph.write((run) =>
    run({
      text: `MATCH (z:Zone)-[w:WITHIN]->() SET z.name = '改过', z.zoneKind = 'CASTLE' REMOVE z:Place DELETE w
WITH DISTINCT z CREATE (n:Note {id: 'note'}) WITH n MATCH (f:Firm)-[r]->(:Industry) WITH n, f, r, properties(r) AS was DELETE r
CREATE (f)-[s:OPERATES_IN]->(n) SET s = was`,
      parameters: {},
    }),
  );
  await backUp();
  expect(JSON.parse(linesOf(file).at(-1) ?? '')).toMatchObject({ changed: 1, missing: true });
  await clear();
  const { difference } = await restoreBackup(model, graph, file, unwatched);
  expect(difference).toEqual({ changed: 1, missing: true });
  const look = 'MATCH (z:Zone) RETURN z.name AS name, z.zoneKind AS kind, z:Place AS isPlace';
  expect(await graph.read({ text: look, parameters: {} })).toEqual([
    { name: '改过', kind: 'CASTLE', isPlace: false },
  ]);
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
    const lines = linesOf(file).slice(0, -1);
    const withoutZone = lines.filter((line) => !line.includes('"id":"zone:z"'));
    expect(await refusal(forge(withoutZone))).toMatchObject({ code: 'damaged' });
    const stranger = [...lines, '{"kept":"Stranger","set":{}}'];
    expect(await refusal(forge(stranger))).toMatchObject({ code: 'damaged' });
    const otherDigest = lines.map((line) => line.replace(/"digest":"[^"]*"/, '"digest":"x"'));
    expect(await refusal(forge([lines[0] ?? '', ...otherDigest.slice(1)]))).toMatchObject({
      code: 'damaged',
    });
  });

  test('a file whose entries no backup has, whatever its checksum says, and each is named', async () => {
    await applyDataset(graph, datasetOf(FIRST));
    const own = await constraints();
    await backUp();
    const [head = '', ...lines] = linesOf(file).slice(0, -1);
    const at = (part: string) => lines.findIndex((line) => line.includes(part));
    const [zone, fact, graphNode] = [
      at('"id":"zone:z"'),
      at('"type":"WITHIN"'),
      at('"kept":"KnowledgeGraph"'),
    ];
    const changed = (index: number, change: (line: string) => string) =>
      lines.map((line, each) => (each === index ? change(line) : line));
    const cases: readonly (readonly [readonly string[], string])[] = [
      [[head, '{"labels":["A`) DETACH DELETE n //"],"set":{"id":"x"}}'], 'line 2: x lacks the label Node'],
      [[head, '{"labels":"abc","set":{"id":"x"}}'], 'x has labels that are not a list of names'],
      [[head, '{"labels":[1],"set":{"id":"x"}}'], 'x has labels that are not a list of names'],
      [[head, '[1]'], 'an entry is no entry'],
      [[head, 'null'], 'an entry is no entry'],
      [[head, '{"labels":["Node"],"set":null}'], 'a node has no properties'],
      [[head, '{"labels":["Node"],"set":{"id":"x","note":{"a":1}}}'], 'x has the property "note"'],
      [[head, '{"labels":["Node"],"set":{"id":7}}'], 'a node lacks the text id'],
      [
        [head, ...changed(fact, (line) => line.replace(/"to":"[^"]*"/, '"to":7'))],
        'an end that is not an id',
      ],
      [[head, ...changed(fact, (line) => line.replace(/"type":"[^"]*"/, '"type":"OWNED"'))], '-[OWNED]->'],
      [[head, ...lines, lines[zone] ?? ''], 'zone:z is in it twice'],
      [[head, ...lines, '{"keptType":"NOW","from":["x"],"to":["y"]}'], 'a NOW has the end x'],
      [
        [head, ...lines, '{"kept":"RevisionPart","set":{"revision":1,"ordinal":9,"json":"[{}]"}}'],
        'list of changes',
      ],
      [[head, ...lines.filter((_, index) => index !== graphNode)], 'it has no KnowledgeGraph'],
      [
        [head, ...changed(zone, (line) => line.replace('张江', '张东'))],
        '1 records or facts are not what their hashes say, and it says 0; the first is zone:z',
      ],
      [[head, ...lines.filter((_, index) => index !== fact)], 'do not come to the digest'],
      [['[1]', ...lines], 'it is not a backup'],
      [['{"backup":1}', ...lines], 'its first line does not say which graph it is of'],
    ];
    for (const [entries, words] of cases) {
      const refused = await refusal(forge(entries));
      expect(refused).toMatchObject({ code: 'damaged', message: expect.stringContaining(words) });
      expect(String(refused)).toContain('Nothing was written.');
      expect(String(refused)).not.toContain('TypeError');
    }
    expect(await constraints()).toEqual(own);
    expect(await restore()).toMatchObject({ revision: 1 });
  });

  test('a record that the model cannot hold, although its hash and the digest fit', async () => {
    const dataset = datasetOf(FIRST);
    const zone = dataset.nodes.get('zone:z');
    if (!zone) throw new Error('no zone');
    const wrong = { ...zone, properties: { ...zone.properties, zoneKind: 'CASTLE' } };
    await applyDataset(graph, { ...dataset, nodes: new Map([...dataset.nodes, [zone.id, wrong]]) });
    await backUp();
    expect(await refusal(file)).toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('the model cannot hold zone:z: zoneKind cannot be CASTLE'),
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
  const env = { NEO4J_URI: workerNeo4j().uri };
  const { digest } = await applyDataset(graph, datasetOf(FIRST));
  const told = JSON.parse((await kg(['backup', file, '--json'], env)).out);
  expect(told).toMatchObject({ file, dataset: '测试', revision: 1, digest });
  // Whatever the umask is: it holds all that the database does.
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  const refused = await kg(['restore', file], env);
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('The graph is not empty: it holds revision 1 of 测试.');
  await clear();
  expect((await kg(['restore', file], env)).out).toBe(`Restored: revision 1, digest ${digest}.\n`);
  const nowhere = await kg(['backup', join(folder, 'no', 'such.gz')], env);
  expect(nowhere.code).toBe(1);
  expect(nowhere.err).toContain('the folder it is to lie in is not there');
});
