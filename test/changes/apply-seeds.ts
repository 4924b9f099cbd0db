/** Applies seed texts one after the other, as revisions of one graph. */

import type { Graph } from '../../src/graph/graph.ts';
import type { GraphState } from '../../src/graph/reading/read-state.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { applyPlan } from '../../src/plan/apply/apply-plan.ts';
import { makePlan } from '../../src/plan/make-plan.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { writeSeeds } from '../cli/run-kg.ts';
import { model } from '../graph-fixture.ts';

/** The dataset of a seed text, with what follows from it. */
export function datasetOf(seeds: string): Dataset {
  const { dataset, diagnostics } = readSeeds(model, [writeSeeds({ 'city.yaml': seeds })]);
  if (!dataset) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message.en}`).join('\n'));
  return deriveFacts(model, dataset);
}

/** Applies a dataset as the next revision. */
export async function applyDataset(graph: Graph, desired: Dataset): Promise<GraphState> {
  const plan = await graph.readAll((run) => makePlan(model, desired, run));
  return applyPlan(model, graph, plan);
}

const HEAD = `dataset: { name: 测试, timeZone: Asia/Shanghai, home: region:shanghai }
defaults: { evidence: { source: source:s, locator: p1 } }
sources: [{ id: source:s, name: 来源, tier: OFFICIAL }]
agencies: [{ id: agency:city, name: 市政府 }]
industries:
  - { id: industry:ic, name: 集成电路, nameEn: Chips, industryKind: INDUSTRY }
  - { id: industry:med, name: 医疗器械, nameEn: Medical devices, industryKind: INDUSTRY }
regions:
  - { id: region:shanghai, name: 上海市, nameEn: Shanghai, level: MUNICIPALITY }
  - { id: region:zhoupu, name: 周浦镇, nameEn: Zhoupu, level: TOWN, within: [region:shanghai] }
indicators: [{ id: indicator:output, name: 产值, nameEn: Output, unit: 元, basis: 规模以上, behaviour: YEARLY }]
`;

/** A firm, a zone, an observation and a measure come. */
export const FIRST = `${HEAD}firms:
  - id: firm:bluesail
    name: 蓝帆医疗
    nameEn: Bluesail
    industries: [industry:med]
    places: [{ to: region:zhoupu, role: PRODUCTION, modality: PLANNED }]
    listings: [{ exchange: 深交所, code: "002382" }]
zones: [{ id: zone:z, name: 张江, nameEn: Zhangjiang, zoneKind: SITE, areaKm2: 4, within: [region:shanghai] }]
observations:
  - { id: observation:o, indicator: indicator:output, place: region:shanghai, industry: industry:ic, period: 2023, value: 1600000000000, printed: 1.6万亿 }
policies: [{ id: policy:p, name: 措施, industries: [industry:ic], places: [region:shanghai], issuedOn: 2023 }]
measures: [{ id: measure:m, name: 补助, policy: policy:p, instrument: GRANT }]
`;

/** The zone grows, the firm moves on, gets another listing and a firmer fact; the observation goes. */
export const SECOND = `${HEAD}firms:
  - id: firm:bluesail
    name: 蓝帆医疗
    nameEn: Bluesail
    industries: [industry:ic]
    places: [{ to: region:zhoupu, role: PRODUCTION }]
    listings: [{ exchange: 深交所, code: "002382", listedOn: 2010 }, { exchange: 港交所, code: "00981" }]
zones: [{ id: zone:z, name: 张江, nameEn: Zhangjiang, zoneKind: SITE, areaKm2: 5, within: [region:shanghai] }]
policies: [{ id: policy:p, name: 措施, industries: [industry:ic], places: [region:shanghai], issuedOn: 2023 }]
measures: [{ id: measure:m, name: 补助, policy: policy:p, instrument: GRANT, rateMax: 30 }]
`;

/** The firm goes on under another id and another name; the measure goes with its policy. */
export const THIRD = `${HEAD}firms:
  - id: firm:bluesail-medical
    formerIds: [firm:bluesail]
    name: 蓝帆
    nameEn: Bluesail
    industries: [industry:ic]
    places: [{ to: region:zhoupu, role: PRODUCTION }]
    listings: [{ exchange: 深交所, code: "002382", listedOn: 2010 }, { exchange: 港交所, code: "00981" }]
zones: [{ id: zone:z, name: 张江, nameEn: Zhangjiang, zoneKind: SITE, areaKm2: 5, within: [region:shanghai] }]
`;
