/** The names of records when a plan is applied, deleted ones included. */

import type { Dataset, DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import {
  dependentTypes,
  endsOfRecords,
  type RecordNames,
  recordNames,
} from '../../model/words/record-names.ts';
import type { Change } from '../changes/changes.ts';

/** The names for a plan; its dataset is walked once, and only where a record that is named by others is touched. */
export function nameRecords(
  model: Model,
  desired: Pick<Dataset, 'nodes' | 'relationships'>,
  changes: readonly Change[],
): RecordNames {
  const gone = new Map<string, DatasetNode>();
  const goneFacts: DatasetRelationship[] = [];
  for (const change of changes) {
    if (change.action !== 'delete') continue;
    if ('node' in change) gone.set(change.node.id, change.node);
    else goneFacts.push(change.relationship);
  }
  const nodeOf = (id: string) => desired.nodes.get(id) ?? gone.get(id);
  const dependents = dependentTypes(model);
  const wanted = new Set(
    changes
      .flatMap((change) =>
        'node' in change ? [change.node.id] : [change.relationship.from, change.relationship.to],
      )
      .map(ownerId)
      .filter((id) => dependents.has(nodeOf(id)?.type ?? '')),
  );
  const facts = function* () {
    yield* desired.relationships.values();
    yield* goneFacts;
  };
  const ends = wanted.size === 0 ? new Map() : endsOfRecords(model, facts(), (id) => wanted.has(id));
  return recordNames(model, nodeOf, ends);
}
