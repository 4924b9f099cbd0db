/** Evidence that somebody checked: in the graph, in answers of now and of then, in the list of changes, and taken back. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { planRollback } from '../../src/plan/undo/plan-undo.ts';
import { ask } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';

/** @param check what is written beside each locator */
const seeds = (check: string) => `dataset: { name: 测试, timeZone: Asia/Shanghai, home: region:city }
defaults: { evidence: { source: source:s, locator: p1 } }
sources:
  - { id: source:s, name: 来源, tier: NEWS, publishedOn: 2024 }
  - { id: source:t, name: 来源二, tier: NEWS, publishedOn: 2024 }
regions: [{ id: region:city, name: 甲市, level: CITY }]
industries: [{ id: industry:chips, name: 集成电路, industryKind: INDUSTRY }]
clusters: [{ id: cluster:c, name: 集群, industries: [industry:chips], places: [region:city] }]
firms:
  - id: firm:f
    name: 企业
    industries: [industry:chips]
    places: [{ to: region:city, role: REGISTERED }]
    figures: [{ attribute: EMPLOYEES, value: 60人, period: 2025, evidence: { locator: p4${check} } }]
policies:
  - id: policy:p
    name: 措施
    issuedOn: [{ value: 2024-01-01, evidence: { locator: p5${check} } }, { value: 2024, evidence: { locator: p6 } }]
    industries: [{ to: industry:chips, evidence: [{ source: source:s, locator: p7${check} }, { source: source:t, locator: p8 }] }]
    places: [region:city]
    evidence: { locator: p2${check} }
measures:
  - id: measure:m
    name: 补助
    policy: policy:p
    instrument: GRANT
    criteria: [{ attribute: EMPLOYEES, operator: GTE, values: [50] }]
    excludes: [{ to: measure:n, evidence: { locator: p9${check} } }]
  - { id: measure:n, name: 补助二, policy: policy:p, instrument: GRANT }
`;

const CHECK = ', checkedBy: 李四, checkedOn: 2026-11-20';
const CITED = 'evidence { locator checkedBy checkedOn source { id } }';
const ALL = `{
  policy: node(id: "policy:p") { ... on Policy { ${CITED} issued: evidence(property: "issuedOn") { locator checkedBy checkedOn } claims { property value ${CITED} } } }
  support(validOn: "2026-11-25") { nodes { because { ${CITED} } } }
  claims(about: "policy:p") { nodes { property value ${CITED} } }
  eligibility(for: { firm: "firm:f" }, validOn: "2026-11-25") { nodes { measure { id } verdicts { ${CITED} } excludes { ${CITED} } } }
}`;
const THEN = (
  asOf: number,
) => `{ support(validOn: "2026-11-25", asOf: ${asOf}) { nodes { because { ${CITED} } } }
  eligibility(for: { firm: "firm:f" }, validOn: "2026-11-25", asOf: ${asOf}) { nodes { verdicts { ${CITED} } excludes { ${CITED} } } }
  claims(about: "policy:p", asOf: ${asOf}) { nodes { value ${CITED} } } }`;

let graph: Graph;
let served: Served;
beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  served = await serve(graph);
  await applyDataset(graph, datasetOf(seeds('')));
  await applyDataset(graph, datasetOf(seeds(CHECK)));
});
afterAll(async () => {
  await served?.close();
  await graph?.close();
});

/** Every piece of evidence of an answer, as `LOCATOR WHO DAY`. */
async function cited(operation: string): Promise<readonly string[]> {
  const { data, errors } = await ask(served.url, operation);
  expect(errors).toEqual([]);
  const found = new Set<string>();
  JSON.stringify(data, (_, value) => {
    if (value && typeof value === 'object' && 'checkedBy' in value)
      found.add(`${value.locator} ${value.checkedBy} ${value.checkedOn}`);
    return value;
  });
  return [...found].sort();
}

const stored = (id: string) =>
  graph.readAll((run) =>
    run({
      text: `MATCH (n:Node {id: $id}) OPTIONAL MATCH (n)-[r:SUPPORTS_INDUSTRY]->()
RETURN n.evidenceChecks AS own, r.evidenceChecks AS fact`,
      parameters: { id },
    }),
  );

const OF = (who: string) =>
  ['p2', 'p4', 'p5', 'p7', 'p9'].map((locator) => `${locator} ${who}`).concat('p8 null null');

test('a check is stored beside the sources, empty where there is none', async () => {
  expect(await stored('policy:p')).toEqual([{ own: ['2026-11-20 李四'], fact: ['2026-11-20 李四', ''] }]);
  expect(await stored('region:city')).toEqual([{ own: null, fact: null }]);
});

test('every answer that shows evidence shows who checked it, and null without a check', async () => {
  expect(await cited(ALL)).toEqual(expect.arrayContaining(OF('李四 2026-11-20')));
});

test('an answer as of an earlier revision has the checks of then', async () => {
  const [before, now] = [await cited(THEN(1)), await cited(THEN(2))];
  expect(before.filter((each) => !each.endsWith(' null null'))).toEqual([]);
  expect(before.length).toBe(now.length);
  expect(now).toEqual(expect.arrayContaining(OF('李四 2026-11-20').filter((each) => !each.startsWith('p5'))));
});

test('a check is a change, in words, and its rollback gives the digest from before', async () => {
  const { data } = await ask(
    served.url,
    '{ changes(since: 1) { nodes { property before after sentence } } }',
  );
  const told = JSON.stringify(data);
  expect(told).toContain('source:s p2 (checkedBy 李四, checkedOn 2026-11-20)');
  expect(datasetDigest(datasetOf(seeds(CHECK)))).not.toBe(datasetDigest(datasetOf(seeds(''))));
  const plan = await graph.readAll((run) => planRollback(model, 1, { overwriteDrift: false }, run));
  const state = await applyPlan(model, graph, plan);
  expect(state.digest).toBe(datasetDigest(datasetOf(seeds(''))));
  expect(await stored('policy:p')).toEqual([{ own: null, fact: null }]);
  expect((await cited(ALL)).filter((each) => !each.endsWith(' null null'))).toEqual([]);
});
