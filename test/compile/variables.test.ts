/** The names of variables, and how many an operation may have. */

import { expect, test } from 'vitest';
import { createVariables } from '../../src/compile/compiled.ts';

test('count up in each statement from 0', () => {
  const first = createVariables();
  expect([first('n'), first('r'), first('n')]).toEqual(['n0', 'r1', 'n2']);
  const further = first.apart();
  expect([further('s'), first('c')]).toEqual(['s0', 'c3']);
});

test('are 2,000 in all statements together, and one more is refused', () => {
  const first = createVariables();
  for (let count = 0; count < 1_000; count++) first('n');
  const further = first.apart().apart();
  for (let count = 0; count < 1_000; count++) further('n');
  const refusal = expect.objectContaining({ extensions: expect.objectContaining({ limit: 'statement' }) });
  expect(() => first.apart()('n')).toThrow(refusal);
  expect(() => first('n')).toThrow(refusal);
});
