/** The owner that the id of an owned node begins with. */

/** Whose an owned node is, and in which field. */
export interface OwnedPlace {
  readonly owner: string;
  readonly field: string;
}

/** The parts of the id of an owned node; undefined for a record's own id. */
export function ownedPlace(id: string): OwnedPlace | undefined {
  const mark = id.indexOf('#');
  if (mark < 0) return undefined;
  const slash = id.indexOf('/', mark);
  return { owner: id.slice(0, mark), field: id.slice(mark + 1, slash < 0 ? undefined : slash) };
}

/** The record that an id belongs to: its own, or that of what it owns. */
export function ownerId(id: string): string {
  return ownedPlace(id)?.owner ?? id;
}
