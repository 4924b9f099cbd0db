/** The cached ground in the orders of commits, statements and failures that fast-check's scheduler chooses. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GraphError } from '../../src/graph/bolt/graph-error.ts';
import { type CachedGround, cacheGround } from '../../src/ground/cache-ground.ts';
import type { Ground } from '../../src/rules/ground.ts';
import { isSameGround } from '../../src/rules/same-ground.ts';
import { model } from '../graph-fixture.ts';
import { howMany } from '../proof/proof-size.ts';
import { FIRST_STATE, groundOf, randomCommits, scheduleCommits } from './random-states.ts';
import { isLoad, type RememberedGraph, rememberGraph, type State } from './remembered-graph.ts';

const RUNS = howMany('INTERLEAVINGS', 200, 10_000);
/** Followers that lag, and a Neo4j that is away at times. */
const behaviours = fc.record({
  lags: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { maxLength: 40 }),
  failures: fc.array(fc.constantFrom(false, false, false, false, true), { maxLength: 40 }),
});

const isGroundOf = (ground: Ground, state: State) => {
  const expected = groundOf(state);
  return expected !== undefined && isSameGround(ground, expected);
};

/** What is wrong with a ground: it is not that of its bookmark or, where it names none, not one of its revision. */
function faultOf(
  { views, revision, bookmark }: CachedGround,
  { states }: RememberedGraph,
): string | undefined {
  const named = states[Number(bookmark)];
  const possible =
    bookmark === '' ? states.filter((each) => each.revision === revision) : named ? [named] : [];
  const holds = possible.some((state) => state.revision === revision && isGroundOf(views.ground, state));
  return holds ? undefined : `bookmark ${bookmark}, revision ${revision}`;
}

test('a ground is that of the state it names, one load runs at a time, and failures are forgotten', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      randomCommits('apply', 'edit', 'note'),
      behaviours,
      async (scheduler, commits, behaviour) => {
        const remembered = rememberGraph(FIRST_STATE, { ...behaviour, scheduler, counted: isLoad });
        const cache = cacheGround(model, remembered.graph);
        const ask = async (seen: boolean) => {
          await scheduler.schedule(Promise.resolve(), 'a question arrives');
          const kept = await cache.ground(seen ? String(remembered.states.length - 1) : undefined);
          expect(faultOf(kept, remembered)).toBeUndefined();
          found += 1;
        };
        const questions = [true, false, true, false, true].map(ask);
        const ends = await scheduler.waitFor(
          Promise.allSettled([scheduleCommits(scheduler, remembered, commits), ...questions]),
        );
        const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
        expect(reasons.filter((reason) => !(reason instanceof GraphError))).toEqual([]);
        expect(remembered.mostAtOnce()).toBeLessThanOrEqual(1);
        // Whatever has failed or lagged before: once all is well again, the newest state is answered.
        remembered.recover();
        const newest = String(remembered.states.length - 1);
        const last = await scheduler.waitFor(cache.ground(newest));
        expect([last.bookmark, faultOf(last, remembered)]).toEqual([newest, undefined]);
      },
    ),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(RUNS);
});
