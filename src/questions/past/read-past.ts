/** What was at a revision, where it is not what is: read from the inverses that later revisions keep (§16.4). */

import { revisionUnavailable } from '../../diagnostics/client-error.ts';
import type { DatasetNode, DatasetRelationship } from '../../model/dataset.ts';
import { GRAPH_LABEL } from '../../model/model.ts';
import { type Decision, readFacts } from '../decision.ts';

/** What differs at a revision: nodes by id, relationships by key, undefined where there was none. */
export interface Past {
  readonly revision: number;
  readonly nodes: ReadonlyMap<string, DatasetNode | undefined>;
  readonly relationships: ReadonlyMap<string, DatasetRelationship | undefined>;
}

/** A change as revisions keep it, to be done on the way back. */
interface Kept {
  readonly action: 'create' | 'update' | 'delete';
  readonly node?: DatasetNode;
  readonly relationship?: DatasetRelationship;
}

/** How many changes later revisions may have kept: all of them are read. */
const MOST_CHANGES = 100_000;

/**
 * Reads what was at a revision.
 * @param field the root field that asks
 * @throws REVISION_UNAVAILABLE where there is no such revision, or no way back to it
 */
export function* readPast(field: string, revision: number): Decision<Past> {
  const [state] = yield* readFacts({
    text: `OPTIONAL MATCH (g:${GRAPH_LABEL} {id: 'graph'})
CALL () { MATCH (r:Revision) WHERE r.number > $revision
RETURN collect([r.number, coalesce(r.created, 0) + coalesce(r.updated, 0) + coalesce(r.deleted, 0)]) AS later }
RETURN coalesce(g.revision, 0) AS live, later, EXISTS { (:Revision {number: $revision}) } AS isThere`,
    parameters: { revision },
  });
  const live = Number(state?.live);
  const kept = new Map(pairsOf(state?.later));
  if (state?.isThere !== true || revision > live) {
    throw revisionUnavailable(field, revision, `there is no such revision; the newest is ${live}`);
  }
  const total = [...kept.values()].reduce((sum, count) => sum + count, 0);
  if (total > MOST_CHANGES) {
    throw revisionUnavailable(
      field,
      revision,
      `${total} changes lie between, and ${MOST_CHANGES} may be read`,
    );
  }
  const rows = yield* readFacts({
    text: `MATCH (p:RevisionPart) WHERE p.revision > $revision
RETURN p.revision AS revision, p.json AS json ORDER BY p.revision DESC, p.ordinal`,
    parameters: { revision },
  });
  const nodes = new Map<string, DatasetNode | undefined>();
  const relationships = new Map<string, DatasetRelationship | undefined>();
  for (const { revision: of, json } of rows) {
    yield;
    // Written by an apply, newest revision first, each change undoing what it did.
    const changes = JSON.parse(String(json)) as readonly Kept[];
    kept.set(Number(of), (kept.get(Number(of)) ?? 0) - changes.length);
    for (const { action, node, relationship } of changes) {
      if (node) nodes.set(node.id, action === 'delete' ? undefined : node);
      if (relationship) {
        relationships.set(relationship.key, action === 'delete' ? undefined : relationship);
      }
    }
  }
  const isWhole = kept.size === live - revision && [...kept.values()].every((left) => left === 0);
  if (!isWhole) throw revisionUnavailable(field, revision, 'a later revision keeps nothing to undo it by');
  return { revision, nodes, relationships };
}

function pairsOf(raw: unknown): readonly (readonly [number, number])[] {
  return (Array.isArray(raw) ? raw : []).map(([number, count]) => [Number(number), Number(count)]);
}
