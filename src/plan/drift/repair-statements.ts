/** The statements that set drifted nodes and relationships back to what was loaded. */

import { keepSearchKeys } from '../../graph/statements/apply-statements.ts';
import { restoreNodes, restoreRelationships } from '../../graph/statements/restore-statements.ts';
import type { Model } from '../../model/model.ts';
import type { Wording } from '../../model/words/wording.ts';
import type { Change } from '../changes/changes.ts';

/**
 * What is missing is created again, what was changed is reverted in place: what analysts wrote on it stays.
 * @param repairs creations and updates alone. One to create may be there all the same, without what it is found by.
 */
export function repairStatements(model: Model, repairs: readonly Change[], wording: Wording) {
  const nodes = repairs.flatMap((change) => ('node' in change ? [change.node] : []));
  return [
    ...restoreNodes(model, nodes, wording),
    ...keepSearchKeys(model, nodes),
    ...restoreRelationships(
      model,
      repairs.flatMap((change) => {
        if ('node' in change) return [];
        const { relationship: loaded } = change;
        return [{ found: change.action === 'update' ? change.before : loaded, loaded }];
      }),
      wording,
    ),
  ];
}
