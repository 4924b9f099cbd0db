/** Cursors: where a page ended, in the terms of its order; stable while the graph changes around it. */

import { badUserInput } from '../diagnostics/client-error.ts';

/** A place in an order: the values it is ordered by. */
export type Position = readonly (string | number | null)[];

/** The cursor of a place in an order. */
export function encodeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * The place that a cursor stands for.
 * @param length how many values a place in this order has
 * @throws BAD_USER_INPUT where it is no cursor of this list
 */
export function decodeCursor(cursor: string, length: number): Position {
  const position = parse(cursor);
  const fits =
    Array.isArray(position) &&
    position.length === length &&
    position.every((each) => each === null || typeof each === 'string' || typeof each === 'number');
  if (!fits) {
    throw badUserInput('after', 'this is no cursor of this list; take one from its edges or its pageInfo.');
  }
  return position;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
