/** The facts of a dataset, indexed by the records they are about. */

import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import { ownerId } from '../../model/stored/owned-id.ts';
import type { Facts } from '../records/reading.ts';

/** Look-ups of nodes and relationships by id. */
export interface FactIndex {
  readonly nodes: readonly DatasetNode[];
  readonly find: (id: string) => DatasetNode | undefined;
  /** The relationships that lead away from a node. */
  readonly from: (id: string) => readonly DatasetRelationship[];
  /** The relationships that lead to a node. */
  readonly to: (id: string) => readonly DatasetRelationship[];
  /** The sources of a record, of what it owns, and of the relationships that it writes. */
  readonly sources: (id: string) => readonly DatasetNode[];
}

/** Indexes facts by their ends and their sources. */
export function indexFacts({ nodes, relationships }: Facts): FactIndex {
  const byId = new Map(nodes.map(({ value }) => [value.id, value]));
  const outgoing = new Map<string, DatasetRelationship[]>();
  const incoming = new Map<string, DatasetRelationship[]>();
  const cited = new Map<string, Set<string>>();
  const cite = (id: string, evidence: DatasetNode['evidence']) => {
    const sources = cited.get(ownerId(id)) ?? new Set();
    for (const { source } of evidence) sources.add(source);
    cited.set(ownerId(id), sources);
  };
  for (const { value } of nodes) cite(value.id, value.evidence);
  for (const { value } of relationships) {
    append(outgoing, value.from, value);
    append(incoming, value.to, value);
    cite(value.from, value.evidence);
  }
  return {
    nodes: [...byId.values()],
    find: (id) => byId.get(id),
    from: (id) => outgoing.get(id) ?? [],
    to: (id) => incoming.get(id) ?? [],
    sources: (id) => [...(cited.get(id) ?? [])].flatMap((source) => byId.get(source) ?? []),
  };
}

function append(map: Map<string, DatasetRelationship[]>, key: string, value: DatasetRelationship): void {
  const same = map.get(key);
  if (same) same.push(value);
  else map.set(key, [value]);
}
