/** `kg stale` with a real Neo4j: a small dataset that has one of each kind, and one beside it that is left alone. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { applyDataset, datasetOf } from '../changes/apply-seeds.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';
import { workerNeo4j } from '../worker-neo4j.ts';
import { kg, type Ran, writeSeeds } from './run-kg.ts';

const SEEDS = `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: source:law, locator: p1 } }
sources:
  - { id: source:law, name: 法规, tier: OFFICIAL, retrievedOn: 2024-05-01 }
  - { id: source:old, name: 旧公告, tier: OFFICIAL, retrievedOn: 2023-01-01 }
  - { id: source:undated, name: 无日期公告, tier: FILING }
  - { id: source:idle, name: 无人引用, tier: OFFICIAL, retrievedOn: 2020-01-01 }
  - { id: source:news, name: 新闻, tier: NEWS, retrievedOn: 2024-05-01 }
  - { id: source:paper, name: 另一新闻, tier: NEWS, retrievedOn: 2024-05-01 }
  - { id: source:curators, name: 编者, tier: EDITORIAL }
regions: [{ id: region:x, name: 某区, level: DISTRICT }]
industries:
  - { id: industry:ic, name: 集成电路, industryKind: INDUSTRY, evidence: { source: source:old, locator: p1 } }
firms:
  - { id: firm:weak, name: 弱公司, industries: [industry:ic], evidence: { source: source:news, locator: p2 } }
  - { id: firm:twice, name: 双源公司, evidence: [{ source: source:news, locator: p2 }, { source: source:paper, locator: p1 }] }
  - id: firm:mixed
    name: 混合公司
    foundedOn:
      - { value: 2001, evidence: { source: source:law, locator: p3 } }
      - { value: 2002-05, evidence: { source: source:news, locator: p4 } }
  - id: firm:agreeing
    name: 一致公司
    foundedOn:
      - { value: 2001, evidence: { source: source:law, locator: p3 } }
      - { value: 2001-05, evidence: { source: source:undated, locator: p4 } }
  - id: firm:counted
    name: 有数公司
    figures:
      - { attribute: REVENUE, value: 超过4.2亿元, period: 2023, evidence: { source: source:law, locator: p3 } }
      - { attribute: REVENUE, value: 4.0亿元, period: 2023, evidence: { source: source:undated, locator: p4 } }
      - { attribute: REVENUE, value: 5亿元, period: 2022, evidence: { source: source:law, locator: p3 } }
      - { attribute: REVENUE, of: 芯片, value: 1亿元, period: 2023, evidence: { source: source:law, locator: p3 } }
      - { attribute: REVENUE, of: 芯片, value: 2亿元, period: 2023, evidence: { source: source:undated, locator: p4 } }
      - { attribute: EMPLOYEES, value: 约350人, period: 2023, evidence: { source: source:law, locator: p3 } }
      - { attribute: EMPLOYEES, value: 352人, period: 2023, evidence: { source: source:undated, locator: p4 } }
zones:
  - id: zone:z
    name: 园区
    zoneKind: SITE
    within: [region:x]
projects:
  - { id: project:late, name: 迟项目, projectStage: UNDER_CONSTRUCTION, dueOn: 2024-03 }
  - { id: project:done, name: 成项目, projectStage: OPERATING, dueOn: 2024-03 }
policies:
  - { id: policy:ending, name: 将到期, issuedOn: 2020, expiresOn: 2024-08-30, industries: [industry:ic], places: [region:x] }
  - { id: policy:lasting, name: 远到期, issuedOn: 2020, expiresOn: 2026, industries: [industry:ic], places: [region:x] }
  - { id: policy:repealed, name: 已废止, issuedOn: 2020, repealedOn: 2023, expiresOn: 2024-08-30, industries: [industry:ic], places: [region:x] }
  - { id: policy:unknown, name: 无起始, industries: [industry:ic], places: [region:x] }
measures:
  - id: measure:grant
    name: 补贴
    policy: policy:lasting
    instrument: GRANT
    windows: [{ opensOn: 2024-05-01, closesOn: 2024-06-30 }, { opensOn: 2025-05-01, closesOn: 2025-06-30 }]
indicators:
  - { id: indicator:output, name: 产值, unit: 元, basis: 口径, behaviour: YEARLY }
observations:
  - { id: observation:a, indicator: indicator:output, place: region:x, period: 2022, value: 4.72万亿元 }
  - { id: observation:b, indicator: indicator:output, place: region:x, period: 2022, value: '47,218.66亿元', evidence: { source: source:undated, locator: p1 } }
  - { id: observation:c, indicator: indicator:output, place: region:x, period: 2023, value: 4.72万亿元 }
  - { id: observation:d, indicator: indicator:output, place: region:x, period: 2023, value: 4.8万亿元, evidence: { source: source:undated, locator: p1 } }
targets:
  - { id: target:missed, indicator: indicator:output, place: region:x, due: 2023, value: 5万亿元 }
  - { id: target:met, indicator: indicator:output, place: region:x, due: 2023, value: 4万亿元 }
  - { id: target:ahead, indicator: indicator:output, place: region:x, due: 2025, value: 6万亿元 }
`;

let graph: Graph;
let folder: string;

beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  await applyDataset(graph, datasetOf(SEEDS));
  folder = writeSeeds({ 'all.yaml': SEEDS });
});
afterAll(() => graph.close());

function stale(...more: readonly string[]): Promise<Ran> {
  return kg(['stale', '--seeds', folder, '--on', '2024-06-01', ...more], { NEO4J_URI: workerNeo4j().uri });
}

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly day: string | null;
  readonly property?: string;
  readonly value?: string;
  readonly file: string;
  readonly line: number;
}

test('each kind is told with its record and day, and what is in order is not', async () => {
  const { code, out } = await stale('--json');
  const items = JSON.parse(out) as readonly Item[];
  expect(items.map(({ kind, id, day }) => [kind, id, day])).toEqual([
    ['policy-expiring', 'policy:ending', '2024-08-30'],
    ['window-closing', 'measure:grant', '2024-06-30'],
    ['target-overdue', 'target:missed', '2023-12-31'],
    ['project-overdue', 'project:late', '2024-03-31'],
    ['policy-no-start', 'policy:unknown', null],
    ['source-unverified', 'source:old', '2023-01-01'],
    ['source-unverified', 'source:undated', null],
    ['claim-conflicting', 'firm:counted', null],
    ['claim-conflicting', 'firm:counted', null],
    ['claim-conflicting', 'firm:mixed', null],
    ['claim-conflicting', 'region:x', null],
    ['claim-weak', 'firm:mixed', null],
    ['claim-weak', 'firm:weak', null],
    ['claim-weak', 'firm:weak', null],
  ]);
  expect(items.slice(-7).map(({ property, value }) => [property, value])).toEqual([
    ['figures', '100000000 | 200000000'],
    ['figures', '420000000 | 400000000'],
    ['foundedOn', '2001 | 2002-05'],
    ['indicator:output', '4720000000000 | 4800000000000'],
    ['foundedOn', '2002-05'],
    ['industries', 'industry:ic'],
    ['record', ''],
  ]);
  const line = SEEDS.split('\n').findIndex((each) => each.includes('id: policy:ending')) + 1;
  expect(items[0]).toMatchObject({ file: expect.stringMatching(/all\.yaml$/), line });
  expect(code).toBe(0);
});

test('fewer days ahead tell less, in groups of lines, and the same each time', async () => {
  const { code, out, err } = await stale('--within', '40');
  expect(out).not.toContain('policy:ending');
  expect(out).toContain('Windows that close (1)\n  2024-06-30  measure:grant  补贴');
  expect(out).toMatch(/firm:weak {2}弱公司 {2}industries industry:ic, the record rest on source:news alone/);
  expect(out).toContain(
    'firm:counted  有数公司  REVENUE in 2023: 超过4.2亿元 (source:law) against 4.0亿元 (source:undated)',
  );
  expect(out).toContain('REVENUE of 芯片 in 2023: 1亿元 (source:law) against 2亿元');
  expect(err).toContain('40 days ahead');
  expect(code).toBe(0);
  expect((await stale('--within', '40')).out).toBe(out);
});

test('days that are none are wrong usage', async () => {
  expect((await stale('--within', 'soon')).code).toBe(64);
  expect((await stale('--on', '2024-06')).code).toBe(64);
});
