/** Seeds as text: legible, and read as what they were written of. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { inLine, seedRecord } from '../../src/export/forms/seed-text.ts';
import { HOSTILE } from './hostile-seeds.ts';

test('a record is laid out as a curator would', () => {
  const record = {
    id: 'firm:f',
    name: '蓝帆医疗',
    nameEn: 'Bluesail Medical',
    industries: ['industry:med'],
    places: [{ to: 'region:zhoupu', role: 'PRODUCTION' }, 'region:b'],
    code: '002382',
    evidence: { source: 'source:s', locator: 'p1' },
  };
  expect(seedRecord(record)).toBe(`  - id: firm:f
    name: 蓝帆医疗
    nameEn: Bluesail Medical
    industries: [industry:med]
    places:
      - { to: region:zhoupu, role: PRODUCTION }
      - region:b
    code: "002382"
    evidence: { source: source:s, locator: p1 }
`);
});

test('whatever a text is, it is read as itself, in brackets too', () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...HOSTILE));
  fc.assert(
    fc.property(texts, (text) => {
      const read = parse(`- ${inLine({ a: text, b: [text, text] })}`, { schema: 'failsafe' });
      expect(read).toEqual([{ a: text, b: [text, text] }]);
    }),
  );
});
