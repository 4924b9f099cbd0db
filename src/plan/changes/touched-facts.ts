/** What a plan touches, before and after, with records that change their id followed from the old to the new. */

import type { DatasetNode, DatasetRelationship, Evidence } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import type { Change } from './changes.ts';
import { findRenames, keyOfFact } from './find-renames.ts';

/** One thing before and after; one of the two may be missing. */
export interface Touched<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** The nodes and relationships that a plan touches, under the ids of today. */
export interface TouchedFacts {
  readonly nodes: readonly Touched<DatasetNode>[];
  readonly relationships: readonly Touched<DatasetRelationship>[];
  /** Old ids by the new one. */
  readonly renames: ReadonlyMap<string, string>;
}

/** Pairs what was with what is: a record that goes on under a new id is one record, and so is all that belongs to it. */
export function touchedFacts(model: Model, changes: readonly Change[]): TouchedFacts {
  const { records: current, rename } = findRenames(changes);
  const nodes = new Map<string, Touched<DatasetNode>>();
  const relationships = new Map<string, Touched<DatasetRelationship>>();
  for (const change of changes) {
    if ('node' in change) {
      const { before, after } = sidesOf(
        change.action,
        change.node,
        'before' in change ? change.before : undefined,
      );
      if (before) put(nodes, rename(before.id), { before: renamedNode(before, current, rename) });
      if (after) put(nodes, after.id, { after });
      continue;
    }
    const { relationship } = change;
    const { before, after } = sidesOf(
      change.action,
      relationship,
      'before' in change ? change.before : undefined,
    );
    if (current.size === 0) put(relationships, relationship.key, { before, after });
    else {
      if (before) {
        const moved = renamedRelationship(before, rename);
        put(relationships, keyOfFact(model, moved), { before: moved });
      }
      if (after) put(relationships, keyOfFact(model, after), { after });
    }
  }
  const renames = new Map([...current].map(([old, now]) => [now, old]));
  for (const [now, old] of renames) {
    const each = nodes.get(now);
    if (each) nodes.set(now, withoutOwnIds(each, [old, now]));
  }
  return { nodes: [...nodes.values()], relationships: [...relationships.values()], renames };
}

function sidesOf<T>(action: Change['action'], value: T, before: T | undefined): Touched<T> {
  if (action === 'create') return { before: undefined, after: value };
  if (action === 'delete') return { before: value, after: undefined };
  return { before, after: value };
}

function put<T>(map: Map<string, Touched<T>>, key: string, side: Partial<Touched<T>>): void {
  const known = map.get(key) ?? { before: undefined, after: undefined };
  map.set(key, { before: side.before ?? known.before, after: side.after ?? known.after });
}

/** A node under its id of today, with evidence by the ids of today. */
function renamedNode(
  node: DatasetNode,
  renames: ReadonlyMap<string, string>,
  rename: (id: string) => string,
): DatasetNode {
  if (renames.size === 0) return node;
  return { ...node, id: rename(node.id), evidence: renamedEvidence(node.evidence, rename) };
}

/** A record that goes on under a new id: that it remembers the old one, or the new one no more, is no news beside that. */
function withoutOwnIds(
  { before, after }: Touched<DatasetNode>,
  ids: readonly string[],
): Touched<DatasetNode> {
  if (!before || !after) return { before, after };
  const [was, is] = [before, after].map(({ properties: { formerIds } }) => {
    const former = Array.isArray(formerIds) ? formerIds.map(String) : [];
    return former.filter((id) => !ids.includes(id)).sort();
  });
  if (was?.join(' ') !== is?.join(' ')) return { before, after };
  const { formerIds: _, ...others } = before.properties;
  const { formerIds } = after.properties;
  const properties = formerIds === undefined ? others : { ...others, formerIds };
  return { before: { ...before, properties }, after };
}

function renamedRelationship(
  relationship: DatasetRelationship,
  rename: (id: string) => string,
): DatasetRelationship {
  const { from, to, evidence } = relationship;
  return { ...relationship, from: rename(from), to: rename(to), evidence: renamedEvidence(evidence, rename) };
}

function renamedEvidence(evidence: readonly Evidence[], rename: (id: string) => string): readonly Evidence[] {
  return evidence.map((each) => ({ ...each, source: rename(each.source) }));
}
