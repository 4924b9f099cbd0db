/** The statements that keep what a revision changed: told, change by change, and undone, as its exact inverse. */

import type { Statement } from '../cypher/statement.ts';
import { changePlace, type ToldChange } from '../model/told-change.ts';

/** How many rows go into one statement. */
const BATCH = 5_000;
/** How many parts of an inverse go into one statement; each is some hundred kilobytes. */
const PARTS = 8;

/** An id that a record had before, and the one it has now. */
export interface FormerId {
  readonly former: string;
  readonly id: string;
}

/**
 * Keeps told changes, each a node under its place in the order, and beside it an entry for each other id that it is
 * about. None has the label of the product's nodes: no list, look-up or hash sees them.
 * @example
 * UNWIND $rows AS row CREATE (c:Change) SET c = row
 */
export function* recordChanges(revision: number, changes: readonly ToldChange[]): Generator<Statement> {
  for (let start = 0; start < changes.length; start += BATCH) {
    const batch = changes
      .slice(start, start + BATCH)
      .map((change, index) => ({ change, place: changePlace(revision, start + index) }));
    yield {
      text: 'UNWIND $rows AS row CREATE (c:Change) SET c = row',
      parameters: { rows: batch.map(({ change, place }) => keptChange(change, revision, place)) },
    };
    const about = batch.flatMap(({ change, place }) => change.aboutIds.map((id) => ({ id, place })));
    if (about.length === 0) continue;
    yield { text: 'UNWIND $rows AS row CREATE (a:ChangeAbout) SET a = row', parameters: { rows: about } };
  }
}

/** A change as it is kept: what is looked for and shown as properties, the parts of its sentence as one text. */
function keptChange(
  { aboutIds, words, nodeType, property, before, after, ...told }: ToldChange,
  revision: number,
  place: number,
) {
  return {
    ...told,
    property: property ?? null,
    before: before ?? null,
    after: after ?? null,
    words: JSON.stringify({ nodeType, ...words }),
    revision,
    place,
  };
}

/** Keeps which ids are of one record, so that a former id finds the record and its whole history. */
export function recordFormerIds(rows: readonly FormerId[]): readonly Statement[] {
  if (rows.length === 0) return [];
  return [
    {
      text: `UNWIND $rows AS row MERGE (a:FormerId {id: row.former}) MERGE (b:FormerId {id: row.id})
MERGE (a)-[:NOW]->(b)`,
      parameters: { rows },
    },
  ];
}

/** Keeps the inverse of a revision in parts; they are made while they are sent. */
export function* recordInverse(revision: number, parts: Iterable<string>): Generator<Statement> {
  let rows: { revision: number; ordinal: number; json: string }[] = [];
  let ordinal = 0;
  const text = 'UNWIND $rows AS row CREATE (p:RevisionPart) SET p = row';
  for (const json of parts) {
    rows.push({ revision, ordinal: ordinal++, json });
    if (rows.length < PARTS) continue;
    yield { text, parameters: { rows } };
    rows = [];
  }
  if (rows.length > 0) yield { text, parameters: { rows } };
}
