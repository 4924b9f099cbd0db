/** Reads the revisions, the changes that undo them, and their recorded changes. */

import type { Run } from '../../cypher/statement.ts';
import type { Dataset, DatasetInfo } from '../../model/dataset.ts';
import { GRAPH_LABEL, NODE, SOURCE } from '../../model/model.ts';
import { CHANGES_IN_PART, changeRevision } from '../../model/recorded-change.ts';

/** How a revision went back: to an earlier one, or over one alone. */
export interface UndoMark {
  readonly kind: 'rollback' | 'revert';
  /** The revision gone back to, or undone. */
  readonly revision: number;
  /** The revisions that it undid. */
  readonly undone: readonly number[];
}

/** A revision, without its changes. */
export interface Revision {
  readonly number: number;
  readonly at: string;
  readonly digest: string;
  readonly modelVersion: string | undefined;
  /** What the dataset said of itself. */
  readonly info: DatasetInfo | undefined;
  /** How many changes it keeps to be undone by. */
  readonly kept: number;
  /** How many records and facts it created, as its plan counted; of one from before that was kept, all that changed. */
  readonly created: number;
  readonly renamed: number;
  readonly updated: number;
  readonly deleted: number;
  /** How many changes it recorded. */
  readonly told: number;
  readonly undo: UndoMark | undefined;
  /** The revision that did again, knowingly, what this one undid. */
  readonly redoneBy: number | undefined;
}

/** All revisions, newest first. */
export async function readRevisions(run: Run): Promise<readonly Revision[]> {
  const rows = await run({
    text: 'MATCH (r:Revision) RETURN properties(r) AS stored ORDER BY r.number DESC',
    parameters: {},
  });
  // Written by apply alone.
  return rows.map((row) => revisionOf(row.stored as Readonly<Record<string, unknown>>));
}

function revisionOf(stored: Readonly<Record<string, unknown>>): Revision {
  const text = (name: string) => (typeof stored[name] === 'string' ? stored[name] : undefined);
  const count = (name: string) => (typeof stored[name] === 'number' ? stored[name] : 0);
  const name = text('name');
  const timeZone = text('timeZone');
  const counted = typeof stored.recordsCreated === 'number';
  const kind = text('undo');
  return {
    number: count('number'),
    at: text('at') ?? '',
    digest: text('digest') ?? '',
    modelVersion: text('modelVersion'),
    info:
      name === undefined || timeZone === undefined
        ? undefined
        : { name, timeZone, home: text('home'), licence: text('licence') },
    kept: count('created') + count('updated') + count('deleted'),
    created: count(counted ? 'recordsCreated' : 'created'),
    renamed: count('recordsRenamed'),
    updated: count(counted ? 'recordsUpdated' : 'updated'),
    deleted: count(counted ? 'recordsDeleted' : 'deleted'),
    told: count('told'),
    undo:
      kind === 'rollback' || kind === 'revert'
        ? { kind, revision: count('undoOf'), undone: (stored.undone ?? []) as readonly number[] }
        : undefined,
    redoneBy: typeof stored.redoneBy === 'number' ? stored.redoneBy : undefined,
  };
}

/** The texts that hold the changes which undo a revision, in order. */
export async function readInverse(run: Run, revision: number): Promise<readonly string[]> {
  const rows = await run({
    text: 'MATCH (p:RevisionPart {revision: $revision}) RETURN p.json AS json ORDER BY p.ordinal',
    parameters: { revision },
  });
  return rows.map(({ json }) => String(json));
}

/**
 * The texts of some revisions, newest first, that speak of any of some ids or keys: a text may hold others too.
 * @param span first and last revision
 */
export async function readInverseOf(
  run: Run,
  { from, to }: { readonly from: number; readonly to: number },
  keys: readonly string[],
): Promise<readonly string[]> {
  const rows = await run({
    text: `MATCH (p:RevisionPart) WHERE p.revision >= $from AND p.revision <= $to
AND any(key IN $keys WHERE p.json CONTAINS key)
RETURN p.json AS json ORDER BY p.revision DESC, p.ordinal`,
    parameters: { from, to, keys: keys.map((key) => JSON.stringify(key)) },
  });
  return rows.map(({ json }) => String(json));
}

