/** The statements that set drifted nodes and relationships back to what was loaded. */

import { createNodes, createRelationships } from '../graph/apply-statements.ts';
import { restoreNodes, restoreRelationships } from '../graph/restore-statements.ts';
import type { Model } from '../model/model.ts';
import type { Change } from './changes.ts';

/**
 * What is missing comes again, what was changed is set back where it stands: what analysts wrote on it stays.
 * @param repairs creations and updates alone: nothing is in the way of a repair
 */
export function repairStatements(model: Model, repairs: readonly Change[]) {
  const nodes = repairs.flatMap((change) => ('node' in change ? [change] : []));
  const facts = repairs.flatMap((change) => ('node' in change ? [] : [change]));
  return [
    ...createNodes(
      model,
      nodes.flatMap(({ action, node }) => (action === 'create' ? [node] : [])),
    ),
    ...restoreNodes(
      model,
      nodes.flatMap(({ action, node }) => (action === 'update' ? [node] : [])),
    ),
    ...restoreRelationships(
      model,
      facts.flatMap((each) =>
        each.action === 'update' ? [{ found: each.before, loaded: each.relationship }] : [],
      ),
    ),
    ...createRelationships(
      model,
      facts.flatMap(({ action, relationship }) => (action === 'create' ? [relationship] : [])),
    ),
  ];
}
