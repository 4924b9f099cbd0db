/** As of an earlier revision as many targets as are allowed are read, and one more is refused (§16.4). */

import { expect, test } from 'vitest';
import type { Past } from '../../src/model/past.ts';
import { targetsThen } from '../../src/questions/progress/targets-then.ts';
import { createGroundViews } from '../../src/rules/ground-views.ts';
import { model } from '../graph-fixture.ts';
import { buildDataset } from '../oracle/build-dataset.ts';
import { groundOfDataset } from '../rules/ground-of-dataset.ts';

const DAY = 20_241_001;
const PAST: Past = {
  revision: 1,
  nodes: new Map(),
  relationships: new Map(),
  relationshipsNow: new Map(),
  changedIn: new Map(),
};

/** Whether the question goes on after it has read so many ids of targets. */
function goesOn(count: number): boolean {
  const view = createGroundViews(groundOfDataset(model, buildDataset({}, []))).onDay(DAY, false);
  const work = targetsThen(model, PAST, view, DAY, {});
  work.next([]);
  return work.next(Array.from({ length: count }, (_, n) => ({ id: `target:${n}` }))).done === false;
}

test('10,000 targets are read', () => {
  expect(goesOn(10_000)).toBe(true);
});

test('10,001 are too many', () => {
  expect(() => goesOn(10_001)).toThrow(
    expect.objectContaining({
      extensions: expect.objectContaining({ code: 'QUERY_TOO_COMPLEX', limit: 'targets', allowed: 10_000 }),
    }),
  );
});
