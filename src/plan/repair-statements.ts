/** The statements that set drifted nodes and relationships back to what was loaded. */

import { restoreNodes, restoreRelationships } from '../graph/restore-statements.ts';
import type { Model } from '../model/model.ts';
import type { Change } from './changes.ts';

/**
 * What is missing comes again, what was changed is set back where it stands: what analysts wrote on it stays.
 * @param repairs creations and updates alone. One to create may be there all the same, without what it is found by.
 */
export function repairStatements(model: Model, repairs: readonly Change[]) {
  return [
    ...restoreNodes(
      model,
      repairs.flatMap((change) => ('node' in change ? [change.node] : [])),
    ),
    ...restoreRelationships(
      model,
      repairs.flatMap((change) => {
        if ('node' in change) return [];
        const { relationship: loaded } = change;
        return [{ found: change.action === 'update' ? change.before : loaded, loaded }];
      }),
    ),
  ];
}
