/** Files that are imported make a store that is the same graph, although nothing was ever applied to it. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Graph, openGraph } from '../../src/graph/graph.ts';
import { makeMissingIndexes } from '../../src/graph/missing-indexes.ts';
import { readSetting } from '../../src/graph/reading/read-setting.ts';
import { schemaStatements } from '../../src/graph/statements/schema-statements.ts';
import { startLocalNeo4j } from '../../src/neo4j/local/local-neo4j.ts';
import { resolveRelease } from '../../src/neo4j/neo4j-release.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { isEmpty } from '../../src/plan/plan.ts';
import { planRollback } from '../../src/plan/undo/plan-undo.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { kg, writeSeeds } from '../cli/run-kg.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { hostileSeeds } from './hostile-seeds.ts';
import { stateOfGraph, wholeGraph } from './whole-graph.ts';

const room = mkdtempSync(join(tmpdir(), 'kg-import-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

/** What both graphs hold of the facts. An import knows no empty list, and one of an empty text has two of them. */
async function factsOf(graph: Graph): Promise<readonly string[]> {
  const lines = await wholeGraph(graph);
  return lines
    .filter((line) => /"labels":\[[^\]]*"Node"|"ends"/.test(line) && !line.includes('"type":"NOW"'))
    .map((line) => line.replaceAll('["",""]', '[""]').replaceAll(/"\w+":\[\],?/g, ''));
}

test.skipIf(workerNeo4j().whyNoOwn !== undefined)(
  'export, import, start: the same digest, nothing to plan, no way below, and apply makes the indexes',
  async () => {
    const version = '5.26';
    const lib = `lib-${resolveRelease(version).version}`;
    const dataFolder = join(room, 'data');
    mkdirSync(dataFolder);
    symlinkSync(resolve('.neo4j', lib), join(dataFolder, lib));
    const seeds = writeSeeds({ 'city.yaml': hostileSeeds() });
    const files = join(room, 'files');
    const exported = await kg([
      'export',
      '--from',
      'seeds',
      '--format',
      'import',
      '--seeds',
      seeds,
      '--out',
      files,
    ]);
    expect([exported.code, exported.err]).toEqual([0, '']);
    const imported = await kg(['neo4j', 'import', files], { KG_DATA: dataFolder });
    expect([imported.code, imported.err]).toEqual([0, '']);

    const desired = datasetOf(hostileSeeds());
    const applied = openTestGraph();
    await emptyGraph(applied);
    const { digest } = await applyDataset(applied, desired);
    const neo4j = await startLocalNeo4j({
      dataFolder,
      neo4jVersion: version,
      env: process.env,
      progress: () => undefined,
      ask: readSetting,
      keep: false,
      ports: { bolt: 0, http: 0 },
    });
    const { connection } = neo4j.status;
    if (!connection) throw new Error('it did not start');
    const graph = openGraph(connection);
    try {
      expect(await stateOfGraph(graph)).toMatchObject({ revision: 1, digest, modelVersion: model.version });
      expect(isEmpty(await graph.readAll((run) => makePlan(model, desired, run)))).toBe(true);
      expect(await factsOf(graph)).toEqual(await factsOf(applied));
      const back = graph.readAll((run) => planRollback(model, 0, { overwriteDrift: false }, run));
      await expect(back).rejects.toMatchObject({ code: 'unknown-revision' });
      expect(await makeMissingIndexes(model, graph)).toBe(schemaStatements(model).length);
      expect(await makeMissingIndexes(model, graph)).toBe(0);
    } finally {
      await graph.close();
      await applied.close();
      await neo4j.close();
    }
  },
);
