/** Figures, dates and names in every form in which people write them. */

import { describe, expect, test } from 'vitest';
import { holdsDate, readDates } from '../../src/cite/text/date-text.ts';
import { findFigure, headMultipliers, readFigures } from '../../src/cite/text/figure-text.ts';
import { holdsName, readNames } from '../../src/cite/text/name-text.ts';

function hasFigure(text: string, value: string, unit: string | undefined, money = false): boolean {
  return findFigure(readFigures(text), { value, unit, money }, headMultipliers(text)).length > 0;
}

describe('a figure stands in', () => {
  test.each([
    ['规模达1.6万亿元', '1600000000000', '元'],
    ['规模达16000亿元', '1600000000000', '元'],
    ['规模达 1,600,000,000,000 元', '1600000000000', '元'],
    ['规模达一点六万亿元', '1600000000000', '元'],
    ['１２３家', '123', '家'],
    ['占百分之四十三点九', '43.9', '%'],
    ['占43.9％', '43.9', '%'],
    ['上升3个百分点', '3', '百分点'],
    ['三万二千家', '32000', '家'],
    ['3.2万余个', '32000', '个'],
    ['3至5家', '3', '家'],
    ['3—5万家', '50000', '家'],
    ['三至五家', '5', '家'],
    ['盖到五六层', '6', '层'],
    ['1000万平方米', '10000000', '㎡'],
    ['500千瓦', '500', '千瓦'],
    ['50万元', '500000', '元/人'],
    ['下降3.2%', '-3.2', '%'],
    ['四栋', '4', undefined],
    ['2000户', '2000', '家'],
    ['单位：万元\n收入 1,234.5', '12345000', '元'],
  ])('%s', (text, value, unit) => {
    expect(hasFigure(text, value, unit)).toBe(true);
  });

  test.each([
    ['规模达1.6万元', '1600000000000', '元'],
    ['43.9家', '43.9', '%'],
    ['145家', '45', '家'],
    ['2023年', '2023', '家'],
    ['C919飞机', '919', undefined],
    ['第3家', '3', '家'],
    ['三大产业', '3', '个'],
    ['①今年', '1', '家'],
    ['1.6万亿元', '1.6', '元'],
    ['30%', '30', '家'],
  ])('but not %s as %s %s', (text, value, unit) => {
    expect(hasFigure(text, value, unit)).toBe(false);
  });

  test('an amount of money in its own currency', () => {
    expect(hasFigure('不超过500万元', '5000000 CNY', undefined, true)).toBe(true);
    expect(hasFigure('不超过五百万元', '5000000 CNY', undefined, true)).toBe(true);
    expect(hasFigure('不超过500万美元', '5000000 CNY', undefined, true)).toBe(false);
  });
});

describe('a date stands in', () => {
  const hasDate = (text: string, date: string, lastDay = false) =>
    holdsDate(readDates(text, { publishedOn: '2024-02-20' }), date, lastDay);

  test.each([
    ['2023年9月19日', '2023-09-19'],
    ['2023年9月19日', '2023-09'],
    ['2023年9月19日', '2023'],
    ['2023-09-19', '2023-09-19'],
    ['2023.9', '2023-09'],
    ['20230919', '2023-09-19'],
    ['二〇二三年九月', '2023-09'],
    ['去年', '2023'],
    ['今年', '2024'],
    ['明年6月', '2025-06'],
    ['3月5日', '2024-03-05'],
    ['2023—2025年', '2025'],
    ['2023年上半年', '2023-H1'],
    ['去年三季度', '2023-Q3'],
    ['今年前三季度', '2024-01/2024-09'],
    ['眼下', '2024-02'],
  ])('%s as %s', (text, date) => {
    expect(hasDate(text, date)).toBe(true);
  });

  test.each([
    ['2023年9月', '2023-09-19'],
    ['2023年', '2024'],
    ['去年', '2024'],
    ['2023年上半年', '2023-H2'],
    ['120235家', '2023'],
  ])('but not %s as %s', (text, date) => {
    expect(hasDate(text, date)).toBe(false);
  });

  test('as the end of a span of years', () => {
    expect(hasDate('自2023年起三年', '2025', true)).toBe(true);
    expect(hasDate('自2023年9月20日起施行，有效期5年', '2028-09-19', true)).toBe(true);
    expect(hasDate('自2023年起三年', '2027', true)).toBe(false);
    expect(hasDate('自2023年起三年', '2025', false)).toBe(false);
    expect(hasDate('2023年9月20日开工，建设期3年', '2026', true)).toBe(true);
    expect(hasDate('2023年9月20日开工，建设期3年', '2025', true)).toBe(false);
    expect(hasDate('2023年开工，建设期3年', '2026', true)).toBe(false);
    expect(hasDate('有效期3年，2023年印发', '2025', true)).toBe(true);
  });
});

describe('a name stands in', () => {
  const hasName = (text: string, name: string, closeness: 'name' | 'description' = 'name') =>
    holdsName(readNames(text), { names: [name], closeness });

  test.each([
    ['支持闵行等区域', '闵行区'],
    ['示例医疗的项目', '示例医疗有限公司'],
    ['示例醫療', '示例医疗'],
    ['“造空间”行动', '造空间行动'],
    ['集成电路、人工智能等世界级产业集群', '集成电路世界级产业集群'],
    ['use of AI here', 'AI'],
    ['新一代通信（6G）', '6G'],
  ])('%s as %s', (text, name) => {
    expect(hasName(text, name)).toBe(true);
  });

  test.each([
    ['示例医院的项目', '示例医疗'],
    ['the main point', 'AI'],
    ['集成电路等世界级产业集群', '集成电路世界级服务集群'],
    ['集成电路\n世界级产业集群', '集成电路世界级产业集群'],
  ])('but not %s as %s', (text, name) => {
    expect(hasName(text, name)).toBe(false);
  });

  test('half of which is enough where it only describes, unless that half is the name of another thing', () => {
    expect(hasName('示例医疗的心脏支架', '医疗器械', 'description')).toBe(true);
    const others = new Set(['集成电路']);
    const wanted = { names: ['集成电路装备'], closeness: 'description', others } as const;
    expect(holdsName(readNames('集成电路规模'), wanted)).toBe(false);
  });
});
