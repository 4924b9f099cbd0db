/** Numbers as sources print them, read exactly, with what their words say (§1.3, §1.4, §1.5). */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLess, isSameUnit, readHedges, readPrinted } from '../../src/seeds/values/read-printed.ts';

/** Number, upper end, bounds, modalities and units, in short. */
function read(text: string, unit?: string): string | undefined {
  const printed = readPrinted(text, unit);
  if (!printed) return undefined;
  const said = printed.words.flatMap(({ bound, modality }) => bound ?? modality ?? []);
  const range = printed.valueMax === undefined ? printed.value : `${printed.value}..${printed.valueMax}`;
  return [range, ...said, ...new Set(printed.units)].join(' ');
}

describe('a printed number', () => {
  test.each([
    ['43.9%', '43.9 %'],
    ['43.9％', '43.9 ％'],
    ['-3.20%', '-3.2 %'],
    ['1.6万亿', '1600000000000'],
    ['1.6万亿元', '1600000000000 元'],
    ['1.6 万亿 元', '1600000000000 元'],
    ['1.6万亿美元', '1600000000000 美元'],
    ['47,218.66亿元', '4721866000000 元'],
    ['500万元', '5000000 元'],
    ['3亿元', '300000000 元'],
    ['4千', '4000'],
    ['2百亿', '20000000000'],
    ['超过1.6万亿', '1600000000000 MORE_THAN'],
    ['超过了1.6万亿元', '1600000000000 MORE_THAN 元'],
    ['超3.2万', '32000 MORE_THAN'],
    ['突破4万亿元', '4000000000000 MORE_THAN 元'],
    ['已突破4万亿元', '4000000000000 STATED MORE_THAN 元'],
    ['逾100家', '100 MORE_THAN 家'],
    ['3.2万余', '32000 MORE_THAN'],
    ['3.2万余个', '32000 MORE_THAN 个'],
    ['3万余亿元', '3000000000000 MORE_THAN 元'],
    ['10余万人', '100000 MORE_THAN 人'],
    ['1000多家', '1000 MORE_THAN 家'],
    ['3倍多', '3 MORE_THAN 倍'],
    ['10倍以上', '10 AT_LEAST 倍'],
    ['10家及以上', '10 AT_LEAST 家'],
    ['500万元（含）以上', '5000000 AT_LEAST 元'],
    ['1.6万亿元以上', '1600000000000 AT_LEAST 元'],
    ['50家（不含）以上', '50 MORE_THAN 家'],
    ['50家以上(含)', '50 AT_LEAST 家'],
    ['高于5%', '5 MORE_THAN %'],
    ['>10', '10 MORE_THAN'],
    ['至少50人', '50 AT_LEAST 人'],
    ['不低于5%', '5 AT_LEAST %'],
    ['不少于 3 家', '3 AT_LEAST 家'],
    ['≥70%', '70 AT_LEAST %'],
    ['约80万', '800000 ABOUT'],
    ['大约80万', '800000 ABOUT'],
    ['近1000家', '1000 ABOUT 家'],
    ['接近1000家', '1000 ABOUT 家'],
    ['将近1000家', '1000 ABOUT 家'],
    ['70家左右', '70 ABOUT 家'],
    ['在70家左右', '70 ABOUT 家'],
    ['约70家左右', '70 ABOUT ABOUT 家'],
    ['不足10%', '10 LESS_THAN %'],
    ['不到10%', '10 LESS_THAN %'],
    ['低于10%', '10 LESS_THAN %'],
    ['10%以下', '10 AT_MOST %'],
    ['50家(不含)以下', '50 LESS_THAN 家'],
    ['不满50家', '50 LESS_THAN 家'],
    ['未满50家', '50 LESS_THAN 家'],
    ['不超过30%', '30 AT_MOST %'],
    ['≤30%', '30 AT_MOST %'],
    ['最高1000万元', '10000000 AT_MOST 元'],
    ['<=30%', '30 AT_MOST %'],
    ['>=70%', '70 AT_LEAST %'],
    ['最低50家', '50 AT_LEAST 家'],
    ['多于50家', '50 MORE_THAN 家'],
    ['突破百亿元以上', '10000000000 MORE_THAN AT_LEAST 元'],
    ['30天以内', '30 AT_MOST 天'],
    ['力争1000万', '10000000 AIMED_FOR'],
    ['力争超过70%', '70 AIMED_FOR MORE_THAN %'],
    ['力争达到1.8万亿元', '1800000000000 AIMED_FOR STATED 元'],
    ['预计达120亿元', '12000000000 ESTIMATED STATED 元'],
    ['预计将超过1.8万亿元', '1800000000000 ESTIMATED PLANNED MORE_THAN 元'],
    ['测算约5000亿', '500000000000 ESTIMATED ABOUT'],
    ['计划50家', '50 PLANNED 家'],
    ['拟建成', undefined],
    ['将达50家', '50 PLANNED STATED 家'],
    ['拟不少于50家', '50 PLANNED AT_LEAST 家'],
    ['达43.9%', '43.9 STATED %'],
    ['高达43.9%', '43.9 STATED %'],
    ['达到43.9%', '43.9 STATED %'],
    ['为43.9%', '43.9 STATED %'],
    ['已有300家', '300 STATED 家'],
    ['3-5', '3..5'],
    ['3至5家', '3..5 家'],
    ['3—5家', '3..5 家'],
    ['3–5家', '3..5 家'],
    ['3～5家', '3..5 家'],
    ['3家到5家', '3..5 家'],
    ['3%-5%', '3..5 %'],
    ['3-5万家', '30000..50000 家'],
    ['500-1万', '500..10000'],
    ['1.5万亿—2万亿元', '1500000000000..2000000000000 元'],
    ['8000万—1亿元', '80000000..100000000 元'],
    ['力争3-5家', '3..5 AIMED_FOR 家'],
    ['0.5-0.9', '0.5..0.9'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['超过一百家', '100 MORE_THAN 家'],
    ['力争突破一百家', '100 AIMED_FOR MORE_THAN 家'],
    ['三千余家', '3000 MORE_THAN 家'],
    ['三千余亿元', '300000000000 MORE_THAN 元'],
    ['一点六万亿元', '1600000000000 元'],
    ['百分之四十三点九', '43.9 %'],
    ['十余万', '100000 MORE_THAN'],
    ['十几万人', '100000 MORE_THAN 人'],
    ['10几万人', '100000 MORE_THAN 人'],
    ['二十来家', '20 ABOUT 家'],
    ['百余家', '100 MORE_THAN 家'],
    ['近百家', '100 ABOUT 家'],
    ['超百亿元', '10000000000 MORE_THAN 元'],
    ['三万二', '32000'],
    ['三万零二', '30002'],
    ['一百五', '150'],
    ['五六层', '5..6 层'],
    ['三至五个', '3..5 个'],
    ['一百到二百家', '100..200 家'],
  ])('%s in characters is read as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['数百余家左右', '余 左右'],
    ['预计近数千家', '预计 近'],
    ['约三成', '约'],
    ['三成以上', '以上'],
    ['近半', '近'],
    ['同比增长近一倍', '近'],
    ['为数众多', ''],
    ['超级计算机', ''],
    ['近年来', ''],
    ['约3', ''],
  ])('%s has the words %s around what is no number that can be read', (text, words) => {
    expect(
      readHedges(text)
        .map(({ word }) => word)
        .join(' '),
    ).toBe(words);
  });

  test.each([
    '',
    '超过',
    '增长8%',
    '1,23',
    '5-3',
    '3-3',
    '1.5万—2万亿元',
    '3百-5百万',
    '约约',
    '1亿亿',
    '1.2.3',
    '5.',
    '1e5',
    '1.6E+12',
    '0x10',
    '1_000',
    '1 000',
    '100家(含)',
    '数千家',
    '一万几千家',
    '三五家',
    '三成',
    '四分之三',
    '一大批',
    '二〇二三',
    '百家',
    '百分之五，千分之三',
    '超级计算机一台',
  ])('"%s" is none', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test.each([
    ['500千瓦', '千瓦', '500 千瓦'],
    ['500万千瓦', '千瓦', '5000000 千瓦'],
    ['3个百分点', '百分点', '3 个百分点'],
    ['三个百分点', '百分点', '3 个百分点'],
    ['五千瓦', '千瓦', '5 千瓦'],
    ['五万千瓦', '千瓦', '50000 千瓦'],
    ['2.5万平方米', '㎡', '25000 平方米'],
    ['2.5万m2', '㎡', '25000 m2'],
    ['30吨CO2', '吨CO2', '30 吨CO2'],
    ['3例/10万人', '例/10万人', '3 例/10万人'],
    ['3吨(标准煤)', '吨(标准煤)', '3 吨(标准煤)'],
    ['超过500千瓦时以上', '千瓦时', '500 MORE_THAN AT_LEAST 千瓦时'],
  ])('%s counted in %s is %s', (text, unit, expected) => {
    expect(read(text, unit)).toBe(expected);
    expect(readPrinted(text, unit)?.units.every((each) => isSameUnit(each, unit))).toBe(true);
  });
});

test.each([
  ['㎡', '平方米', true],
  ['m²', '㎡', true],
  ['％', '%', true],
  ['人民币', '元', true],
  ['美元', '元', false],
  ['个百分点', '%', false],
])('%s and %s are one unit: %s', (a, b, same) => {
  expect(isSameUnit(a, b)).toBe(same);
});

/** The powers of ten that a printer may take out of a number. */
const NOTATIONS: readonly (readonly [string, number])[] = [
  ['', 0],
  ['千', 3],
  ['万', 4],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
  ['万亿', 12],
];

/** A whole number of hundredths, printed in a notation of sources. */
function print(hundredths: bigint, [word, power]: readonly [string, number], grouped: boolean): string {
  const places = power + 2;
  const digits = `${hundredths}`.padStart(places + 1, '0');
  const whole = digits.slice(0, -places);
  const fraction = digits.slice(-places).replace(/0+$/, '');
  const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${shown}${fraction && `.${fraction}`}${word}`;
}

test('however a number is printed, it is read as the same decimal', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 24n }),
      fc.constantFrom(...NOTATIONS),
      fc.boolean(),
      fc.constantFrom('', '超过', '力争不低于', '约'),
      fc.constantFrom('', '元', '余元', '元左右'),
      (hundredths, notation, grouped, before, behind) => {
        const text = `${before}${print(hundredths, notation, grouped)}${behind}`;
        expect(readPrinted(text, '元')?.value).toBe(print(hundredths, ['', 0], false));
      },
    ),
  );
});

test('decimals are compared exactly', () => {
  expect(isLess('0.1', '0.10000000000000001')).toBe(true);
  expect(isLess('10', '9.9')).toBe(false);
  expect(isLess('-3', '-2.5')).toBe(true);
});
