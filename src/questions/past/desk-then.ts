/** The desk that questions were decided at: the ground of now, but for what has changed since (§16.4). */

import type { Model } from '../../model/model.ts';
import { groundFactOf, groundKinds, groundNodeOf } from '../../rules/dataset-rows.ts';
import { createDesk, type Desk } from '../../rules/desk.ts';
import { patchGround } from '../../rules/patch-ground.ts';
import type { Past } from './read-past.ts';

/** The desk at a revision. */
export function deskThen(
  model: Model,
  { ground, mostCandidates }: Desk,
  { nodes, relationships }: Past,
): Desk {
  const kinds = groundKinds(model);
  return createDesk(
    patchGround(ground, {
      nodes: new Map([...nodes].map(([id, node]) => [id, node && groundNodeOf(kinds, node)])),
      facts: new Map([...relationships].map(([key, fact]) => [key, fact && groundFactOf(fact)])),
    }),
    mostCandidates,
  );
}
