/** The views that questions were decided at: the ground of now, but for what has changed since (§16.4). */

import type { Model } from '../../model/model.ts';
import { groundFactOf, groundKinds, groundNodeOf } from '../../rules/dataset-rows.ts';
import { createGroundViews, type GroundViews } from '../../rules/ground-views.ts';
import { patchGround } from '../../rules/patch-ground.ts';
import type { Past } from './read-past.ts';

/** The views at a revision. */
export function viewsThen(
  model: Model,
  { ground, mostCandidates }: GroundViews,
  { nodes, relationships }: Past,
): GroundViews {
  const kinds = groundKinds(model);
  return createGroundViews(
    patchGround(ground, {
      nodes: new Map([...nodes].map(([id, node]) => [id, node && groundNodeOf(kinds, node)])),
      facts: new Map([...relationships].map(([key, fact]) => [key, fact && groundFactOf(fact)])),
    }),
    mostCandidates,
  );
}
