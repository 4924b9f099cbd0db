/** Why one revision cannot be undone alone: later ones touched what it changed. Pure. */

import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { DERIVED_PROPERTIES } from '../../model/stored/derive-facts.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import { writtenSides } from '../../model/words/record-names.ts';
import type { Change } from '../changes/changes.ts';
import { isDerived } from '../changes/is-derived.ts';

/** What looks like an id inside the text of a value. */
const ID = /[a-z][a-z-]*:[a-z0-9-]+/g;

/**
 * The records that a revision changed and later ones touched again: the records themselves, what they own, the facts
 * at them, and what rests on or names one that would go.
 * @param undone the changes that undo the revision
 * @param later the net of what came after it: what was undone since counts for nothing
 * @returns ids of records in order, each with the changes that touched it
 */
export function findLater(
  model: Model,
  undone: readonly Change[],
  later: readonly Change[],
): ReadonlyMap<string, readonly Change[]> {
  const { changed, ends, going } = reachOf(model, undone);
  const found = new Map<string, Change[]>();
  const note = (id: string, change: Change) => {
    const known = found.get(id);
    if (!known) found.set(id, [change]);
    else if (known.at(-1) !== change) known.push(change);
  };
  for (const change of later) {
    const values = 'node' in change ? [change.node] : [change.relationship];
    for (const id of touchedBy(change)) if (changed.has(id)) note(id, change);
    if ('node' in change && ends.has(change.node.id) && decidesEnds(change)) note(change.node.id, change);
    if (change.action === 'delete') continue;
    for (const id of values.flatMap(namedBy)) if (going.has(id)) note(id, change);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a revision changed: records with what they own and say, the far ends of facts, and what undoing it takes away. */
function reachOf(model: Model, undone: readonly Change[]) {
  const sides = writtenSides(model);
  const changed = new Set<string>();
  const ends = new Set<string>();
  const going = new Set<string>();
  for (const change of undone) {
    if ('node' in change) {
      changed.add(ownerId(change.node.id));
      if (change.action === 'delete') going.add(change.node.id);
    } else if (!isDerived(change, model)) {
      const { type, from, to } = change.relationship;
      // Citations follow from what starts at a record, its seed from where it is written.
      changed.add(ownerId(from));
      if (sides.get(type)?.direction === 'IN') changed.add(ownerId(to));
      ends.add(to).add(from);
    }
  }
  return { changed, ends, going };
}

function touchedBy(change: Change): readonly string[] {
  if ('node' in change) return [ownerId(change.node.id)];
  return [ownerId(change.relationship.from), ownerId(change.relationship.to)];
}

/** Whether a later change of a far end is more than its own affair: it is gone, or facts at it moved its days. */
function decidesEnds(change: Change): boolean {
  if (!('node' in change) || change.action !== 'update') return true;
  return DERIVED_PROPERTIES.some((day) => change.node.properties[day] !== change.before.properties[day]);
}

function namedBy(value: DatasetNode | DatasetRelationship): readonly string[] {
  const texts = Object.values(value.properties).flatMap((each) => String(each).match(ID) ?? []);
  return [...texts, ...value.evidence.map(({ source }) => source)];
}
