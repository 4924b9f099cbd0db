/** Relationships of other hands on what a plan deletes: Neo4j keeps no relationship without its ends, and nobody asked for theirs to go. */

import { foreignRelationships } from '../graph/apply-statements.ts';
import type { Run } from '../graph/graph.ts';
import type { DatasetNode } from '../model/dataset.ts';
import type { Model } from '../model/model.ts';
import { ApplyRefused, withList } from './apply-refused.ts';
import type { Change } from './changes.ts';
import { pairMoves } from './pair-moves.ts';

/** A relationship that was not loaded, on a node that would be deleted. */
export interface ForeignRelationship {
  /** The node that would be deleted. */
  readonly id: string;
  readonly type: string;
  /** The node at the far end: its id, or what Neo4j calls it. */
  readonly other: string;
}

/** A foreign relationship as curators are told of it: its direction is left aside. */
export function foreignWords({ id, type, other }: ForeignRelationship): string {
  return `${id} -[${type}]- ${other}`;
}

/** What stands in the way of the deletions of a plan; nothing is asked where there are none. */
export async function findForeign(
  model: Model,
  changes: readonly Change[],
  run: Run,
): Promise<readonly ForeignRelationship[]> {
  const nodes: DatasetNode[] = [];
  const going: string[] = [];
  for (const change of pairMoves(model, changes).changes) {
    if (change.action !== 'delete') continue;
    if ('node' in change) nodes.push(change.node);
    else going.push(change.relationship.key);
  }
  return readForeign(nodes, going, run);
}

/** The foreign relationships on nodes, beside relationships that go. */
export async function readForeign(
  nodes: readonly DatasetNode[],
  going: readonly string[],
  run: Run,
): Promise<readonly ForeignRelationship[]> {
  if (nodes.length === 0) return [];
  const rows = await run(foreignRelationships(nodes, going));
  return rows.map(({ id, type, other }) => ({ id: String(id), type: String(type), other: String(other) }));
}

/**
 * Refuses deletions that relationships of other hands hang on.
 * @throws ApplyRefused that names them
 */
export function refuseForeign(foreign: readonly ForeignRelationship[] = []): void {
  if (foreign.length === 0) return;
  throw new ApplyRefused(
    'foreign-relationships',
    withList(
      'Relationships that were not loaded from seeds hang on nodes that would be deleted; remove them first, or keep the nodes:',
      foreign.map(foreignWords),
    ),
  );
}
