/** Words in a text that hedge a figure or a place differently from the seed. */

import { describe, expect, test } from 'vitest';
import { readFigures } from '../../src/cite/text/figure-text.ts';
import { hedgeOfFigure, wordBesideName } from '../../src/cite/text/hedge-text.ts';
import { foldText } from '../../src/model/text/fold-text.ts';

/** The text, the value and unit looked for, how they are stated, and the word that the seed lacks. */
const FIGURES: readonly (readonly [string, string, string, string, string, string | undefined])[] = [
  ['力争达360台/万人', '360', '台/万人', 'AT_LEAST', 'STATED', '力争'],
  ['力争达360台/万人', '360', '台/万人', 'AT_LEAST', 'AIMED_FOR', undefined],
  ['达360台/万人', '360', '台/万人', 'AT_LEAST', 'STATED', undefined],
  ['力争到2025年，产业规模达到1000亿元', '100000000000', '元', 'AT_LEAST', 'STATED', '力争'],
  ['预计占比达43.9%，上年为41%', '41', '%', 'EXACT', 'STATED', undefined],
  ['预计占比达43.9%，上年为41%', '43.9', '%', 'EXACT', 'STATED', '预计'],
  ['力争有大的突破。企业有300家', '300', '家', 'EXACT', 'STATED', undefined],
  ['按行动计划建设300家', '300', '家', 'EXACT', 'STATED', undefined],
  ['计划300家', '300', '家', 'EXACT', 'STATED', '计划'],
  ['企业超过300家', '300', '家', 'EXACT', 'STATED', '超过'],
  ['企业超过300家', '300', '家', 'MORE_THAN', 'STATED', undefined],
  ['企业不超过300家', '300', '家', 'MORE_THAN', 'STATED', '不超过'],
  ['企业300家以上', '300', '家', 'EXACT', 'STATED', '以上'],
  ['企业300家以上', '300', '家', 'AT_LEAST', 'STATED', undefined],
  ['500万平方米左右', '5000000', '平方米', 'EXACT', 'STATED', '左右'],
  ['企业近300家', '300', '家', 'EXACT', 'STATED', '近'],
  ['企业不低于300家', '300', '家', 'EXACT', 'STATED', '不低于'],
  ['企业300余家', '300', '家', 'EXACT', 'STATED', '余'],
  ['企业3000多家', '3000', '家', 'EXACT', 'STATED', '多'],
  ['企业约3000多家', '3000', '家', 'ABOUT', 'STATED', undefined],
  ['企业约3000多家', '3000', '家', 'MORE_THAN', 'STATED', undefined],
  ['企业3—5家以上', '3', '家', 'BETWEEN', 'STATED', undefined],
  ['企业300家，以上为规上', '300', '家', 'EXACT', 'STATED', undefined],
  ['带动300个上下游项目', '300', '个', 'EXACT', 'STATED', undefined],
  ['去年超过300家，今年300家', '300', '家', 'EXACT', 'STATED', undefined],
  ['没有这个数', '300', '家', 'EXACT', 'STATED', undefined],
];

describe('a figure', () => {
  test.each(FIGURES)(
    'in %s, %s %s as %s and %s, is hedged by %s',
    (text, value, unit, bound, modality, word) => {
      const figure = { value, unit, money: false };
      expect(hedgeOfFigure(readFigures(text), figure, [], { bound, modality })).toBe(word);
    },
  );

  test('is not compared by modality where the model stores none', () => {
    const figure = { value: '30000000000 CNY', unit: undefined, money: true };
    const stated = { bound: 'EXACT', modality: undefined };
    expect(hedgeOfFigure(readFigures('预计总投资300亿元'), figure, [], stated)).toBeUndefined();
    expect(hedgeOfFigure(readFigures('总投资超过300亿元'), figure, [], stated)).toBe('超过');
  });
});

test.each([
  ['浦东新区的部分区域', '部分'],
  ['部分浦东新区的地块', '部分'],
  ['闵行区、浦东新区部分', '部分'],
  ['浦东新区全域，浦东新区部分', undefined],
  ['浦东新区与奉贤区的一部分', undefined],
  ['闵行区部分', undefined],
])('in %s the word next to the name of a place is %s', (text, word) => {
  expect(wordBesideName(foldText(text), ['浦东新区'], ['部分'])).toBe(word);
});
