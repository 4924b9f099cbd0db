/** The statements that set drifted nodes and relationships back to what was loaded. */

import { createNodes, createRelationships, deleteByKey, updateNodes } from '../graph/apply-statements.ts';
import type { Model } from '../model/model.ts';
import type { Change } from './changes.ts';

/**
 * Missing nodes come again, changed ones are set, relationships are made anew: by hand one may have got values that
 * belong to the other of its stored types.
 * @param repairs creations and updates alone: nothing is in the way of a repair
 */
export function repairStatements(model: Model, repairs: readonly Change[]) {
  const nodes = repairs.flatMap((change) => ('node' in change ? [change] : []));
  const relationships = repairs.flatMap((change) => ('node' in change ? [] : [change.relationship]));
  return [
    ...createNodes(
      model,
      nodes.flatMap((each) => (each.action === 'create' ? [each.node] : [])),
    ),
    ...updateNodes(
      model,
      nodes.flatMap((each) =>
        each.action === 'update' ? [{ before: each.before, after: each.node, stands: undefined }] : [],
      ),
    ),
    ...deleteByKey(model, relationships),
    ...createRelationships(model, relationships),
  ];
}
