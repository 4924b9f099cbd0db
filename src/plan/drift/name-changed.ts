/** Names manual edits of what was loaded, as a plan that touches it would. */

import type { Run } from '../../cypher/statement.ts';
import { readRevisions } from '../../graph/reading/read-revisions.ts';
import type { DatasetNode, DatasetRelationship, Value } from '../../model/dataset.ts';
import { nodeHash, relationshipHash } from '../../model/identity.ts';
import { driftedEnds, driftedValues } from './merge-drift.ts';
import { readLoaded } from './read-loaded.ts';

/** A thing that is not stored as it would be written. */
export interface Stray {
  /** As it is shown: a node's id, or a relationship in words. */
  readonly id: string;
  /** As it is read. */
  readonly is: DatasetNode | DatasetRelationship;
  /** The hash that is kept of what was loaded. */
  readonly hash: Value | undefined;
  /** The names of all that is stored otherwise, what follows from other properties included. */
  readonly other: readonly string[];
}

/** The most things that are looked up in the ledger: each is sought in every text of it. */
const MOST = 1000;

/**
 * The properties that were changed, by what revisions say was loaded; what follows from those is not named.
 * @returns each thing with its names, none where no revision knows what was loaded
 */
export async function nameChanged(
  run: Run,
  strays: readonly Stray[],
): Promise<readonly { readonly id: string; readonly names: readonly string[] }[]> {
  const sought = strays.filter((stray) => !isAsHashed(stray)).slice(0, MOST);
  const newest = sought.length > 0 ? (await readRevisions(run))[0]?.number : undefined;
  const loaded = await readLoaded(run, new Set(sought.map(({ is }) => keyIn(is))), newest ?? 0);
  return strays.map((stray) => {
    const { id, is, other } = stray;
    if (isAsHashed(stray)) return { id, names: other };
    const was = 'key' in is ? loaded.relationships.get(is.key) : loaded.nodes.get(is.id);
    if (!was) return { id, names: [] };
    if (!('key' in was) && !('key' in is) && was.type !== is.type) return { id, names: ['nodeType'] };
    const values = [...driftedEnds(was, is, undefined), ...driftedValues(was, is, undefined)];
    return { id, names: values.length > 0 ? values.map(({ property }) => property) : other };
  });
}

/** Whether what was loaded is as it was: then only what follows from it was changed. */
function isAsHashed({ is, hash }: Stray): boolean {
  return hash === ('key' in is ? relationshipHash(is) : nodeHash(is));
}

function keyIn(is: DatasetNode | DatasetRelationship): string {
  return 'key' in is ? is.key : is.id;
}
