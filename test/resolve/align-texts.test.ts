/** The fewest edits between two texts. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsBetween } from '../../src/questions/resolve/align-texts.ts';

test('a character for another, one too few and two changed about are one edit each, with its place', () => {
  expect(editsBetween('漕河经开发区', '漕河泾开发区')).toEqual([{ from: '经', to: '泾', at: 2 }]);
  expect(editsBetween('漕河开发区', '漕河泾开发区')).toEqual([{ from: '', to: '泾', at: 2 }]);
  expect(editsBetween('河漕泾', '漕河泾')).toEqual([{ from: '河漕', to: '漕河', at: 0 }]);
});

test('edits done on the first text give the second', () => {
  const text = fc
    .array(fc.constantFrom('张', '江', '芯', 'a'), { maxLength: 8 })
    .map((each) => each.join(''));
  fc.assert(
    fc.property(text, text, (first, second) => {
      const characters = Array.from(first);
      for (const { from, to, at } of [...editsBetween(first, second)].reverse()) {
        characters.splice(at, Array.from(from).length, ...Array.from(to));
      }
      expect(characters.join('')).toBe(second);
    }),
  );
});
