/** The ground of an earlier revision, made of the one of now and of what has changed, is the one that was (§16.4). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewsThen } from '../../src/ground/cache-pasts.ts';
import type { Past } from '../../src/model/past.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { diff } from '../../src/plan/changes/diff.ts';
import { createGroundViews } from '../../src/rules/ground-views.ts';
import { isSameGround } from '../../src/rules/same-ground.ts';
import { finish } from '../../src/rules/steps.ts';
import { model } from '../graph-fixture.ts';
import { randomDataset } from '../oracle/random-dataset.ts';
import { groundOfDataset } from '../rules/ground-of-dataset.ts';

test('for any two datasets, whichever came first', () => {
  fc.assert(
    fc.property(randomDataset(), randomDataset(), (one, other) => {
      const [then, now] = [deriveFacts(model, one), deriveFacts(model, other)];
      const nodes: [string, ReturnType<Past['nodes']['get']>][] = [];
      const relationships: [string, ReturnType<Past['relationships']['get']>][] = [];
      for (const change of diff(then, now)) {
        const isGone = change.action === 'delete';
        if ('node' in change) nodes.push([change.node.id, isGone ? undefined : change.node]);
        else relationships.push([change.relationship.key, isGone ? undefined : change.relationship]);
      }
      const past = { nodes: new Map(nodes), relationships: new Map(relationships) };
      const views = finish(viewsThen(model, createGroundViews(groundOfDataset(model, now)), past));
      expect(isSameGround(views.ground, groundOfDataset(model, then))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
