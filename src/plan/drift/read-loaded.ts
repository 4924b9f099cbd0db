/** What was loaded under some ids and keys, as the newest revisions that changed them keep it. */

import type { Run } from '../../cypher/statement.ts';
import { readInverseOf } from '../../graph/reading/read-revisions.ts';
import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Comparable } from '../changes/changes.ts';
import { parseParts } from '../changes/invert-changes.ts';
import { keyOf } from '../changes/read-ledger.ts';

/**
 * Looks things up in the ledger, from the newest revision back, ever more of them at a time.
 * @param keys ids of nodes and keys of relationships
 * @param newest the revision that the graph is at
 * @returns what was loaded; without those that were not, or that came with a first load by import
 */
export async function readLoaded(run: Run, keys: ReadonlySet<string>, newest: number): Promise<Comparable> {
  const nodes = new Map<string, DatasetNode>();
  const relationships = new Map<string, DatasetRelationship>();
  const wanted = new Set(keys);
  for (let to = newest, span = 1; to > 0 && wanted.size > 0; to -= span, span *= 2) {
    const parts = await readInverseOf(run, { from: Math.max(1, to - span + 1), to }, [...wanted]);
    for (const change of parseParts(parts)) {
      const key = keyOf(change);
      if (!wanted.delete(key)) continue;
      // What undoes a creation or an update goes from what was loaded; what undoes a deletion goes from nothing.
      if (change.action === 'create') continue;
      if ('node' in change) nodes.set(key, change.action === 'update' ? change.before : change.node);
      else {
        relationships.set(key, change.action === 'update' ? change.before : change.relationship);
      }
    }
  }
  return { nodes, relationships };
}
