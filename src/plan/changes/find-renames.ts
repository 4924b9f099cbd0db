/** Which records a plan brings under another id: they remain the same records, with all that belongs to them. */

import type { DatasetRelationship } from '../../model/dataset.ts';
import { relationshipKey } from '../../model/identity.ts';
import type { Model } from '../../model/model.ts';
import { ownedPlace } from '../../model/stored/owned-id.ts';
import type { Change } from './changes.ts';

/** Records under new ids. */
export interface Renames {
  /** New ids of records by the old one. */
  readonly records: ReadonlyMap<string, string>;
  /** The id of today of a record, or of what one owns. */
  readonly rename: (id: string) => string;
}

/**
 * A record that comes and names, among its former ids, one of its type that goes; and on the way back, one that comes
 * under an id that one which goes remembers.
 */
export function findRenames(changes: readonly Change[]): Renames {
  const gone = new Map<string, { readonly type: string; readonly former: readonly string[] }>();
  const heirs = new Map<string, string>();
  for (const change of changes) {
    if (!('node' in change) || change.action !== 'delete') continue;
    const { id, type, properties } = change.node;
    const former = textsOf(properties.formerIds);
    gone.set(id, { type, former });
    for (const each of former) heirs.set(each, id);
  }
  const records = new Map<string, string>();
  for (const change of gone.size === 0 ? [] : changes) {
    if (!('node' in change) || change.action !== 'create') continue;
    const { id, type, properties } = change.node;
    const heir = heirs.get(id);
    const candidates = [...textsOf(properties.formerIds), ...(heir === undefined ? [] : [heir])];
    const old = candidates.find((each) => gone.get(each)?.type === type && !records.has(each));
    if (old !== undefined) records.set(old, id);
  }
  return { records, rename: (id) => records.get(id) ?? renameOwned(id, records) };
}

/** What makes a relationship the same one: the key that it has by its type, ends and key properties. */
export function keyOfFact(model: Model, { type, from, to, properties }: DatasetRelationship): string {
  const declared = [...(model.stored.get(type)?.properties ?? []), ...model.factProperties];
  const values = declared.filter(({ key }) => key).map(({ name }) => properties[name]?.toString());
  return relationshipKey(type, from, to, values);
}

function renameOwned(id: string, renames: ReadonlyMap<string, string>): string {
  const owner = ownedPlace(id)?.owner;
  const now = owner === undefined ? undefined : renames.get(owner);
  return owner === undefined || now === undefined ? id : `${now}${id.slice(owner.length)}`;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
