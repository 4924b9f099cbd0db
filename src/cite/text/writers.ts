/** Which end of a relationship a seed writes it on. */

import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';

/** The ends of a relationship, as its seed has them. */
export interface WrittenEnds {
  /** The id of what writes it. */
  readonly near: string;
  readonly far: string;
}

/** Gives the ends of each relationship. */
export function writersOf(
  model: Model,
  nodes: ReadonlyMap<string, DatasetNode>,
): (relationship: DatasetRelationship) => WrittenEnds {
  const written = new Set(
    [...model.nodeTypes.values()].flatMap((type) =>
      [...type.relationships.values()]
        .filter((relationship) => relationship.written)
        .map(({ stored, direction }) => `${type.name}\0${stored.type}\0${direction}`),
    ),
  );
  return ({ type, from, to }) => {
    const isOut = written.has(`${nodes.get(from)?.type}\0${type}\0OUT`);
    return isOut ? { near: from, far: to } : { near: to, far: from };
  };
}
