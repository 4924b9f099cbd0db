/** How much a filter or an order asks. */

import { expect, it, test } from 'vitest';
import { isNestedDeeper, measureConditions } from '../../src/api/measure-conditions.ts';

test.each([
  ['nothing', undefined, { conditions: 0, walks: 0, depth: 0, values: 0 }],
  ['nothing by a null', { name: null, or: null }, { conditions: 0, walks: 0, depth: 0, values: 0 }],
  ['an empty filter', {}, { conditions: 1, walks: 0, depth: 0, values: 0 }],
  [
    'two operators',
    { name: { eq: 'a', contains: null, startsWith: 'a' } },
    { conditions: 2, walks: 0, depth: 0, values: 0 },
  ],
  ['a list of values as one', { id: { in: ['a', 'b'] } }, { conditions: 1, walks: 0, depth: 0, values: 2 }],
  [
    'a relationship and what it leads to',
    { places: { some: { isIn: 'x' } } },
    { conditions: 2, walks: 2, depth: 1, values: 0 },
  ],
  [
    'alternatives',
    { or: [{}, { not: { name: { eq: 'a' } } }] },
    { conditions: 2, walks: 0, depth: 2, values: 0 },
  ],
  [
    'an order',
    [{ name: 'ASC' }, { places: { count: 'DESC' } }],
    { conditions: 2, walks: 1, depth: 0, values: 0 },
  ],
])('%s is measured', (_, argument, size) => {
  expect(measureConditions(argument)).toEqual(size);
});

it('nesting past all stacks is seen without falling', () => {
  let deep: unknown = 'x';
  for (let level = 0; level < 100_000; level++) deep = level % 2 ? [deep] : { not: deep };
  expect(isNestedDeeper(deep, 50)).toBe(true);
  expect(isNestedDeeper({ a: [{ b: 'x' }] }, 3)).toBe(false);
  expect(isNestedDeeper({ a: [{ b: 'x' }] }, 2)).toBe(true);
});
