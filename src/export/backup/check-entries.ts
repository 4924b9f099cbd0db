/** Holds the entries of a backup against the model and against each other, before any of them is written. */

import { KEPT_RELATIONSHIPS } from '../../graph/bookkeeping.ts';
import { relationshipTypes } from '../../graph/statements/schema-statements.ts';
import { GRAPH_LABEL, type Model } from '../../model/model.ts';
import { misfitsOfNode, misfitsOfRelationship } from '../../model/stored/fits-model.ts';
import { datasetNode, datasetRelationship } from '../../model/stored/stored-form.ts';
import type { BackupEnd, BackupEntry, BackupHead, NodeEntry, RelationshipEntry } from './backup-entries.ts';
import { compareEntries, type LoadedDifference } from './compare-entries.ts';
import { asEntry, entryName, keptOf, shapeFault } from './entry-shape.ts';

/** A check that is under way. */
export interface EntryCheck {
  /** Takes a value as the next entry: the entry, or what is wrong with it. */
  check(value: unknown): { readonly entry: BackupEntry } | { readonly fault: string };
  /** What is wrong with all of them together; undefined: nothing. */
  endFault(end: BackupEnd): string | undefined;
  /** How they differ from what was loaded. */
  difference(): LoadedDifference;
}

/** Begins to check the entries behind a head. */
export function checkEntries(model: Model, head: BackupHead): EntryCheck {
  const sameModel = head.modelVersion === model.version;
  const comparison = compareEntries(model, head.modelVersion ?? undefined);
  const types = new Map<string, string>();
  const known = new Set<string>();
  const storedTypes = new Set(relationshipTypes(model));
  let firstChanged: string | undefined;
  let graphs = 0;

  const isNew = (key: string) => known.size < known.add(key).size;
  const nodeFault = ({ set }: NodeEntry): string | undefined => {
    const id = String(set.id);
    if (types.has(id)) return 'is in it twice';
    types.set(id, String(set.nodeType));
    return undefined;
  };
  const relationshipFault = ({ type, from, to, set }: RelationshipEntry): string | undefined => {
    const lost = [from, to].find((id) => !types.has(id));
    if (lost !== undefined) return `has the end ${lost}, which is not in the backup before it`;
    if (sameModel && !storedTypes.has(type)) return 'has a type that the model does not name';
    return isNew(`key ${String(set.key)}`) ? undefined : 'is in it twice';
  };
  const keptFault = (entry: BackupEntry): string | undefined => {
    if ('kept' in entry) {
      const key = keptOf(entry.kept)?.key.map((name) => entry.set[name]);
      if (!isNew(JSON.stringify([entry.kept, key]))) return 'is in it twice';
      if (entry.kept !== GRAPH_LABEL) return undefined;
      graphs += 1;
      const { revision, digest, name, modelVersion = null } = entry.set;
      const says = [revision, digest, name, modelVersion];
      return JSON.stringify(says) ===
        JSON.stringify([head.revision, head.digest, head.dataset, head.modelVersion])
        ? undefined
        : 'says of the graph something else than the first line';
    }
    if (!('keptType' in entry)) return undefined;
    const label = KEPT_RELATIONSHIPS.find(({ type }) => type === entry.keptType)?.ends.label;
    const lost = [entry.from, entry.to].find((key) => !known.has(JSON.stringify([label, key])));
    return lost && `has the end ${lost.join(', ')}, which is not in the backup before it`;
  };
  /** What a record or fact that is as it was loaded has that no load could give it. */
  const misfit = (entry: BackupEntry): string | undefined => {
    if (!sameModel) return undefined;
    if ('labels' in entry) return misfitsOfNode(model, datasetNode(model, entry.set))[0];
    if (!('type' in entry)) return undefined;
    const { type, from, to, set } = entry;
    const relationship = datasetRelationship(model, type, from, to, set);
    return misfitsOfRelationship(model, relationship, (id) => types.get(id))[0];
  };

  return {
    check(value) {
      const shape = shapeFault(value);
      if (shape !== undefined) return { fault: `${entryName(value)} ${shape}` };
      const entry = asEntry(value);
      const fault =
        'labels' in entry ? nodeFault(entry) : 'type' in entry ? relationshipFault(entry) : keptFault(entry);
      if (fault !== undefined) return { fault: `${entryName(entry)} ${fault}` };
      if (comparison.add(entry)) {
        const words = misfit(entry);
        if (words !== undefined) return { fault: `the model cannot hold ${words}` };
      } else firstChanged ??= entryName(entry);
      return { entry };
    },
    endFault(end) {
      if (graphs === 0) return `it has no ${GRAPH_LABEL}, which says which graph it is of`;
      const { changed, missing } = comparison.result();
      if (changed !== undefined && changed !== (end.changed ?? 0)) {
        return `${changed} records or facts are not what their hashes say, and it says ${end.changed ?? 0}; the first is ${firstChanged}`;
      }
      if (missing !== (end.missing ?? false)) {
        return 'its records and facts do not come to the digest that it says';
      }
      return undefined;
    },
    difference: () => comparison.result(),
  };
}
