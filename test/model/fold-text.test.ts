/** Ways of writing that make no difference (§15.4). */

import { expect, test } from 'vitest';
import { foldText } from '../../src/model/text/fold-text.ts';

test.each([
  ['ＡＩ', 'ai', 'width and case'],
  ['積體電路', '积体电路', 'traditional characters'],
  ['張江臺灣爲', '张江台湾为', 'variants of them'],
  ['沪府办发〔2023〕8号', '沪府办发(2023)8号', 'brackets of document numbers'],
  ['[a]（b）［c］(d)', '(a)(b)(c)(d)', 'brackets of every kind'],
  [' 8 　号\u200b\n', '8号', 'spaces, seen and unseen'],
  ['㎡①', 'm21', 'signs that stand for letters'],
  ['𠮷野', '𠮷野', 'nothing, where there is nothing to fold'],
])('%s is folded to %s: %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('a part of a text stays a part of it: phrases are never folded as a whole', () => {
  const text = '乾隆一目瞭然';
  expect(foldText(text)).toBe(Array.from(text, foldText).join(''));
});
