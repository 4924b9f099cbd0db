/** Hostile texts that are sound texts: kept as they are in every property of every type, and nothing comes of them. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { rootTypes } from '../../src/model/model.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { kg, writeSeeds } from '../cli/run-kg.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { buildSchema, runOperation } from '../run-operation.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { auditGraph } from './audit-graph.ts';
import { HOSTILE, hostileSeeds, hostileThings, idOfHostile, isHostile } from './hostile-records.ts';

const env = { NEO4J_URI: workerNeo4j().uri };
const api = buildSchema();
/** What a terminal obeys, or nobody sees. */
const UNSHOWN = /(?!\n)[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

let graph: Graph;
beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
});
afterAll(() => graph.close());

test('Cypher, HTML, paths and commands in every text of every type are applied and read back unchanged', async () => {
  const seeds = writeSeeds({ 'hostile.yaml': JSON.stringify(hostileSeeds(model)) });
  const applied = await kg(['apply', '--yes', '--seeds', seeds], env);
  expect(applied.code, applied.err + applied.out).toBe(0);
  const types = rootTypes(model);
  for (const type of types) {
    const texts = [...type.properties.values()].filter((each) => each.name !== 'id' && isHostile(each));
    const things = hostileThings(model, type);
    const selection = [
      ...texts.map(({ name }) => name),
      ...things.map(({ key, texts: names }) => `${key} { ${names.join(' ')} }`),
    ].join(' ');
    const source = `query($id: ID!) { node(id: $id) { ... on ${type.name} { id ${selection} } } }`;
    const { result } = await runOperation(api, graph, source, { id: idOfHostile(type) });
    expect(result.errors, source).toBeUndefined();
    const node = JSON.parse(JSON.stringify(result.data?.node)) as Readonly<Record<string, unknown>>;
    for (const { name, list } of texts) {
      // Lists have no order of their own.
      expect([node[name]].flat().sort()).toEqual(list ? [HOSTILE, `${HOSTILE} 2`] : [HOSTILE]);
    }
    for (const { key, texts: names } of things)
      expect(node[key]).toEqual([Object.fromEntries(names.map((name) => [name, HOSTILE]))]);
  }
  const again = await kg(['plan', '--detailed-exitcode', '--seeds', seeds], env);
  expect(again.code, again.out).toBe(0);
  // Nothing ran, so nothing is there but what was written, under the model's own labels.
  const { dataset } = readSeeds(model, [seeds]);
  if (!dataset) throw new Error('the hostile seeds have faults');
  const derived = deriveFacts(model, dataset);
  const known = new Map([[datasetDigest(derived), derived]]);
  const { state, findings } = await graph.write((run) => auditGraph(run, known));
  expect({ findings, digest: state.digest }).toEqual({ findings: [], digest: datasetDigest(derived) });
});

test('a plan shows what a terminal would obey, in names of files, in values and in what other hands wrote', async () => {
  const file = '\x1b[31mred.yaml';
  const head = 'dataset: { name: 测试, timeZone: Asia/Shanghai }\n';
  const text = (name: string) =>
    `${head}sources: [{ id: source:a, name: ${JSON.stringify(name)}, tier: NEWS }]\n`;
  const folder = writeSeeds({ [file]: text('甲\n- firm:x\r+ firm:y') });
  const applied = await kg(['apply', '--yes', '--seeds', folder], env);
  expect(applied.code, applied.err).toBe(0);
  await graph.write((run) =>
    run({
      text: "MATCH (n:Node {id: 'source:a'}) SET n.name = $name",
      parameters: { name: '\x1b]0;owned\x07' },
    }),
  );
  // A plan looks at what the seeds change.
  writeSeeds({ [file]: text('乙\r') }, folder);
  const planned = await kg(['plan', '--seeds', folder], env);
  const told = await kg(['log', '--about', 'source:a'], env);
  for (const { out, err } of [applied, planned, told]) {
    expect(UNSHOWN.exec(out + err)).toBeNull();
    expect(out).not.toMatch(/^- firm:x/m);
  }
  expect(planned.out).toContain('<U+001B>');
});
