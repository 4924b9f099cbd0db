/** Compares the entries of a backup, hashes first, with what was loaded: backup and restore count the same differences. */

import { stateOf } from '../../graph/reading/read-state.ts';
import type { Properties, Value } from '../../model/dataset.ts';
import { GRAPH_LABEL, type Model } from '../../model/model.ts';
import { isNodeAsStored, isRelationshipAsStored } from '../../model/stored/as-stored.ts';
import { digestOf } from '../../model/stored/dataset-digest.ts';
import { LEAF_LABEL, readFactText, readNodeText } from '../../model/stored/hash-leaves.ts';
import { bucketOf, sumHashes } from '../../model/stored/hash-sums.ts';
import type { BackupEntry } from './backup-entries.ts';

/** How the facts of a backup differ from what was loaded: edits outside kg are backed up as they are. */
export interface LoadedDifference {
  /** Records and facts whose content is not what their hash says; undefined where another model built the graph. */
  readonly changed: number | undefined;
  /** Whether the hashes come to another digest than the one of the revision: something is missing. */
  readonly missing: boolean;
}

function texts(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? value : [];
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
  const loaded = new Map<string, string>();
  const addLeaf = ({ nodes, facts }: Properties) => {
    for (const text of texts(nodes)) {
      const { id, hash } = readNodeText(text);
      loaded.set(id, hash);
    }
    for (const text of texts(facts)) {
      const { key, hash } = readFactText(text);
      loaded.set(key, hash);
    }
  };
  /** What a node or relationship was loaded with; those of an older form keep it themselves. */
  const hashOf = (name: Value | undefined, { hash: own }: Properties) =>
    loaded.get(String(name)) ?? (typeof own === 'string' ? own : undefined);
  const count = (id: string, hash: string | undefined) => {
    if (hash !== undefined) hashes.push([bucketOf(id), hash]);
  };
  const isAsLoaded = (entry: BackupEntry): boolean => {
    if ('labels' in entry) {
      const hash = hashOf(entry.set.id, entry.set);
      count(String(entry.set.id), hash);
      return !comparable || isNodeAsStored(model, entry.labels, entry.set, hash);
    }
    if (!('type' in entry)) return true;
    const hash = hashOf(entry.set.key, entry.set);
    count(entry.from, hash);
    return !comparable || isRelationshipAsStored(model, entry, hash);
  };
  return {
    add(entry) {
      if ('kept' in entry && entry.kept === LEAF_LABEL) addLeaf(entry.set);
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
