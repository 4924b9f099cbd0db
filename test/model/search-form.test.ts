/** What a record is found by, as it is stored (§15.1). */

import { expect, test } from 'vitest';
import type { DatasetNode } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { storedNode } from '../../src/model/stored/stored-form.ts';
import { latinNeedle, pinyinNeedle, searchForm, textNeedle } from '../../src/model/text/search-form.ts';
import { searchKey } from '../../src/model/text/search-key.ts';

const model = readModel('schema');
const zone: DatasetNode = {
  id: 'zone:a',
  type: 'Zone',
  properties: { name: '张江', aliases: ['A区'], zoneKind: 'OTHER' },
  evidence: [],
};

test('each searched text has a line, an absent one an empty line', () => {
  expect(searchForm({ name: '张江', aliases: ['A区'] })).toEqual({
    searchText: '张张张江江江\n\n\naaa区区区',
    searchPinyin: '|zhangjiang|jiang|zj|j\n\n\n/a|aqu|qu|aq|q',
  });
});

test('what a record is searched by is kept beside it, and not on it', () => {
  expect(searchKey(model, zone)).toEqual({
    id: 'zone:a',
    nodeType: 'Zone',
    nameLength: 2,
    ...searchForm(zone.properties),
  });
  expect(Object.keys(storedNode(model, zone))).toEqual(['name', 'aliases', 'zoneKind', 'id', 'nodeType']);
});

test('what a record owns is not searched', () => {
  const owned: DatasetNode = { id: 'x', type: 'StatedValue', properties: { property: 'name' }, evidence: [] };
  expect(searchKey(model, owned)).toBeUndefined();
});

test.each([
  ['Zhāng Jiāng', '|zhangjiang'],
  ["xi'an", '|xian'],
  ['lǜ', '|lv'],
  ['6GCY', '|6gcy'],
])('%s is looked for as the pinyin %s', (text, needle) => {
  expect(pinyinNeedle(text)).toBe(needle);
});

test.each([
  ['AI', '/ai'],
  ['High-Tech Park', '/hightechpark'],
  ['ＥＤＡ', '/eda'],
  ['（6g）', '/6g'],
])('%s is looked for at the start of Latin words as %s', (text, needle) => {
  expect(latinNeedle(text)).toBe(needle);
});

test.each(['AI芯片', '2023', '-', 'a'.repeat(65)])('%s is no text in Latin letters', (text) => {
  expect(latinNeedle(text)).toBeUndefined();
});

test('Latin words are kept from each on, up to the next Chinese character', () => {
  const { searchPinyin } = searchForm({ name: 'EDA和IP核', nameEn: 'BeiDou High-Tech (2023) Park' });
  expect(String(searchPinyin).split('\n').slice(0, 2)).toEqual([
    '/eda/ip|edaheiphe|heiphe|iphe|he|edahiph|hiph|iph|h',
    '/beidouhightech2023park/hightech2023park/tech2023park/2023park/park',
  ]);
});

test.each(['z', '张江', 'zhang|jiang', '2023', 'z'.repeat(65)])('%s is no pinyin', (text) => {
  expect(pinyinNeedle(text)).toBeUndefined();
});

test('readings follow the words: 重庆银行', () => {
  expect(searchForm({ name: '重庆银行' }).searchPinyin).toContain('|chongqingyinhang|');
});

test('no text is too long to be indexed', () => {
  const form = searchForm({ name: '芯'.repeat(2_000), aliases: ['港'.repeat(2_000), '湾'] });
  for (const text of Object.values(form)) expect(Buffer.byteLength(String(text))).toBeLessThan(32_766);
  expect(String(form.searchText).split('\n')).toEqual([textNeedle('芯'.repeat(2_000)), '', '', '', '湾湾湾']);
});
