/** Compares the entries of a backup with what was loaded: a backup counts what differs, and a restore finds the same. */

import { stateOf } from '../graph/read-state.ts';
import { isNodeAsStored, isRelationshipAsStored } from '../model/as-stored.ts';
import { digestOf } from '../model/dataset-digest.ts';
import { bucketOf, sumHashes } from '../model/hash-sums.ts';
import { GRAPH_LABEL, type Model } from '../model/model.ts';
import type { BackupEntry } from './backup-entries.ts';

/** How the facts of a backup differ from what was loaded: edits outside kg are backed up as they are. */
export interface LoadedDifference {
  /** Records and facts whose content is not what their hash says; undefined where another model built the graph. */
  readonly changed: number | undefined;
  /** Whether the hashes come to another digest than the one of the revision: something is missing. */
  readonly missing: boolean;
}

/** A comparison that is under way. */
export interface EntryComparison {
  /** Takes an entry. Whether it is as it was loaded; true where that cannot be seen. */
  add(entry: BackupEntry): boolean;
  /** What all entries come to. */
  result(): LoadedDifference;
}

/**
 * Begins a comparison.
 * @param modelVersion the model that built the graph: content can be compared by the same one alone
 */
export function compareEntries(model: Model, modelVersion: string | undefined): EntryComparison {
  const comparable = modelVersion === model.version;
  const hashes: [number, string][] = [];
  let changed = 0;
  let state = stateOf([]);
  const isAsLoaded = (entry: BackupEntry): boolean => {
    if (!comparable) return true;
    if ('labels' in entry) return isNodeAsStored(model, entry.labels, entry.set);
    return 'type' in entry ? isRelationshipAsStored(model, entry) : true;
  };
  return {
    add(entry) {
      if ('labels' in entry) hashes.push([bucketOf(String(entry.set.id)), String(entry.set.hash)]);
      else if ('type' in entry) hashes.push([bucketOf(entry.from), String(entry.set.hash)]);
      else if ('kept' in entry && entry.kept === GRAPH_LABEL) state = stateOf([{ state: entry.set }]);
      const isSame = isAsLoaded(entry);
      if (!isSame) changed += 1;
      return isSame;
    },
    result: () => ({
      changed: comparable ? changed : undefined,
      missing: !state.info || digestOf(state.info, sumHashes(hashes)) !== state.digest,
    }),
  };
}
