/** The same work for many things, a few at a time. */

import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapAtOnce } from '../../src/api/map-at-once.ts';

test('gives results in the order of the items, and works on so many at once', async () => {
  let [now, most] = [0, 0];
  const results = await mapAtOnce(2, [3, 1, 2, 0], async (turns) => {
    most = Math.max(most, ++now);
    for (let turn = 0; turn < turns; turn++) await setImmediate();
    now--;
    return turns * 10;
  });
  expect(results).toEqual([30, 10, 20, 0]);
  expect(most).toBe(2);
});

test('begins nothing more after a failure', async () => {
  const begun: number[] = [];
  const work = mapAtOnce(2, [0, 1, 2, 3], async (item) => {
    begun.push(item);
    await setImmediate();
    if (item === 0) throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  await setImmediate();
  await setImmediate();
  expect(begun.length).toBeLessThan(4);
});
