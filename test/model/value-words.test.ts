/** Stored values in words. */

import { expect, test } from 'vitest';
import { valueWords } from '../../src/model/words/value-words.ts';
import { model } from '../graph-fixture.ts';

const alternatives = model.nodeTypes.get('Criterion')?.properties.get('alternatives');

test('a criterion is its sentence in either language', () => {
  const stored =
    '[{"conditions":[{"attribute":"RD_EXPENSE","operator":"GTE","values":["5000000"],"unit":"元"}]}]';
  expect(valueWords(model, alternatives, stored, 'ZH')).toBe('研发费用不低于500万元');
  expect(valueWords(model, alternatives, stored, 'EN')).toBe('R&D expense of at least CNY 5,000,000');
});

test.each([
  '',
  'x',
  '7',
  '[7]',
  '[{}]',
  '[{"conditions":[7]}]',
  '[{"conditions":[{}]}]',
  '[{"conditions":[{"attribute":"RD_RATIO","operator":"GTE","values":[5]}]}]',
  '[{"conditions":[{"attribute":"RD_RATIO","values":["5"]}]}]',
  '[{"conditions":[{"attribute":"RD_RATIO","operator":"GTE","values":["5"],"unit":5}]}]',
])('what a manual edit wrote in place of a criterion is shown as it is: %s', (text) => {
  expect(valueWords(model, alternatives, text, 'ZH')).toBe(text);
});

test('the value of an enum is what it is called in either language', () => {
  const stage = model.nodeTypes.get('Policy')?.properties.get('stage');
  expect(valueWords(model, stage, 'DRAFT', 'ZH')).toBe('征求意见稿');
  expect(valueWords(model, stage, 'DRAFT', 'EN')).toBe('draft');
  const kind = model.nodeTypes.get('Zone')?.properties.get('zoneKind');
  expect(valueWords(model, kind, 'FREE_TRADE_AREA', 'EN')).toBe('free trade area');
  expect(valueWords(model, kind, 'by other hands', 'EN')).toBe('by other hands');
});

test('every value of an enum has a Chinese word', () => {
  const types = [...model.nodeTypes.values(), ...model.stored.values()];
  const enums = types
    .flatMap(({ properties }) => [...properties.values()])
    .filter((each) => each.valueKind === 'enum');
  const wordless = [...enums, ...model.factProperties.filter((each) => each.valueKind === 'enum')].flatMap(
    (property) =>
      property.values
        .filter((value) => !/\p{Script=Han}/u.test(valueWords(model, property, value, 'ZH')))
        .map((value) => `${property.type} ${value}`),
  );
  expect(wordless).toEqual([]);
});

test('any other value is shown as it is stored', () => {
  const name = model.nodeTypes.get('Policy')?.properties.get('name');
  expect(valueWords(model, name, '[{"conditions":[]}]', 'ZH')).toBe('[{"conditions":[]}]');
});
