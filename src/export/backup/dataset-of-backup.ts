/** The facts that a backup holds, as a dataset. */

import type { Dataset, DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import { GRAPH_LABEL, type Model } from '../../model/model.ts';
import { datasetNode, datasetRelationship } from '../../model/stored/stored-form.ts';
import { readBackup } from './read-backup.ts';

/**
 * Reads a backup to its end.
 * @throws ExportRefused where it is not as it was written, or the model cannot hold it
 */
export async function datasetOfBackup(model: Model, path: string): Promise<Dataset> {
  const { head, entries } = await readBackup(model, path);
  const nodes = new Map<string, DatasetNode>();
  const relationships = new Map<string, DatasetRelationship>();
  let timeZone = 'UTC';
  for await (const entry of entries) {
    if ('labels' in entry) {
      const node = datasetNode(model, entry.set);
      nodes.set(node.id, node);
    } else if ('type' in entry) {
      const fact = datasetRelationship(model, entry.type, entry.from, entry.to, entry.set);
      relationships.set(fact.key, fact);
    } else if ('kept' in entry && entry.kept === GRAPH_LABEL) timeZone = String(entry.set.timeZone);
  }
  return {
    info: { name: head.dataset, timeZone, home: undefined, licence: undefined },
    nodes,
    relationships,
  };
}
