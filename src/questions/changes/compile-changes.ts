/** `changes`, compiled: a page of what revisions changed, walked in its order and stopped at its end (§14). */

import { compileNode } from '../../compile/compile-node.ts';
import { compilePage } from '../../compile/compile-page.ts';
import { type CompileContext, type Compiled, record } from '../../compile/compiled.ts';
import type { Position } from '../../compile/cursor.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { NODE } from '../../model/model.ts';
import { CHANGES_IN_PART, changePlace } from '../../model/recorded-change.ts';
import { compileChange } from './compile-change.ts';

/** Where the changes of a page are looked for. */
interface ChangeSource {
  /** The variable that it starts from; empty for all changes. */
  readonly from: string;
  /** Binds `place`, `part` and the change's index `i` in it, in order and cut. */
  readonly places: (after: string, limit: string) => string;
  /** Binds how many there are to a name. */
  readonly total: (name: string) => string;
}

/** The answer of `changes`, and beside it whether `about` names something that neither is nor ever was. */
export function compileChanges(context: CompileContext, field: SelectedField): Compiled {
  const { since, about } = field.arguments;
  // Places fall as revisions rise: those of later revisions are below the end.
  const end = context.parameters.add(typeof since === 'number' ? changePlace(Math.max(since, 0), 0) : 0);
  if (about === undefined) {
    const page = compileChangePage(context, field, everyChange(context, field, end));
    return {
      calls: page.calls,
      text: `{page: ${page.text}}`,
      read: (raw) => ({ page: page.read(record(raw).page) }),
    };
  }
  const id = context.parameters.add(about);
  const ids = context.variable('c');
  const page = compileChangePage(context, field, changesAbout(ids, end));
  return {
    calls: `${namesOf(id, ids)}${page.calls}`,
    text: `{unknown: ${isUnknown(id, ids)}, page: ${page.text}}`,
    read: (raw) => ({ unknown: record(raw).unknown === true, page: page.read(record(raw).page) }),
  };
}

function compileChangePage(context: CompileContext, field: SelectedField, source: ChangeSource): Compiled {
  return compilePage(context, 'Change', field, {
    from: source.from,
    position: '[place]',
    order: { name: 'changes', types: ['number'] },
    rows: (after: Position | undefined, limit) => {
      const bound = context.parameters.add(after?.[0] ?? -Number.MAX_SAFE_INTEGER);
      return `${source.places(bound, limit)}
WITH place, part, part.entityIds[i] AS entityId, part.told[i] AS told ORDER BY place`;
    },
    node: (selections) => compileChange(context, selections, compileNode),
    extra: () => {
      const total = context.variable('c');
      return { calls: source.total(total), text: total, read: (raw) => raw };
    },
  });
}

/**
 * All changes: parts in the order of their index, no more than a page can need, the first of which the cursor may
 * stand in. Revisions know how many changes they have.
 */
function everyChange(
  context: CompileContext,
  { arguments: { since } }: SelectedField,
  end: string,
): ChangeSource {
  return {
    from: '',
    places: (after, limit) =>
      `MATCH (part:ChangePart) WHERE ${after} - ${CHANGES_IN_PART} < part.place < ${end}
WITH part ORDER BY part.place LIMIT ${limit} + 1
UNWIND range(0, size(part.entityIds) - 1) AS i
WITH part, i, part.place + i AS place WHERE ${after} < place < ${end}
WITH part, i, place ORDER BY place LIMIT ${limit}`,
    total: (name) => {
      const revision = context.parameters.add(typeof since === 'number' ? since : 0);
      return `CALL () { MATCH (r:Revision) WHERE r.number > ${revision} RETURN sum(r.told) AS ${name} }\n`;
    },
  };
}

/**
 * The changes about any of some ids.
 * @param ids the variable that holds the ids
 */
function changesAbout(ids: string, end: string): ChangeSource {
  const placesOf = `UNWIND ${ids} AS id MATCH (x:ChangedId {id: id}) UNWIND x.places AS place
WITH DISTINCT place WHERE place < ${end}`;
  return {
    from: ids,
    places: (after, limit) => `${placesOf} AND ${after} < place
WITH place ORDER BY place LIMIT ${limit}
WITH place, (place % ${CHANGES_IN_PART} + ${CHANGES_IN_PART}) % ${CHANGES_IN_PART} AS i
MATCH (part:ChangePart {place: place - i})`,
    total: (name) => `CALL (${ids}) { ${placesOf} RETURN count(place) AS ${name} }\n`,
  };
}

/** Binds the ids that one record has had, the given one among them. */
function namesOf(id: string, ids: string): string {
  return `CALL () { OPTIONAL MATCH (:FormerId {id: ${id}})-[:NOW*0..]-(x)
WITH collect(DISTINCT x.id) AS found
RETURN CASE WHEN size(found) = 0 THEN [${id}] ELSE found END AS ${ids} }
`;
}

/** Whether no record has an id, and no change mentions it. */
function isUnknown(id: string, ids: string): string {
  return `(size(${ids}) = 1 AND NOT EXISTS { (x:${NODE} {id: ${id}}) WHERE x.nodeType IS NOT NULL }
AND NOT EXISTS { (:ChangedId {id: ${id}}) })`;
}
