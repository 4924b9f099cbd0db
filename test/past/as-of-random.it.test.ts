/** Every question as of an earlier revision: after random edits it answers byte for byte what it answered then (§16.4). */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { ask } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { applyDataset } from '../changes/apply-seeds.ts';
import { emptyGraph, model, openTestGraph } from '../graph-fixture.ts';
import { readProductSeeds } from '../load-product.ts';
import { howMany } from '../proof/proof-size.ts';
import { randomEdits } from './random-edits.ts';

/** How often the seeds of the product are edited. */
const EDITS = howMany('EDITS', 2, 6);

/** A busy machine plans each question for seconds; nothing is asked of how long it takes. */
const LONGEST = 1_200_000;

const NODE = '... on Entity { id name evidence { locator source { id name tier } } }';
const STEPS = `because { relationship extent modality sentence from { id name } to { id name } evidence { locator source { name } } }`;
const VERDICTS = `overall modality window combination policy { id name status } measure { id name }
  excludes { measure { id } evidence { locator } }
  verdicts { verdict sentence because missing tier evidence { locator source { id } } criterion { alternatives { conditions { attribute values } } evidence { locator source { name } } }
    conditions { verdict found distance tier evidence { source { name } } } }`;

/** Questions by name; `AT` is replaced by the day and the revision. */
const QUESTIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['INDUSTRY', 'CLUSTER', 'INSTRUMENT', 'POLICY'].map((rows) => [
      `coverage of ${rows}`,
      `coverage(rows: ${rows}, place: "region:shanghai", columns: ZONES, includePlanned: true, first: 8, columnsFirst: 12, AT) { rowCount columnCount
        pageInfo { hasNextPage endCursor } rows { key name english: name(lang: EN) entity { id name } } columns { id name }
        cells { row column state scope count modality lookedOn policies(first: 2) { id name } evidence { locator source { name } } } }`,
    ]),
  ),
  'eligibility of a firm': `eligibility(for: { firm: "FIRM" }, first: 30, AT) { totalCount nextQuestions { attribute of settles touches } pageInfo { endCursor } nodes { ${VERDICTS} } }`,
  'eligibility of a profile': `eligibility(for: { profile: { industries: ["industry:integrated-circuits"], places: [{ place: "region:pudong" }], figures: [{ attribute: REVENUE, value: "100000000" }] } }, first: 20, AT) { totalCount nodes { ${VERDICTS} } }`,
  applicants: `applicants(measure: "MEASURE", AT) { firmCount met notMet unknown notCheckable measure { id name } criteria { notMet alone unknown sentence criterion { alternatives { conditions { attribute values } } evidence { locator source { name } } } } }`,
  'applicants in a place': `applicants(measure: "MEASURE", place: "region:pudong", AT) { firmCount met notMet unknown criteria { notMet alone } }`,
  chain: `chain(industry: "industry:integrated-circuits", place: "region:shanghai", includePlanned: true, AT) { industry { id name } place { name } links { from to evidence { locator source { name } } }
    segments { stage state firmCount plannedFirmCount lookedOn industry { id name } firms { id name } elsewhere { id } policies { id name } evidence { locator } } }`,
  compare: `compare(places: ["region:pudong", "region:minhang", "region:songjiang"], includePlanned: true, AT) { common { id name }
    places { firmCount plannedFirmCount policyCount clusterCount place { name } industries { firmCount industry { id } } latest { id value period } only { ${NODE} } } }`,
  paths: `paths(from: "FIRM", to: "region:shanghai", first: 8, AT) { length steps { relationship sentence from { id name } to { id } evidence { locator source { name } } } }`,
  'longer paths': `paths(from: "region:pudong", to: "industry:integrated-circuits", maxHops: 3, first: 8, AT) { length steps { relationship modality from { id } to { id } } }`,
  expiring: `expiring(within: 3660, first: 50, AT) { totalCount nodes { endsOn cause sentence policy { id name } measure { id } window { closesOn } } }`,
  'expiring in a place': `expiring(within: 3660, place: "region:pudong", industry: "industry:integrated-circuits", AT) { totalCount nodes { sentence(lang: EN) } }`,
  progress: `progress(first: 30, AT) { totalCount pageInfo { hasNextPage endCursor } nodes { state ratio line refusal english: refusal(lang: EN)
    target { id value due evidence { locator source { name } } } latest { id period value evidence { locator source { id } } } baseline { id printed } } }`,
  'progress of a place': `progress(place: "region:shanghai", industry: "industry:all", first: 3, AT) { totalCount pageInfo { endCursor } edges { cursor node { state target { id } } } }`,
  'weak claims': `claims(weak: true, first: 100, AT) { totalCount pageInfo { endCursor } nodes { property value printed bound modality chosen about { ${NODE} } evidence { locator source { id name } } } }`,
  'conflicting claims': `claims(conflicting: true, first: 100, AT) { totalCount nodes { property value chosen about { id name } evidence { locator source { name } } } }`,
  'claims about a place': `claims(about: "region:shanghai", first: 100, AT) { totalCount nodes { property value chosen modality evidence { locator source { name } } } }`,
  'firm claims that agree': `claims(about: "FIRM", conflicting: false, weak: false, AT) { totalCount edges { cursor node { property value chosen } } }`,
  worklist: `worklist(first: 30, AT) { totalCount pageInfo { endCursor } nodes { key kind weight sentence about { id name } place { name } criterion { evidence { locator } } firms(first: 2) { name } facts { sentence evidence { locator source { name } } } } }`,
  'worklist of a place and an industry': `worklist(place: "region:pudong", industry: "industry:integrated-circuits", AT) { totalCount nodes { key weight sentence(lang: EN) } }`,
  support: `support(first: 30, AT) { totalCount whyNot { reason count } nodes { scope modality policy { id name } cluster { name } place { name } ${STEPS} } }`,
  'policies of a place': `lookUp(id: "region:pudong", AT) { ... on Region { name policies(first: 10) { totalCount pageInfo { endCursor } edges { scope modality node { ${NODE} } ${STEPS} } } } }`,
  'policies of clusters': `nodes(ids: CLUSTERS, AT) { ... on Cluster { name policies(first: 3) { totalCount edges { scope ${STEPS} node { name } } } } }`,
};

