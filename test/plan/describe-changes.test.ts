/** What a plan's changes are told as: which, on whom, about whom, and in which words (§3.2). */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import type { RecordedChange } from '../../src/model/recorded-change.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { changeSentence } from '../../src/model/words/change-sentence.ts';
import { applyChanges, diff } from '../../src/plan/changes/diff.ts';
import { inverseParts, parseParts } from '../../src/plan/changes/invert-changes.ts';
import { describeChanges } from '../../src/plan/report/describe-changes.ts';
import { planRecords } from '../../src/plan/report/plan-records.ts';
import { datasetOf, FIRST, SECOND, THIRD } from '../changes/apply-seeds.ts';
import { model } from '../graph-fixture.ts';
import { randomDataset } from '../oracle/random-dataset.ts';

const datasets = randomDataset().map((dataset) => deriveFacts(model, dataset));

function told(after: string, before: string): readonly RecordedChange[] {
  const [desired, actual] = [datasetOf(after), datasetOf(before)];
  return describeChanges(model, diff(desired, actual), desired);
}

function sentences(changes: readonly RecordedChange[], language: 'ZH' | 'EN' = 'ZH'): readonly string[] {
  return changes.map((change) => changeSentence(model, change, language));
}

describe('told changes', () => {
  test('are one for each property, fact and thing owned, in the order of entity id, property and value', () => {
    const changes = told(SECOND, FIRST);
    expect(
      changes.map(({ action, entityId, property, before, after }) => [
        action,
        entityId,
        property,
        before,
        after,
      ]),
    ).toEqual([
      ['CREATE', 'firm:bluesail', 'industries', undefined, 'industry:ic'],
      ['DELETE', 'firm:bluesail', 'industries', 'industry:med', undefined],
      ['UPDATE', 'firm:bluesail', 'listings', '深交所 002382', '深交所 002382 (listedOn 2010)'],
      ['CREATE', 'firm:bluesail', 'listings', undefined, '港交所 00981'],
      [
        'UPDATE',
        'firm:bluesail',
        'places',
        'region:zhoupu (modality PLANNED)',
        'region:zhoupu (modality STATED)',
      ],
      ['UPDATE', 'measure:m', 'rateMax', undefined, '30'],
      ['DELETE', 'observation:o', undefined, undefined, undefined],
      ['DELETE', 'observation:o', 'indicator', 'indicator:output', undefined],
      ['DELETE', 'observation:o', 'industry', 'industry:ic', undefined],
      ['DELETE', 'observation:o', 'place', 'region:shanghai', undefined],
      ['UPDATE', 'zone:z', 'areaKm2', '4', '5'],
    ]);
  });

  test('of a number are one, with the words that hedge it', () => {
    const area = (text: string) => FIRST.replace('areaKm2: 4', `areaKm2: ${text}`);
    const [exact, more, about] = [area('4'), area('超过4平方公里'), area('4, areaKm2Bound: ABOUT')];
    expect(sentences(told(more, exact))).toEqual(['张江：面积（平方公里）由4变更为超过4平方公里']);
    expect(sentences(told(about, more))).toEqual(['张江：面积（平方公里）由超过4平方公里变更为约4']);
    expect(sentences(told(area('4.0'), exact))).toEqual(['张江：面积原文由“4”变更为“4.0”']);
    const [desired, actual] = [datasetOf(more), datasetOf(exact)];
    const planned = planRecords({ changes: diff(desired, actual), desired }, model, new Map());
    expect(planned.map(({ properties }) => properties)).toEqual([{ areaKm2: ['4', '超过4平方公里'] }]);
  });

  test('do not mention the bounds that a graph of an older model did not keep', () => {
    const desired = datasetOf(FIRST);
    const nodes = [...desired.nodes].map(([id, node]) => {
      const { areaKm2Bound, areaKm2Printed, ...properties } = node.properties;
      return [id, { ...node, properties }] as const;
    });
    const changes = diff(desired, { ...desired, nodes: new Map(nodes) });
    expect(changes).toHaveLength(1);
    expect(describeChanges(model, changes, desired)).toEqual([]);
    expect(planRecords({ changes, desired }, model, new Map())).toEqual([]);
  });

  test('of a criterion are told as the sentences that it is, never as what is stored', () => {
    const asking = (employees: number) =>
      SECOND.replace(
        'instrument: GRANT',
        `instrument: GRANT, criteria: [{ anyOf: [[{ attribute: EMPLOYEES, operator: GTE, values: [${employees}] }, { attribute: SME_SIZE, operator: EQ, values: [SMALL] }], [{ attribute: INDUSTRY, operator: IS_IN, values: [industry:ic] }]] }]`,
      );
    const changes = told(asking(60), asking(50));
    expect(sentences(changes)).toEqual([
      '“补助”：申报条件“0”，内容由职工人数不低于50人且企业规模为小型；或所属产业属于industry:ic变更为职工人数不低于60人且企业规模为小型；或所属产业属于industry:ic',
    ]);
    expect(sentences(changes, 'EN')[0]).toContain('At least 50 employees and SME size is small; or');
  });

  test('are told in Chinese and in English, with names as they are and in the words of the model', () => {
    const changes = told(SECOND, FIRST);
    expect(sentences(changes)).toEqual([
      '新增：蓝帆医疗从事集成电路',
      '删除：蓝帆医疗从事医疗器械',
      '蓝帆医疗：上市信息“深交所，002382”，新增上市日期：2010年',
      '蓝帆医疗：新增上市信息“港交所，00981”',
      '蓝帆医疗位于周浦镇（生产）：表述性质由计划中变更为已明确',
      '“补助”：新增最高比例（%）：30',
      '删除指标数据“产值，上海市，集成电路，2023年，1.6万亿”',
      '删除：“产值，上海市，集成电路，2023年，1.6万亿”的指标为产值',
      '删除：“产值，上海市，集成电路，2023年，1.6万亿”针对集成电路',
      '删除：“产值，上海市，集成电路，2023年，1.6万亿”针对上海市',
      '张江：面积（平方公里）由4变更为5',
    ]);
    expect(sentences(changes, 'EN')).toEqual(
      expect.arrayContaining([
        'Added: Bluesail operates in chips',
        'Removed: Bluesail operates in medical devices',
        'Bluesail: added listing “港交所, 00981”',
        'Bluesail is located in Zhoupu (production site): modality changed from planned to stated',
        'Removed observation “Output, Shanghai, chips, 2023, 1.6万亿”',
        'Zhangjiang: area in km² changed from 4 to 5',
      ]),
    );
    expect(sentences(told(FIRST, SECOND), 'EN')).toContain('Bluesail: removed listing “港交所, 00981”');
    const gone = sentences(told(SECOND.replace(/places: \[\{ to: region:zhoupu.*\n/, '\n'), SECOND), 'EN');
    expect(gone).toEqual(['Removed: Bluesail is located in Zhoupu (production site)']);
  });

  test('call values of enums, and properties that sources state, by their words in either language', () => {
    const after = `${FIRST.replace(
      'listings:',
      'figures: [{ attribute: EMPLOYEES, value: 约350人, period: 2023 }]\n    listings:',
    ).replace(
      'places: [region:shanghai], issuedOn: 2023 }]',
      `places: [region:shanghai], issuedOn: 2023,
  expiresOn: [{ value: 2028-12, evidence: { source: source:s, locator: p2 } }],
  kind: [{ value: ACTION_PLAN, evidence: { source: source:s, locator: p3 } }] }]`,
    )}knownNone: [{ id: known-none:k, of: firms, industry: industry:ic, place: region:zhoupu, validFrom: 2024-05-01 }]
`;
    const changes = told(after, FIRST);
    expect(sentences(changes)).toEqual(
      expect.arrayContaining([
        '蓝帆医疗：新增企业数据“职工人数，约350人，2023年”',
        '新增未查到记录“集成电路，周浦镇，企业，2024年5月1日”',
        '《措施》：新增有效期至“2028年12月”',
        '《措施》：新增文种“行动计划”',
      ]),
    );
    expect(sentences(changes, 'EN')).toEqual(
      expect.arrayContaining([
        'Bluesail: added figure “employees, 约350人, 2023”',
        'Added record of none found “Chips, Zhoupu, firms, 1 May 2024”',
        '“措施”: added expiry date “December 2028”',
        '“措施”: added kind of document “action plan”',
      ]),
    );
    expect(changes.find(({ property }) => property === 'figures')?.after).toBe('EMPLOYEES 约350人 2023');
  });

  test('say of a fact between two firms or policies which is which, however it is written', () => {
    const firms = `firms: [{ id: firm:mother, name: 母公司甲, nameEn: Mother }, { id: firm:child, name: 子公司乙, nameEn: Child, parents: [firm:mother], customers: [firm:buyer] }, { id: firm:buyer, name: 客户丙, nameEn: Buyer }]
policies: [{ id: policy:new, name: 新办法, nameEn: New rules, issuedOn: 2024, supersedes: [policy:old], basedOn: [policy:law], implements: [policy:plan] }, { id: policy:old, name: 旧办法, issuedOn: 2020 }, { id: policy:law, name: 条例, issuedOn: 2019 }, { id: policy:plan, name: 规划, issuedOn: 2021 }]
measures: [{ id: measure:m, name: 补助, nameEn: Subsidy, policy: policy:new, instrument: GRANT }]
`;
    const base = FIRST.slice(0, FIRST.indexOf('firms:\n'));
    const facts = ({ words }: RecordedChange) => words.relationship !== undefined;
    expect(sentences(told(`${base}${firms}`, base).filter(facts))).toEqual([
      '新增：子公司乙供货给客户丙',
      '新增：母公司甲是子公司乙的母公司',
      '新增：《新办法》设有措施“补助”',
      '新增：《新办法》依据《条例》制定',
      '新增：《新办法》落实《规划》',
      '新增：《新办法》替代《旧办法》',
    ]);
    expect(sentences(told(base, `${base}${firms}`).filter(facts), 'EN')).toEqual([
      'Removed: Child supplies Buyer',
      'Removed: Mother is the parent of Child',
      'Removed: “New rules” has the measure “Subsidy”',
      'Removed: “New rules” is based on “条例”',
      'Removed: “New rules” implements “规划”',
      'Removed: “New rules” supersedes “旧办法”',
    ]);
  });

  test('leave out nothing that bounds a fact or a figure: extent, role, modality, dates', () => {
    const base = SECOND.replace(
      'within: [region:shanghai] }]',
      'within: [{ to: region:zhoupu, extent: PART }] }]',
    );
    const places = `places: [{ to: region:zhoupu, role: PRODUCTION }]`;
    const all = base
      .replace(
        places,
        `places: [{ to: region:zhoupu, role: R_AND_D, modality: PLANNED, validFrom: 2025-06, validTo: 2027 }]
    figures: [{ attribute: EMPLOYEES, value: 350, modality: ESTIMATED, period: 2023 }, { attribute: REVENUE, value: 超过3亿元, period: 2023-H1 }]`,
      )
      .replace('extent: PART', 'extent: PART, modality: AIMED_FOR');
    expect(sentences(told(all, SECOND.replace(places, 'places: []')))).toEqual([
      '蓝帆医疗：新增企业数据“职工人数，350，2023年（预计）”',
      '蓝帆医疗：新增企业数据“营业收入，超过3亿元，2023年上半年”',
      '新增：蓝帆医疗位于周浦镇（研发；自2025年6月起；至2027年止；计划中）',
      '删除：张江位于上海市',
      '新增：张江部分位于周浦镇（力争）',
    ]);
    expect(sentences(told(all, base), 'EN')).toEqual(
      expect.arrayContaining([
        'Added: Bluesail is located in Zhoupu (R&D site, from June 2025, until 2027, planned)',
        'Zhangjiang lies partly within Zhoupu: modality changed from stated to aimed for',
      ]),
    );
  });

  test('put titles in their marks, and what is only described in quotes', () => {
    const policies = (name: string, status: string) =>
      FIRST.replace('name: 措施', `name: ${name}, titleStatus: ${status}`);
    const [title] = sentences(told(policies('《条例》实施细则', 'OFFICIAL'), FIRST));
    expect(title).toBe('《〈条例〉实施细则》：名称由“措施”变更为“《条例》实施细则”');
    const described = sentences(told(policies('“千项万亿”计划', 'DESCRIPTIVE'), FIRST));
    expect(described[0]).toBe('“‘千项万亿’计划”：名称由“措施”变更为“‘千项万亿’计划”');
  });

  test('name the ids that an observation or measure is of, also where it goes, and both ends of a fact', () => {
    const about = (id: string) =>
      told(THIRD, FIRST)
        .filter(({ entityId, aboutIds }) => entityId === id || aboutIds.includes(id))
        .map(({ action, entityId, property }) => `${action} ${entityId} ${property ?? ''}`.trim());
    expect(about('indicator:output')).toContain('DELETE observation:o');
    expect(about('region:shanghai')).toContain('DELETE observation:o');
    expect(about('region:shanghai')).toContain('DELETE policy:p places');
    expect(about('policy:p')).toContain('DELETE measure:m');
    expect(about('industry:med')).toEqual(['DELETE firm:bluesail-medical industries']);
  });

  test('a record under a new id is renamed, and what stayed the same on it is not told', () => {
    const changes = told(THIRD, SECOND).filter(({ entityId }) => entityId.startsWith('firm'));
    expect(sentences(changes)).toEqual([
      '蓝帆编号由firm:bluesail变更为firm:bluesail-medical',
      '蓝帆：名称由“蓝帆医疗”变更为“蓝帆”',
    ]);
    expect(changes[0]).toMatchObject({
      action: 'RENAME',
      entityId: 'firm:bluesail-medical',
      before: 'firm:bluesail',
      after: 'firm:bluesail-medical',
    });
    expect(changes[0]?.aboutIds).toContain('firm:bluesail');
  });

  test('a source under a new id is one change, whatever rests on it', () => {
    const renamed = FIRST.replaceAll('source:s', 'source:t').replace(
      'id: source:t',
      'id: source:t, formerIds: [source:s]',
    );
    expect(sentences(told(renamed, FIRST))).toEqual(['《来源》编号由source:s变更为source:t']);
  });

  test('another place of evidence is told, citations and the days of a policy are not', () => {
    const elsewhere = FIRST.replace('zoneKind: SITE', 'zoneKind: SITE, evidence: { locator: p7 }');
    expect(sentences(told(elsewhere, FIRST))).toEqual([
      '张江：依据由source:s p1变更为source:s p7',
      '张江位于上海市：依据由source:s p1变更为source:s p7',
    ]);
    const later = FIRST.replace('issuedOn: 2023 }', 'issuedOn: 2024 }');
    expect(sentences(told(later, FIRST))).toEqual(['《措施》：印发日期由2023年变更为2024年']);
  });

  test('are in one order and the same ones, however the dataset is ordered', () => {
    const shuffled = (dataset: Dataset): Dataset => ({
      ...dataset,
      nodes: new Map([...dataset.nodes].reverse()),
      relationships: new Map([...dataset.relationships].reverse()),
    });
    fc.assert(
      fc.property(datasets, datasets, (a, b) => {
        const desired = shuffled(a);
        expect(describeChanges(model, diff(desired, shuffled(b)), desired)).toEqual(
          describeChanges(model, diff(a, b), a),
        );
      }),
    );
  });
});

describe('the inverse of changes', () => {
  test('kept as parts and read again, gives back exactly the dataset before', () => {
    fc.assert(
      fc.property(datasets, datasets, (after, before) => {
        const inverse = parseParts([...inverseParts(diff(after, before))]);
        expect(datasetDigest({ ...before, ...applyChanges(inverse, after) })).toBe(datasetDigest(before));
      }),
    );
  });

  test('keeps what was and what is whole, in parts of 500 changes at most', () => {
    const nodes = Array.from({ length: 1_200 }, (_, n) => ({
      id: `firm:${n}`,
      type: 'Firm',
      properties: { name: `${n}` },
      evidence: [],
    }));
    const many = { nodes: new Map(nodes.map((node) => [node.id, node])), relationships: new Map() };
    const changes = diff(many, { nodes: new Map(), relationships: new Map() });
    const parts = [...inverseParts(changes)];
    expect(parts.map((part) => parseParts([part]).length)).toEqual([500, 500, 200]);
    expect(parseParts(parts).at(-1)).toEqual({ action: 'delete', node: nodes[0] });
  });
});
