/** An older version of the program leaves a newer graph alone: whatever it does, nothing is read or written. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { restoreBackup } from '../../src/export/backup/restore-backup.ts';
import { writeBackup } from '../../src/export/backup/write-backup.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { STORED_FORM } from '../../src/model/schema/model-version.ts';
import { ask, codeOf } from '../api/ask.ts';
import { serve } from '../api/serve.ts';
import { citySeeds, kg, POLICY, writeSeeds } from '../cli/run-kg.ts';
import { wholeGraph } from '../export/whole-graph.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';

let graph: Graph;
let env: Readonly<Record<string, string>>;
let seeds: string;

beforeAll(() => {
  graph = openTestGraph();
  env = { NEO4J_URI: workerNeo4j().uri };
});
beforeEach(async () => {
  await emptyGraph(graph);
  seeds = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
  expect(await kg(['apply', '--yes', '--seeds', seeds], env)).toMatchObject({ code: 0 });
});
afterAll(() => graph.close());

async function write(text: string): Promise<void> {
  await graph.write((run) => run({ text, parameters: {} }));
}

describe('of a stored form that it does not know', () => {
  const newer = STORED_FORM + 1;
  /** As an apply of a newer version leaves the graph. */
  const MARK = `MATCH (g:KnowledgeGraph) SET g.form = ${newer}, g.revision = g.revision + 1`;
  const UNMARK = `MATCH (g:KnowledgeGraph) SET g.form = ${STORED_FORM}, g.revision = g.revision + 1`;

  test.each([
    ['plan'],
    ['apply', '--yes'],
    ['rollback', '1', '--yes'],
    ['revert', '1', '--yes'],
    ['status'],
    ['export', '--out', 'never'],
    ['backup', 'never'],
  ])('kg %s refuses it, and changes nothing', async (...args) => {
    await write(MARK);
    const before = await wholeGraph(graph);
    const ran = await kg([...args, '--seeds', seeds], env);
    expect(ran.err).toContain(`in stored form ${newer}; this version knows forms up to ${STORED_FORM}`);
    expect(ran.code).toBe(1);
    expect(await wholeGraph(graph)).toEqual(before);
  });

  test('its backup is refused before anything is written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kg-newer-')), 'newer.kg.gz');
    await writeBackup(model, graph, file, (entries) => entries);
    const marked = gunzipSync(readFileSync(file))
      .toString()
      .replace(`"form":${STORED_FORM}`, `"form":${newer}`);
    writeFileSync(file, gzipSync(marked));
    await emptyGraph(graph);
    const before = await wholeGraph(graph);
    await expect(restoreBackup(model, graph, file, (entries) => entries)).rejects.toThrow('newer version');
    expect(await wholeGraph(graph)).toEqual(before);
  });

  test('a server that runs is not ready and answers no more, until the graph is as it was', async () => {
    const served = await serve(graph);
    const question = '{ regions { nodes { name } } }';
    const answer = { regions: { nodes: [{ name: '某区' }] } };
    expect((await ask(served.url, question)).data).toEqual(answer);
    await write(MARK);
    expect(codeOf(await ask(served.url, question))).toBe('SERVICE_UNAVAILABLE');
    expect((await fetch(new URL('/readiness', served.url))).status).toBe(503);
    await write(UNMARK);
    expect((await ask(served.url, question)).data).toEqual(answer);
    expect((await fetch(new URL('/readiness', served.url))).status).toBe(200);
    await served.close();
  });
});

describe('of a schema that the graph has left', () => {
  const LEFT =
    "MATCH (g:KnowledgeGraph) SET g.modelVersion = 'another' WITH g MATCH (p:Policy) SET p.website = 'https://example.org'";
  const other = POLICY.replace('一号', '二号');

  beforeEach(async () => {
    await kg(['apply', '--yes', '--seeds', writeSeeds({ 'city.yaml': citySeeds(other) })], env);
    await write(LEFT);
  });

  test.each([
    ['apply', '--yes'],
    ['rollback', '1', '--yes'],
    ['revert', '2', '--yes'],
  ])('kg %s refuses to go back to it', async (...args) => {
    const before = await wholeGraph(graph);
    const ran = await kg([...args, '--seeds', seeds, '--json'], env);
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'apply/former-model' } });
    expect(ran.code).toBe(1);
    expect(await wholeGraph(graph)).toEqual(before);
  });

  test('kg plan says so and names the schema steps; kg apply --former-schema does it', async () => {
    await write('DROP INDEX policy_days');
    await write('CREATE INDEX node_bucket FOR (n:Node) ON (n.bucket)');
    const { out } = await kg(['plan', '--seeds', seeds], env);
    expect(out).toContain('~ all records are rewritten: the model changed');
    expect(out).toContain('+ constraints and indexes to create: policy_days\n');
    expect(out).toContain('- indexes to drop: node_bucket\n');
    expect(out).toContain(
      '! the graph had this schema up to revision 2 and has left it: kg apply needs --former-schema',
    );
    expect(await kg(['apply', '--yes', '--former-schema', '--seeds', seeds], env)).toMatchObject({ code: 0 });
    expect((await kg(['plan', '--seeds', seeds], env)).out).toContain('No changes.');
  });

  test('one that the graph never had is newer: the same seeds bring the graph to it', async () => {
    await write("MATCH (r:Revision) SET r.modelVersion = 'earlier'");
    expect(await kg(['apply', '--yes', '--seeds', seeds], env)).toMatchObject({ code: 0 });
  });
});