let graph: Graph;
let served: Served;
/** What each question answered while each revision was the newest. */
const answered: ReadonlyMap<string, unknown>[] = [];
let named: (question: string) => string;

beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  served = await serve(graph);
  const seeds = readProductSeeds();
  const ids = (type: string) =>
    [...seeds.nodes.values()].filter((node) => node.type === type).map(({ id }) => id);
  const [criterion = ''] = ids('Criterion');
  const [figure = ''] = ids('FirmFigure');
  named = (question) =>
    question
      .replaceAll('FIRM"', `${figure.split('#')[0]}"`)
      .replaceAll('MEASURE', String(criterion.split('#')[0]))
      .replaceAll('CLUSTERS', JSON.stringify(ids('Cluster').slice(0, 5)));
  const asked = ['region:shanghai', 'region:pudong', 'region:minhang', 'region:songjiang', ...ids('Cluster')];
  asked.push('industry:integrated-circuits', String(figure.split('#')[0]), String(criterion.split('#')[0]));
  const states = [seeds, ...fc.sample(randomEdits(model, seeds, asked), { numRuns: EDITS, seed: 15 })];
  for (const state of states) {
    await applyDataset(graph, deriveFacts(model, state));
    answered.push(await answers(''));
  }
}, LONGEST);
afterAll(async () => {
  await served?.close();
  await graph?.close();
});

/** What each question answers: its data, or the messages of its refusal. */
async function answers(asOf: string): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const day = question.startsWith('progress(') ? 'on' : 'validOn';
    const text = named(question).replace('AT', `${day}: "2024-10-01"${asOf}`);
    const { data, errors } = await ask(served.url, `{ ${text} }`);
    found.set(name, errors.length > 0 ? errors.map((each) => each.message) : data);
  }
  return found;
}

test.each(Array.from({ length: EDITS + 1 }, (_, at) => at + 1))(
  'as of revision %i each question answers what it answered then',
  async (revision) => {
    const then = await answers(`, asOf: ${revision}`);
    for (const name of Object.keys(QUESTIONS)) {
      expect([name, JSON.stringify(then.get(name))]).toEqual([
        name,
        JSON.stringify(answered[revision - 1]?.get(name)),
      ]);
    }
  },
);

test('each question was answered, and by each edit otherwise', () => {
  for (const name of Object.keys(QUESTIONS)) {
    const different = new Set(answered.map((each) => JSON.stringify(each.get(name))));
    const refusals = answered.flatMap((each) => {
      const answer = each.get(name);
      return Array.isArray(answer) ? answer : [];
    });
    expect([name, refusals, different.size > 1]).toEqual([name, [], true]);
  }
});