/** A change as apply kept it. */
export interface KeptChange {
  readonly place: number;
  readonly revision: number;
  readonly entityId: string;
  /** The rest of it, as JSON. */
  readonly told: string;
}

/** The recorded changes of a record, by its id or any id that it has had; newest first. */
export async function readToldAbout(run: Run, id: string): Promise<readonly KeptChange[]> {
  const rows = await run({
    text: `CALL () { OPTIONAL MATCH (:FormerId {id: $id})-[:NOW*0..]-(x)
WITH collect(DISTINCT x.id) AS found
RETURN CASE WHEN size(found) = 0 THEN [$id] ELSE found END AS ids }
UNWIND ids AS id MATCH (c:ChangedId {id: id}) UNWIND c.places AS place
WITH DISTINCT place ORDER BY place
WITH place, (place % ${CHANGES_IN_PART} + ${CHANGES_IN_PART}) % ${CHANGES_IN_PART} AS i
MATCH (part:ChangePart {place: place - i})
RETURN place, part.entityIds[i] AS entityId, part.told[i] AS told ORDER BY place`,
    parameters: { id },
  });
  return rows.map(({ place, entityId, told }) => ({
    place: Number(place),
    revision: changeRevision(Number(place)),
    entityId: String(entityId),
    told: String(told),
  }));
}

/** Those of some revisions that recorded a change of any of some ids; an index answers this, however large they are. */
export async function readTellingOf(
  run: Run,
  revisions: readonly number[],
  ids: readonly string[],
): Promise<ReadonlySet<number>> {
  const rows = await run({
    text: `UNWIND $ids AS id MATCH (c:ChangedId {id: id}) WHERE c.revision IN $revisions
RETURN DISTINCT c.revision AS revision`,
    parameters: { ids, revisions },
  });
  return new Set(rows.map(({ revision }) => Number(revision)));
}

/** Whether a record has an id now. */
export async function isThere(run: Run, id: string): Promise<boolean> {
  const rows = await run({
    text: `MATCH (n:${NODE} {id: $id}) WHERE n.nodeType IS NOT NULL RETURN n.id AS id`,
    parameters: { id },
  });
  return rows.length > 0;
}

/** How much a graph holds, as apply counted it. */
export interface Totals {
  readonly nodes: number;
  readonly relationships: number;
  readonly sources: number;
}

/** The size of a dataset, which apply stores, so that no answer has to count it. */
export function totalsOf({ nodes, relationships }: Pick<Dataset, 'nodes' | 'relationships'>): Totals {
  let sources = 0;
  for (const { type } of nodes.values()) if (type === SOURCE) sources += 1;
  return { nodes: nodes.size, relationships: relationships.size, sources };
}

/** Counts the loaded nodes and relationships that are there now, edits outside kg included. */
export async function countLoaded(run: Run): Promise<Pick<Totals, 'nodes' | 'relationships'>> {
  const [row] = await run({
    text: `CALL () { MATCH (n) WHERE n.nodeType IS NOT NULL RETURN count(n) AS nodes }
CALL () { MATCH ()-[r]->() WHERE r.key IS NOT NULL RETURN count(r) AS relationships }
RETURN nodes, relationships`,
    parameters: {},
  });
  return { nodes: Number(row?.nodes ?? 0), relationships: Number(row?.relationships ?? 0) };
}

/** Reads how much the graph holds, as its last apply counted it. */
export async function readTotals(run: Run): Promise<Totals> {
  const [row] = await run({
    text: `MATCH (g:${GRAPH_LABEL} {id: 'graph'})
RETURN g.nodes AS nodes, g.relationships AS relationships, g.sources AS sources`,
    parameters: {},
  });
  const count = (name: string) => Number(row?.[name] ?? 0);
  return { nodes: count('nodes'), relationships: count('relationships'), sources: count('sources') };
}
