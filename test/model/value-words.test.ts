/** Stored values in words. */

import { expect, test } from 'vitest';
import { valueWords } from '../../src/model/value-words.ts';
import { model } from '../graph-fixture.ts';

const alternatives = model.nodeTypes.get('Criterion')?.properties.get('alternatives');

test('a criterion is its sentence in either language', () => {
  const stored =
    '[{"conditions":[{"attribute":"RD_EXPENSE","operator":"GTE","values":["5000000"],"unit":"元"}]}]';
  expect(valueWords(model, alternatives, stored, 'ZH')).toBe('研发费用不低于500万元');
  expect(valueWords(model, alternatives, stored, 'EN')).toBe('R&D expense of at least CNY 5,000,000');
});

test.each(['', 'x', '7', '[7]', '[{}]', '[{"conditions":[7]}]', '[{"conditions":[{}]}]'])(
  'what other hands wrote in place of one is shown as it is: %s',
  (text) => {
    expect(valueWords(model, alternatives, text, 'ZH')).toBe(text);
  },
);

test('any other value is shown as it is stored', () => {
  const name = model.nodeTypes.get('Policy')?.properties.get('name');
  expect(valueWords(model, name, '[{"conditions":[]}]', 'ZH')).toBe('[{"conditions":[]}]');
});
