/** A page begun goes on where it was, though an apply takes the record it ended at and puts others around it: every question. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { ask } from '../api/ask.ts';
import { type Served, serve } from '../api/serve.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';

/** Seeds with an industry, a cluster, a firm, a policy, one without a start, a measure, a window and a target for each letter. */
function seedsOf(letters: string): string {
  const each = (line: (letter: string) => string) =>
    [...letters].map((letter) => `  - ${line(letter)}`).join('\n');
  const section = (name: string, line: (letter: string) => string) =>
    letters === '' ? '' : `${name}:\n${each(line)}\n`;
  return `dataset: { name: 测试, timeZone: Asia/Shanghai, home: region:city }
defaults: { evidence: { source: source:s, locator: p1 } }
sources: [{ id: source:s, name: 来源, tier: OFFICIAL }, { id: source:n, name: 报道, tier: NEWS }]
regions: [{ id: region:city, name: 甲市, level: CITY }, { id: region:east, name: 东区, level: DISTRICT, within: [region:city] }]
indicators: [{ id: indicator:size, name: 规模, unit: 元, basis: 规模, behaviour: YEARLY }]
industries:
  - { id: industry:chips, name: 集成电路, industryKind: INDUSTRY }
${each((k) => `{ id: industry:${k}, name: 环节${k}, industryKind: SEGMENT, broader: [industry:chips] }`)}
clusters:
  - { id: cluster:zz-all, name: 总集群, industries: [industry:chips], places: [region:east] }
${each((k) => `{ id: cluster:${k}, name: 集群${k}, industries: [industry:chips], places: [region:city] }`)}
${section('firms', (k) => `{ id: firm:${k}, name: 企业${k}, evidence: { source: source:n, locator: p1 } }`)}
${section('policies', (k) => `{ id: policy:${k}, name: 政策${k}, issuedOn: 2023, industries: [industry:chips], places: [region:city] }`)}
${each((k) => `{ id: policy:undated-${k}, name: 无日期政策${k}, clusters: [cluster:zz-all], places: [region:city] }`)}
${section('measures', (k) => `{ id: measure:${k}, name: 补助${k}, policy: policy:${k}, instrument: GRANT, windows: [{ opensOn: 2024-03-01, closesOn: 2024-04 }] }`)}
${section('targets', (k) => `{ id: target:${k}, indicator: indicator:size, place: region:city, policy: policy:${k}, due: 2025, value: 1亿元 }`)}`;
}

/** What is there when a page begins, and when it goes on: d, at which it ended, is gone, and others are around. */
const [BEGUN, LATER] = ['bdfh', 'abcefghi'];
const REST = [...'efghi'];

/** Each question with what shows the letter of a row; its arguments follow those of the page. */
const QUESTIONS: Readonly<
  Record<string, { readonly ask: string; readonly select: string; readonly rest?: readonly string[] }>
> = {
  support: { ask: 'support(cluster: "cluster:zz-all", orderBy: POLICY, ', select: 'policy { id }' },
  eligibility: {
    ask: 'eligibility(for: { profile: { industries: ["industry:chips"] } }, ',
    select: 'measure { id }',
  },
  expiring: { ask: 'expiring(within: 60, ', select: 'measure { id }' },
  progress: { ask: 'progress(', select: 'target { id }' },
  claims: { ask: 'claims(weak: true, ', select: 'about { id }' },
  worklist: { ask: 'worklist(kinds: [MISSING_START], ', select: 'key' },
  search: { ask: 'search(text: "企业", ', select: 'entity { id }' },
  // Revision 2 is what it was.
  supportDiff: {
    ask: 'supportDiff(cluster: "cluster:zz-all", from: 1, to: 2, ',
    select: 'after { policy { id } }',
    rest: ['f', 'h'],
  },
};

const MATRICES = ['INDUSTRY', 'CLUSTER', 'POLICY'];

let graph: Graph;
let served: Served;
const cursors = new Map<string, { readonly letters: readonly string[]; readonly cursor: string }>();

beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  served = await serve(graph);
  await applyDataset(graph, datasetOf(seedsOf('')));
  await applyDataset(graph, datasetOf(seedsOf(BEGUN)));
  for (const name of Object.keys(QUESTIONS)) cursors.set(name, await pageOf(name, 2));
  for (const rows of MATRICES) cursors.set(rows, await rowsOf(rows, 2));
  await applyDataset(graph, datasetOf(seedsOf(LATER)));
});
afterAll(async () => {
  await served?.close();
  await graph?.close();
});

const DAY = '2024-03-15';

/** The letters of a page, and where it ends. */
async function pageOf(name: string, first: number, after?: string) {
  const { ask: question = '', select = '' } = QUESTIONS[name] ?? {};
  const day = name === 'progress' ? 'on' : 'validOn';
  const query = `query($first: Int, $after: String) { page: ${question}${day}: "${DAY}", first: $first, after: $after) {
    pageInfo { hasPreviousPage endCursor } edges { cursor node { ${select} } } } }`;
  const { data, errors } = await ask(served.url, query, { first, after });
  expect(errors).toEqual([]);
  const page = data?.page as {
    readonly pageInfo: { readonly hasPreviousPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  };
  const { pageInfo, edges } = page;
  expect(pageInfo).toEqual({ hasPreviousPage: after !== undefined, endCursor: edges.at(-1)?.cursor });
  return { letters: edges.map(({ node }) => letterOf(JSON.stringify(node))), cursor: pageInfo.endCursor };
}

/** The same of the rows of `coverage`. */
async function rowsOf(rows: string, first: number, after?: string) {
  const industry = rows === 'INDUSTRY' ? 'industry: "industry:chips", ' : '';
  const query = `query($first: Int, $after: String) { page: coverage(rows: ${rows}, ${industry}columns: DISTRICTS, validOn: "${DAY}", first: $first, after: $after) {
    pageInfo { endCursor } rows { key } cells { row count } } }`;
  const { data, errors } = await ask(served.url, query, { first, after });
  expect(errors).toEqual([]);
  const page = data?.page as {
    readonly pageInfo: { readonly endCursor: string };
    readonly rows: readonly { readonly key: string }[];
    readonly cells: readonly { readonly row: string }[];
  };
  expect(page.cells.map(({ row }) => row)).toEqual(page.rows.map(({ key }) => key));
  return { letters: page.rows.map(({ key }) => letterOf(`"${key}"`)), cursor: page.pageInfo.endCursor };
}

function letterOf(text: string): string {
  return /[:-]([a-z])"/.exec(text)?.[1] ?? text;
}

test.each(Object.keys(QUESTIONS))('%s', async (name) => {
  const begun = cursors.get(name);
  expect(begun?.letters).toEqual(['b', 'd']);
  expect((await pageOf(name, 50, begun?.cursor)).letters).toEqual(QUESTIONS[name]?.rest ?? REST);
});

test.each(MATRICES)('coverage with rows of %s', async (rows) => {
  const begun = cursors.get(rows);
  expect(begun?.letters).toEqual(['b', 'd']);
  // The cluster that all letters share comes last.
  const rest = rows === 'CLUSTER' ? [...REST, '"cluster:zz-all"'] : REST;
  expect((await rowsOf(rows, 50, begun?.cursor)).letters).toEqual(rest);
});
