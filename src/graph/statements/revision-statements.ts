/** The statements that keep what a revision changed: in words, change by change, and as its exact inverse (§16.1). */

import type { Statement } from '../../cypher/statement.ts';
import { CHANGES_IN_PART, changePlace, type RecordedChange } from '../../model/recorded-change.ts';

/** How many rows go into one statement. */
const BATCH = 5_000;
/** How many parts go into one statement; each is some hundred kilobytes. */
const PARTS = 8;

/** An id that a record had before, and the one it has now. */
export interface FormerId {
  readonly former: string;
  readonly id: string;
}

/**
 * Stores recorded changes: some hundred to a node, in order, each as one text beside the id of its record; and for each id
 * that they are about, the places of those. A node a change would double what a large load holds in memory. None has
 * the label of the product's nodes: no list, look-up or hash sees them.
 * @example
 * UNWIND $rows AS row CREATE (p:ChangePart) SET p = row
 */
export function* recordChanges(revision: number, changes: readonly RecordedChange[]): Generator<Statement> {
  const places = new Map<string, number[]>();
  for (let start = 0; start < changes.length; start += CHANGES_IN_PART * PARTS) {
    const rows = [];
    const end = Math.min(start + CHANGES_IN_PART * PARTS, changes.length);
    for (let from = start; from < end; from += CHANGES_IN_PART) {
      const part = changes.slice(from, from + CHANGES_IN_PART);
      rows.push({
        revision,
        place: changePlace(revision, from),
        entityIds: part.map(({ entityId }) => entityId),
        told: part.map(({ entityId, aboutIds, ...told }) => JSON.stringify(told)),
      });
      part.forEach(({ entityId, aboutIds }, index) => {
        for (const id of new Set([entityId, ...aboutIds])) {
          const known = places.get(id);
          const place = changePlace(revision, from + index);
          if (known) known.push(place);
          else places.set(id, [place]);
        }
      });
    }
    yield { text: 'UNWIND $rows AS row CREATE (p:ChangePart) SET p = row', parameters: { rows } };
  }
  const ids = [...places].map(([id, at]) => ({ id, revision, places: at }));
  for (let start = 0; start < ids.length; start += BATCH) {
    const rows = ids.slice(start, start + BATCH);
    yield { text: 'UNWIND $rows AS row CREATE (c:ChangedId) SET c = row', parameters: { rows } };
  }
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
