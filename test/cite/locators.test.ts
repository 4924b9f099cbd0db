/** What a locator means in a text (§1.2). */

import { describe, expect, test } from 'vitest';
import { linesOf, readCitedText } from '../../src/cite/text/cited-text.ts';
import { resolveLocator } from '../../src/cite/text/resolve-locator.ts';

const ARTICLE = readCitedText('a.txt', linesOf('甲市办法\n\n  一段\n二段\r\n三段\n\n相关文章\n不算'), [
  '甲市办法',
]);
const RULES = readCitedText(
  'r.txt',
  linesOf(`乙市条例
第一章 总则
第一条 目的。
第二条 范围。
前款不适用于个人。
（一）甲类；
（二）乙类。
第三条 定义。
第二章 附则
第十一条 施行。`),
  [],
);
const OUTLINE = readCitedText(
  'o.txt',
  linesOf('通知\n一、总则\n二、支持\n（一）设计\n1.流片\n2.工具；3.设备\n（二）制造\n1.厂房\n三、其他'),
  [],
);
const TABLES = readCitedText(
  't.txt',
  linesOf(
    '目录\n国家级开发区\n序号 名称\n1 甲区\n2 乙区\n省级开发区\n1 丙区\n表3 数据\n项目 数\n甲 5\n乙 6\n310115,丁区',
  ),
  [],
);

describe('a locator', () => {
  test.each([
    ['p1', [0]],
    ['P3', [2]],
    ['p2-p3', [1, 2]],
    ['p1–3', [0, 1, 2]],
    ['p1, p3', [0, 2]],
    ['p1、3', [0, 2]],
    ['第二段', [1]],
    ['正文第3段', [2]],
    ['正文', [0, 1, 2]],
    ['标题', []],
  ])('%s of an article is its paragraphs, those of related articles apart', (locator, paragraphs) => {
    expect(resolveLocator(ARTICLE, locator)).toEqual({ kind: 'found', paragraphs });
  });

  test.each([
    ['第一条', [1]],
    ['第2条', [2, 3, 4, 5]],
    ['第二条第二款', [3, 4, 5]],
    ['第二条第（二）项', [5]],
    ['第二条第二款第一项', [4]],
    ['第一、三条', [1, 6]],
    ['第一章', [0, 1, 2, 3, 4, 5, 6]],
    ['第三条之后', [7, 8]],
    ['第十一条', [8]],
  ])('%s of rules is that article and what it holds', (locator, paragraphs) => {
    expect(resolveLocator(RULES, locator)).toEqual({ kind: 'found', paragraphs });
  });

  test.each([
    ['一', [0]],
    ['二(一)', [2, 3, 4]],
    ['二（一）1-3', [3, 4]],
    ['二(二)1', [6]],
    ['(一)2', [4]],
  ])('%s of an outline is the item that it leads to', (locator, paragraphs) => {
    expect(resolveLocator(OUTLINE, locator)).toEqual({ kind: 'found', paragraphs });
  });

  test.each([
    ['序号2', [3]],
    ['国家级开发区 序号1', [2]],
    ['省级开发区 序号1', [5]],
    ['表3', [6, 7, 8, 9, 10]],
    ['表3行2', [8, 9]],
    ['table 3 row 1', [7, 8]],
    ['areas.csv 310115', [10]],
  ])('%s of tables is that row', (locator, paragraphs) => {
    expect(resolveLocator(TABLES, locator)).toEqual({ kind: 'found', paragraphs });
  });

  test.each([
    [ARTICLE, 'p4'],
    [ARTICLE, 'p2-p9'],
    [ARTICLE, 'p1, p7'],
    [RULES, '第四条'],
    [RULES, '第二条第三款'],
    [RULES, '第二条第三项'],
    [OUTLINE, '四'],
    [OUTLINE, '二(一)4'],
    [TABLES, '序号7'],
    [TABLES, '园区 序号1'],
    [TABLES, '表4行1'],
    [TABLES, '表3行9'],
    [TABLES, 'areas.csv 310116'],
  ])('that leads nowhere is absent (%#: %o)', (text, locator) => {
    expect(resolveLocator(text, locator)).toMatchObject({
      kind: 'absent',
      why: { en: expect.stringMatching(/./), zh: expect.stringMatching(/\p{Script=Han}/u) },
    });
  });

  test.each(['摘要', '题注', '第3页', '图2', 'somewhere'])(
    '%s says nothing that can be looked for',
    (locator) => {
      expect(resolveLocator(ARTICLE, locator)).toEqual({ kind: 'unchecked' });
    },
  );
});
