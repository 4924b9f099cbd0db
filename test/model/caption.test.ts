/** Captions: the words on a node that has no name. */

import { describe, expect, test } from 'vitest';
import { captionOf } from '../../src/model/words/caption.ts';
import { endsOfRecords, recordNames } from '../../src/model/words/record-names.ts';
import { datasetOf } from '../changes/apply-seeds.ts';
import { model } from '../graph-fixture.ts';

const SEEDS = `dataset: { name: 测试, timeZone: Asia/Shanghai, home: region:shanghai }
defaults: { evidence: { source: source:s, locator: p1 } }
sources: [{ id: source:s, name: 来源, tier: OFFICIAL }, { id: source:t, name: 转载, tier: REPRINT }]
industries: [{ id: industry:ic, name: 集成电路, industryKind: INDUSTRY, codes: [{ standard: GB/T 4754, edition: "2017", code: "3973" }] }]
regions: [{ id: region:shanghai, name: 上海市, level: MUNICIPALITY }]
indicators: [{ id: indicator:output, name: 产值, unit: 元, basis: 规模以上, behaviour: YEARLY }]
zones:
  - id: zone:z
    name: 张江
    zoneKind: SITE
    within: [region:shanghai]
    areaKm2: [{ value: 超过4平方公里, evidence: { source: source:s, locator: p1 } }, { value: 5平方公里, evidence: { source: source:t, locator: p2 } }]
observations:
  - { id: observation:o, indicator: indicator:output, place: region:shanghai, industry: industry:ic, period: 2023, value: 预计超过1.6万亿元 }
policies: [{ id: policy:p, name: 措施, industries: [industry:ic], places: [region:shanghai], issuedOn: 2023 }]
targets: [{ id: target:t, policy: policy:p, indicator: indicator:output, place: region:shanghai, due: 2025, value: 力争突破2万亿元 }]
measures:
  - id: measure:m
    name: 补助
    policy: policy:p
    instrument: GRANT
    windows: [{ opensOn: 2024-03-01, closesOn: 2024-04 }]
    criteria: [{ attribute: INDUSTRY, operator: IS_IN, values: [industry:ic] }]
firms:
  - id: firm:f
    name: 蓝帆医疗
    listings: [{ exchange: 深交所, code: "002382", listedOn: 2010 }]
    titles: [{ title: 专精特新, scheme: 上海市第五批, validFrom: 2023 }]
    figures: [{ attribute: EMPLOYEES, period: 2023, value: 约350人 }]
knownNone: [{ id: known-none:k, of: firms, industry: industry:ic, place: region:shanghai, validFrom: 2026-11-01 }]
`;

const { nodes, relationships } = datasetOf(SEEDS);
const ends = endsOfRecords(model, relationships.values(), () => true);
const names = recordNames(model, (id) => nodes.get(id), ends);

describe('a caption', () => {
  test.each([
    ['observation:o', '产值 上海市 集成电路 2023年：预计超过1.6万亿元'],
    ['target:t', '产值 上海市 《措施》 2025年：力争突破2万亿元（超过）'],
    ['known-none:k', '未查到记录：集成电路，上海市，企业，2026年11月1日'],
    ['measure:m#windows', '申报窗口：自2024年3月1日起，至2024年4月止'],
    ['measure:m#criteria', '申报条件：所属产业属于集成电路'],
    ['industry:ic#codes', '行业代码：GB/T 4754，2017，3973'],
    ['firm:f#listings', '上市信息：深交所，002382，2010年'],
    ['firm:f#titles', '称号：专精特新，上海市第五批，自2023年起'],
    ['firm:f#figures', '职工人数 2023年：约350人'],
    ['zone:z#statedValues', '面积（平方公里）：超过4平方公里 | 面积（平方公里）：5（未采用）'],
  ])('of %s is what it is about', (start, caption) => {
    const found = [...nodes.values()].filter(({ id }) => id.startsWith(start));
    expect(found.map((node) => captionOf(model, node, names)).join(' | ')).toBe(caption);
  });

  test('is on every node that has no name, and on no other', () => {
    for (const node of nodes.values()) {
      const caption = captionOf(model, node, names);
      expect([node.id, caption === undefined]).toEqual([node.id, node.properties.name !== undefined]);
      expect(caption ?? '：x').toMatch(/：.*\S/);
    }
  });
});
