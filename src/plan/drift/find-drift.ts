/** Drift: manual edits and deletions in records that curators loaded. Pure. */

import { nodeHash, relationshipHash } from '../../model/identity.ts';
import { factWords } from '../../model/stored/fact-words.ts';
import { type Change, type Comparable, keepOnly } from '../changes/changes.ts';
import { diff } from '../changes/diff.ts';

/** One thing that is not as it was loaded. */
export interface Drift {
  /** A node's id, or a relationship's key. */
  readonly key: string;
  /** A node's id, or a relationship in words: its type and ends. */
  readonly id: string;
  readonly is: 'changed' | 'missing';
}

/**
 * What differs between what revisions say is there and what is there.
 * @param expected what was loaded, of the records touched
 * @param actual the same records as they are read; one that is not there is missing
 */
export function findDrift(expected: Comparable, actual: Comparable): readonly Drift[] {
  const found: Drift[] = [];
  for (const [id, node] of expected.nodes) {
    const is = actual.nodes.get(id);
    if (!is) found.push({ key: id, id, is: 'missing' });
    else if (nodeHash(is) !== nodeHash(node)) found.push({ key: id, id, is: 'changed' });
  }
  for (const [key, relationship] of expected.relationships) {
    const is = actual.relationships.get(key);
    const id = factWords(relationship);
    if (!is) found.push({ key, id, is: 'missing' });
    else if (relationshipHash(is) !== relationshipHash(relationship)) found.push({ key, id, is: 'changed' });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The changes that set what drifted back to what was loaded; what is there beyond that stays. */
export function repairDrift(expected: Comparable, actual: Comparable): readonly Change[] {
  const keys = new Set([...expected.nodes.keys(), ...expected.relationships.keys()]);
  return diff(expected, keepOnly(actual, keys));
}
