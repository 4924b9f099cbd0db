/** `kg status --deep` with a real Neo4j: what other hands did anywhere is found, and what analysts added is theirs. */

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { auditGraph } from '../../src/plan/drift/audit-graph.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

let graph: Graph;
let env: Readonly<Record<string, string>>;
let folder: string;

beforeAll(() => {
  graph = openTestGraph();
  env = { NEO4J_URI: workerNeo4j().uri };
  folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
});
beforeEach(async () => {
  await emptyGraph(graph);
  await applyDataset(graph, datasetOf(citySeeds(POLICY)));
});
afterAll(() => graph.close());

const deep = (...more: readonly string[]) => kg(['status', '--deep', '--seeds', folder, ...more], env);

/** What an audit of the graph finds, without a process of its own. */
const findings = async () =>
  (await graph.readStreams((stream, run) => auditGraph(model, stream, run))).findings;

async function write(text: string): Promise<void> {
  await graph.write((run) => run({ text, parameters: {} }));
}

test('finds nothing in what was loaded, whatever analysts added beside it', async () => {
  await write(`MATCH (p:Policy) SET p.mine = 7, p:Mine CREATE (o:Note {id: 'note'})-[:ABOUT]->(p)
CREATE (p)-[:LIKES]->(p) CREATE (o)-[:CITES]->(:Note)`);
  const { code, out } = await deep();
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/read {6}all \d+ nodes and \d+ relationships: as they were loaded/),
  ]);
});

test.each([
  ['a name', "MATCH (p:Policy) SET p.name = '改过'", 'changed', 'policy:one was changed (name)'],
  ['an enum', "MATCH (p:Policy) SET p.stage = 'DRAFT'", 'changed', 'policy:one was changed (stage)'],
  ['a date', "MATCH (p:Policy) SET p.issuedOn = '2024'", 'changed', 'policy:one was changed (issuedOn)'],
  [
    'two properties, one taken',
    "MATCH (p:Policy) SET p.stage = 'DRAFT' REMOVE p.issuedOn",
    'changed',
    'policy:one was changed (issuedOn, stage)',
  ],
  [
    'evidence',
    "MATCH (p:Policy) SET p.evidence = ['《来源》 p9']",
    'changed',
    'policy:one was changed (evidence)',
  ],
  [
    "a fact's property",
    "MATCH ()-[r:POLICY_APPLIES_IN]->() SET r.modality = 'ESTIMATED'",
    'changed',
    'policy:one -[POLICY_APPLIES_IN]-> region:x was changed (modality)',
  ],
  [
    'another node type',
    "MATCH (p:Policy) SET p.nodeType = 'Agency'",
    'changed',
    'policy:one was changed (nodeType)',
  ],
  [
    'what is compared by',
    'MATCH (p:Policy) SET p.issuedOnDay = 1',
    'changed',
    'policy:one was changed (issuedOnDay)',
  ],
  [
    'a fact',
    "MATCH ()-[r:POLICY_APPLIES_IN]->() SET r.validFrom = '1999'",
    'misfit',
    'is stored as POLICY_APPLIES_IN',
  ],
  [
    'a value that is none',
    "MATCH (p:Policy) SET p.stage = 'SOON'",
    'misfit',
    'policy:one: stage cannot be SOON',
  ],
  ['a label', 'MATCH (p:Policy) REMOVE p:Entity', 'misfit', 'policy:one: lacks the label Entity'],
  [
    'a label of another type',
    "MATCH (n:Node {id: 'region:x'}) SET n:Firm:Product:Mine",
    'misfit',
    'region:x: has the label Firm, Product, of another type',
  ],
  [
    'a fact that nobody loaded',
    "MATCH (a:Node {id: 'policy:one'}), (b:Node {id: 'source:s'}) CREATE (a)-[:SUPPORTS_CLUSTER]->(b)",
    'handmade',
    'policy:one -[SUPPORTS_CLUSTER]-> source:s was not loaded from seeds, and answers show it',
  ],
  [
    'one that ends at what nobody loaded',
    "MATCH (s:Source) CREATE (:Note {id: 'note'})-[:CITES]->(s)",
    'handmade',
    'note -[CITES]-> source:s was not loaded from seeds, and answers show it',
  ],
  [
    'a dated fact that nobody loaded',
    'MATCH (a:Policy), (b:Region) CREATE (a)-[:POLICY_APPLIES_IN_DATED {fromDay: 1, toDay: 2, planned: false}]->(b)',
    'handmade',
    'policy:one -[POLICY_APPLIES_IN_DATED]-> region:x was not loaded from seeds, and answers show it',
  ],
  ['a record that is gone', 'MATCH (p:Policy) DETACH DELETE p', 'missing', 'policy:one is missing'],
  [
    'a fact that is gone',
    'MATCH ()-[r:SUPPORTS_INDUSTRY]->() DELETE r',
    'missing',
    'policy:one -[SUPPORTS_INDUSTRY]-> industry:ic is missing',
  ],
])('finds %s', async (_, change, is, message) => {
  await write(change);
  expect(await findings()).toContainEqual(
    expect.objectContaining({ is, message: expect.stringContaining(message) }),
  );
});

test('what is found ends with 1, for people as for machines', async () => {
  await write("MATCH (p:Policy) SET p.name = '改过'");
  const [shown, printed] = [await deep(), await deep('--json')];
  expect([shown.code, printed.code]).toEqual([1, 1]);
  expect(shown.out).toContain('! policy:one was changed (name)');
  expect(JSON.parse(printed.out).deep.findings).toEqual(await findings());
});

test('tells that something is missing where no revision knows what', async () => {
  await write('MATCH (p:RevisionPart) DELETE p');
  await write('MATCH (p:Policy) DETACH DELETE p');
  const { code, out } = await deep();
  expect([code, out]).toEqual([1, expect.stringContaining('no revision knows what')]);
});

test('names no property where no revision knows what was loaded', async () => {
  await write("MATCH (p:RevisionPart) DELETE p WITH count(*) AS all MATCH (p:Policy) SET p.name = '改过'");
  expect(await findings()).toMatchObject([{ message: 'policy:one was changed' }]);
});

test('a fact that lost its key is reported once, as missing', async () => {
  await write('MATCH ()-[r:SUPPORTS_INDUSTRY]->() REMOVE r.key');
  expect(await findings()).toMatchObject([
    { id: 'policy:one -[SUPPORTS_INDUSTRY]-> industry:ic', is: 'missing' },
  ]);
});

test('what is derived and gone is reported, and an apply without changes derives it again', async () => {
  const more = `clusters: [{ id: 'cluster:ic', name: 集群, industries: ['industry:ic'], places: ['region:x'] }]\n`;
  const seeds = writeSeeds({ 'city.yaml': `${citySeeds(POLICY)}${more}` });
  const run = (...words: readonly string[]) => kg([...words, '--seeds', seeds], env);
  expect((await run('apply', '--yes')).code).toBe(0);
  const right = await run('status', '--deep');
  expect([right.code, right.out]).toEqual([
    0,
    expect.stringContaining('derived   1 DERIVED_SUPPORT relationships, as support answers'),
  ]);
  await write('MATCH ()-[s:DERIVED_SUPPORT]->() DELETE s');
  const wrong = await run('status', '--deep', '--json');
  expect([wrong.code, JSON.parse(wrong.out).deep.derivedSupport]).toEqual([
    1,
    { kept: 1, missing: 1, extra: 0 },
  ]);
  expect((await run('apply', '--yes')).code).toBe(0);
  expect((await run('status', '--deep')).code).toBe(0);
});
