/** What a plan's changes are told as: which, on whom, about whom, and in which words. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSentence } from '../../src/model/change-sentence.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { datasetDigest } from '../../src/model/dataset-digest.ts';
import { deriveFacts } from '../../src/model/derive-facts.ts';
import type { ToldChange } from '../../src/model/told-change.ts';
import { applyChanges, diff } from '../../src/plan/diff.ts';
import { inverseParts, parseParts } from '../../src/plan/invert-changes.ts';
import { tellChanges } from '../../src/plan/tell-changes.ts';
import { datasetOf, FIRST, SECOND, THIRD } from '../changes/apply-seeds.ts';
import { model } from '../graph-fixture.ts';
import { randomDataset } from '../oracle/random-dataset.ts';

const datasets = randomDataset().map((dataset) => deriveFacts(model, dataset));

function told(after: string, before: string): readonly ToldChange[] {
  const [desired, actual] = [datasetOf(after), datasetOf(before)];
  return tellChanges(model, diff(desired, actual), desired);
}

function sentences(changes: readonly ToldChange[], language: 'ZH' | 'EN' = 'ZH'): readonly string[] {
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

  test('of a criterion are told as the sentences that it is, never as what is stored', () => {
    const asking = (employees: number) =>
      SECOND.replace(
        'instrument: GRANT',
        `instrument: GRANT, criteria: [{ anyOf: [[{ attribute: EMPLOYEES, operator: GTE, values: [${employees}] }, { attribute: SME_SIZE, operator: EQ, values: [SMALL] }], [{ attribute: INDUSTRY, operator: IS_IN, values: [industry:ic] }]] }]`,
      );
    const changes = told(asking(60), asking(50));
    expect(sentences(changes)).toEqual([
      '补助：申报条件 0：任一 从业人数不低于50人且企业规模为小型；或所属产业属于industry:ic → 从业人数不低于60人且企业规模为小型；或所属产业属于industry:ic',
    ]);
    expect(sentences(changes, 'EN')[0]).toContain('At least 50 employees and SME size is small; or');
  });

  test('are told in Chinese and in English, with names as they are and in the words of the model', () => {
    const changes = told(SECOND, FIRST);
    expect(sentences(changes)).toEqual([
      '蓝帆医疗从事集成电路',
      '蓝帆医疗不再从事医疗器械',
      '蓝帆医疗：上市 深交所 002382：上市日期 — → 2010',
      '蓝帆医疗：新增上市 港交所 00981',
      '蓝帆医疗位于周浦镇：语气 计划 → 已述',
      '补助：最高比例 — → 30',
      '删除指标数据 产值 上海市 集成电路 2023 1.6万亿',
      '产值 上海市 集成电路 2023 1.6万亿不再统计产值',
      '产值 上海市 集成电路 2023 1.6万亿不再针对集成电路',
      '产值 上海市 集成电路 2023 1.6万亿不再针对上海市',
      '张江：面积 4 → 5',
    ]);
    expect(sentences(changes, 'EN')).toEqual(
      expect.arrayContaining([
        'Bluesail operates in Chips',
        'Bluesail no longer operates in Medical devices',
        'Bluesail: added listing 港交所 00981',
        'Bluesail is located in Zhoupu: modality planned → stated',
        'Removed observation Output Shanghai Chips 2023 1.6万亿',
        'Zhangjiang: area km2 4 → 5',
      ]),
    );
    expect(sentences(told(FIRST, SECOND), 'EN')).toContain('Bluesail: removed listing 港交所 00981');
    const gone = sentences(told(SECOND.replace(/places: \[\{ to: region:zhoupu.*\n/, '\n'), SECOND), 'EN');
    expect(gone).toEqual(['Bluesail is no longer located in Zhoupu (role production)']);
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
        '蓝帆医疗：新增企业数据 从业人数 约350人 2023',
        '新增已知没有 集成电路 周浦镇 企业 2024-05-01',
        '措施：新增各来源所述 有效期至 2028-12',
        '措施：新增各来源所述 文种 行动计划',
      ]),
    );
    expect(sentences(changes, 'EN')).toEqual(
      expect.arrayContaining([
        'Bluesail: added firm figure employees 约350人 2023',
        'Added known none Chips Zhoupu firms 2024-05-01',
        '措施: added stated value expires on 2028-12',
        '措施: added stated value kind action plan',
      ]),
    );
    expect(changes.find(({ property }) => property === 'figures')?.after).toBe('EMPLOYEES 约350人 2023');
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
      '蓝帆改用编号 firm:bluesail-medical（原 firm:bluesail）',
      '蓝帆：名称 蓝帆医疗 → 蓝帆',
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
    expect(sentences(told(renamed, FIRST))).toEqual(['来源改用编号 source:t（原 source:s）']);
  });

  test('another place of evidence is told, citations and the days of a policy are not', () => {
    const elsewhere = FIRST.replace('zoneKind: SITE', 'zoneKind: SITE, evidence: { locator: p7 }');
    expect(sentences(told(elsewhere, FIRST))).toEqual([
      '张江：依据 source:s p1 → source:s p7',
      '张江位于上海市：依据 source:s p1 → source:s p7',
    ]);
    const later = FIRST.replace('issuedOn: 2023 }', 'issuedOn: 2024 }');
    expect(sentences(told(later, FIRST))).toEqual(['措施：印发日期 2023 → 2024']);
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
        expect(tellChanges(model, diff(desired, shuffled(b)), desired)).toEqual(
          tellChanges(model, diff(a, b), a),
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
