/** Criteria in words, in both languages (§8.11). */

import { expect, test } from 'vitest';
import {
  type Condition,
  criterionSentence,
  type Vocabulary,
} from '../../src/model/words/criterion-sentence.ts';
import { criterionVocabulary } from '../../src/model/words/value-words.ts';
import { model } from '../graph-fixture.ts';

function vocabulary(language: 'ZH' | 'EN', names: Readonly<Record<string, string>>): Vocabulary {
  return criterionVocabulary(model, language, (id) => names[id]);
}

const ZH = vocabulary('ZH', {
  'industry:ic': '集成电路',
  'region:pudong': '浦东新区',
  'measure:a': '补助',
});
const EN = vocabulary('EN', {
  'industry:ic': 'Chips',
  'region:pudong': 'Pudong',
  'measure:a': 'Grant',
});

function sentences(...alternatives: readonly (readonly Condition[])[]): readonly string[] {
  const read = alternatives.map((conditions) => ({ conditions }));
  return [criterionSentence(read, 'ZH', ZH), criterionSentence(read, 'EN', EN)];
}

const employees: Condition = { attribute: 'EMPLOYEES', operator: 'GTE', values: ['50'], unit: '人' };
const revenue: Condition = { attribute: 'REVENUE', operator: 'GT', values: ['400000000'], unit: '元' };

test.each<readonly [Condition, string, string]>([
  [employees, '职工人数不低于50人', 'At least 50 employees'],
  [{ ...employees, values: ['1'] }, '职工人数不低于1人', 'At least 1 employee'],
  [revenue, '营业收入超过4亿元', 'Revenue of more than CNY 400,000,000'],
  [{ ...revenue, values: ['12345000'] }, '营业收入超过1234.5万元', 'Revenue of more than CNY 12,345,000'],
  [{ ...revenue, values: ['5000'] }, '营业收入超过5000元', 'Revenue of more than CNY 5,000'],
  [
    { ...revenue, basis: 'LAST_YEAR' },
    '上一年度营业收入超过4亿元',
    'Revenue of more than CNY 400,000,000 in the last year',
  ],
  [
    { attribute: 'RD_RATIO', operator: 'GTE', values: ['5'], unit: '%', basis: 'EACH_OF_2_YEARS' },
    '近2年每年研发费用占营业收入不低于5%',
    'R&D ratio of at least 5% in each of the last 2 years',
  ],
  [
    { ...revenue, operator: 'GTE', basis: 'SUM_OF_3_YEARS' },
    '近3年合计营业收入不低于4亿元',
    'Revenue of at least CNY 400,000,000 summed over the last 3 years',
  ],
  [
    { attribute: 'SEGMENT_REVENUE_RATIO', of: '传感器', operator: 'GTE', values: ['50'], unit: '%' },
    '细分领域收入占比（传感器）不低于50%',
    'Segment revenue ratio (传感器) of at least 50%',
  ],
  [
    { attribute: 'LINE_WIDTH_NM', operator: 'LTE', values: ['28'], unit: 'nm' },
    '线宽不超过28nm',
    'Line width of at most 28 nm',
  ],
  [
    { attribute: 'SEGMENT_YEARS', operator: 'LT', values: ['1'], unit: '年' },
    '从事细分领域年限低于1年',
    'Time in the segment of less than 1 year',
  ],
  [
    { attribute: 'FOUNDED_YEARS', operator: 'GTE', values: ['3'], unit: '年' },
    '成立年限不低于3年',
    'Age of at least 3 years',
  ],
  [
    { attribute: 'PLATFORM_MEMBERS', operator: 'GT', values: ['5000'], unit: '家' },
    '平台会员数超过5000家',
    'More than 5,000 members of the platform',
  ],
  [
    { attribute: 'EVALUATION_SCORE', operator: 'GT', values: ['70'], unit: '分' },
    '评价得分超过70分',
    'Evaluation score of more than 70 points',
  ],
  [
    { attribute: 'MARKET_RANK', operator: 'LTE', values: ['3'], unit: '位' },
    '市场排名不超过3位',
    'Market rank of at most 3',
  ],
  [
    { attribute: 'INDUSTRY', operator: 'IS_IN', values: ['industry:ic'] },
    '所属产业属于集成电路',
    'Industry in Chips',
  ],
  [
    { attribute: 'REGISTERED_PLACE', operator: 'IS_IN', values: ['region:pudong', 'region:gone'] },
    '注册地位于浦东新区或region:gone',
    'Registered place in Pudong or region:gone',
  ],
  [
    { attribute: 'SME_SIZE', operator: 'NOT_IN', values: ['SMALL'] },
    '企业规模不为小型',
    'SME size is not small',
  ],
  [
    { attribute: 'FOUNDED_ON', operator: 'LTE', values: ['2021-06'] },
    '成立日期不晚于2021年6月',
    'Founded not after June 2021',
  ],
  [{ attribute: 'LISTED', operator: 'EQ', values: ['false'] }, '未上市', 'Not listed on an exchange'],
  [
    { attribute: 'SATISFIES', operator: 'HOLDS', values: ['measure:a'] },
    '符合补助的条件',
    'Meets the criteria of Grant',
  ],
  [
    { attribute: 'TITLE', operator: 'NOT_IN', values: ['小巨人'] },
    '未获评小巨人',
    'Does not hold the title 小巨人',
  ],
  [{ attribute: 'TITLE', operator: 'IN', values: ['小巨人'] }, '获评小巨人', 'Holds the title 小巨人'],
  [
    { attribute: 'OTHER', operator: 'NOT_CHECKABLE', values: ['信用良好', 'in good standing'] },
    '信用良好',
    'In good standing',
  ],
])('a condition of %o is said as %s', (condition, zh, en) => {
  expect(sentences([condition])).toEqual([zh, en]);
});

test('alternatives are joined by or, conditions by and', () => {
  expect(sentences([employees], [revenue])).toEqual([
    '职工人数不低于50人或营业收入超过4亿元',
    'At least 50 employees or revenue of more than CNY 400,000,000',
  ]);
});

test('alternatives of several conditions are kept apart', () => {
  expect(sentences([employees, revenue], [employees])).toEqual([
    '职工人数不低于50人且营业收入超过4亿元；或职工人数不低于50人',
    'At least 50 employees and revenue of more than CNY 400,000,000; or at least 50 employees',
  ]);
});
