/** Reads what was at a revision, where it is not what is: from the inverses that later revisions keep (§16.4). */

import type { Row, Run } from '../cypher/statement.ts';
import type { DatasetNode, DatasetRelationship } from '../model/dataset.ts';
import { GRAPH_LABEL } from '../model/model.ts';
import type { Past } from '../model/past.ts';
import type { Steps } from '../rules/steps.ts';
import { inTurns } from './in-turns.ts';

/** A revision cannot be gone back to. */
export class PastUnavailable extends Error {
  readonly revision: number;

  /** @param why as a part of a sentence */
  constructor(revision: number, why: string) {
    super(why);
    this.name = 'PastUnavailable';
    this.revision = revision;
  }
}

/** A change as revisions keep it, to be done on the way back. */
type Kept =
  | { readonly action: 'create' | 'delete'; readonly node: DatasetNode }
  | { readonly action: 'create' | 'delete'; readonly relationship: DatasetRelationship }
  | { readonly action: 'update'; readonly node: DatasetNode; readonly before: DatasetNode }
  | {
      readonly action: 'update';
      readonly relationship: DatasetRelationship;
      readonly before: DatasetRelationship;
    };

/** How many changes later revisions may have kept: all of them are read. */
const MOST_CHANGES = 100_000;

/**
 * Reads what was at a revision.
 * @param live the revision that it is compared with
 * @returns undefined where the graph is of another revision by now
 * @throws PastUnavailable where there is no such revision, or no way back to it
 */
export async function loadPast(run: Run, revision: number, live: number): Promise<Past | undefined> {
  const [state] = await run({
    text: `OPTIONAL MATCH (g:${GRAPH_LABEL} {id: 'graph'})
CALL () { MATCH (r:Revision) WHERE r.number > $revision
RETURN collect([r.number, coalesce(r.created, 0) + coalesce(r.updated, 0) + coalesce(r.deleted, 0)]) AS later }
RETURN coalesce(g.revision, 0) AS live, later, EXISTS { (:Revision {number: $revision}) } AS isThere`,
    parameters: { revision },
  });
  if (Number(state?.live) !== live) return undefined;
  if (state?.isThere !== true || revision > live) {
    throw new PastUnavailable(revision, `there is no such revision; the newest is ${live}`);
  }
  const kept = new Map(pairsOf(state.later));
  const total = [...kept.values()].reduce((sum, count) => sum + count, 0);
  if (total > MOST_CHANGES) {
    throw new PastUnavailable(
      revision,
      `${total} changes lie between, and ${MOST_CHANGES} may be read; ask for a newer revision`,
    );
  }
  const rows = await run({
    text: `MATCH (p:RevisionPart) WHERE $revision < p.revision <= $live
RETURN p.revision AS revision, p.json AS json ORDER BY p.revision DESC, p.ordinal`,
    parameters: { revision, live },
  });
  return await inTurns(foldParts(rows, revision, live, kept));
}

/**
 * Does changes on the way back, newest revision first.
 * @param left how many changes each revision kept
 */
function* foldParts(
  rows: readonly Row[],
  revision: number,
  live: number,
  left: Map<number, number>,
): Steps<Past> {
  const nodes = new Map<string, DatasetNode | undefined>();
  const relationships = new Map<string, DatasetRelationship | undefined>();
  const relationshipsNow = new Map<string, DatasetRelationship | undefined>();
  const changedIn = new Map<string, number[]>();
  for (const { revision: of, json } of rows) {
    yield;
    // Written by an apply, each change undoing what it did.
    const changes = JSON.parse(String(json)) as readonly Kept[];
    left.set(Number(of), (left.get(Number(of)) ?? 0) - changes.length);
    for (const change of changes) {
      const isGone = change.action === 'delete';
      const changed = 'node' in change ? change.node.id : change.relationship.key;
      changedIn.set(changed, [...(changedIn.get(changed) ?? []), Number(of)]);
      if ('node' in change) nodes.set(change.node.id, isGone ? undefined : change.node);
      else {
        const { relationship } = change;
        if (!relationships.has(relationship.key)) relationshipsNow.set(relationship.key, before(change));
        relationships.set(relationship.key, isGone ? undefined : relationship);
      }
    }
  }
  const isWhole = left.size === live - revision && [...left.values()].every((count) => count === 0);
  if (!isWhole) throw new PastUnavailable(revision, 'a later revision keeps nothing to undo it by');
  return { revision, nodes, relationships, relationshipsNow, changedIn };
}

/** What a relationship is before the change that goes back. */
function before(change: Extract<Kept, { relationship: unknown }>): DatasetRelationship | undefined {
  if (change.action === 'update') return change.before;
  return change.action === 'delete' ? change.relationship : undefined;
}

function pairsOf(raw: unknown): readonly (readonly [number, number])[] {
  return (Array.isArray(raw) ? raw : []).map(([number, count]) => [Number(number), Number(count)]);
}
