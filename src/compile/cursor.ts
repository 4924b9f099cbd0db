/** Cursors: where a page ended, in the terms of its order; stable while the graph changes around it. */

import { badUserInput } from '../diagnostics/client-error.ts';

/** A place in an order: the values it is ordered by. */
export type Position = readonly (string | number | null)[];

/** An order that cursors belong to. */
export interface CursorOrder {
  /** Distinguishes cursors of different lists and orders. */
  readonly name: string;
  /** The type of each value that a place in it has. */
  readonly types: readonly ('string' | 'number' | 'string?' | 'number?')[];
}

/** The cursor of a place in an order. */
export function encodeCursor(position: Position, order: CursorOrder): string {
  return Buffer.from(JSON.stringify([order.name, ...position])).toString('base64url');
}

/**
 * The position that a cursor represents.
 * @throws BAD_USER_INPUT where it is no cursor of this order
 */
export function decodeCursor(cursor: string, order: CursorOrder): Position {
  const [name, ...position] = parse(cursor);
  if (name === order.name && position.length === order.types.length && fits(position, order)) return position;
  throw badUserInput(
    'after',
    'this is no cursor of this list in this order; take one from its edges or its pageInfo.',
  );
}

function fits(position: readonly unknown[], order: CursorOrder): position is Position {
  return position.every(
    (value, index) =>
      (typeof value === order.types[index]?.replace('?', '') &&
        (typeof value !== 'number' || Number.isFinite(value))) ||
      (value === null && order.types[index]?.endsWith('?')),
  );
}

function parse(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
