/** The changes that undo others, and the form in which a revision keeps them: JSON, in parts of some hundred. */

import type { Change } from './changes.ts';

/** How many changes one part holds: no property of the graph gets huge. */
const PART = 500;

/** The changes that undo these, exactly: applied after them they give back what was before, images and all. */
function invertChanges(changes: readonly Change[]): readonly Change[] {
  return changes.map(invert).reverse();
}

/** The inverse of a plan's changes as JSON texts, made one by one: the whole is never held twice. */
export function* inverseParts(changes: readonly Change[]): Generator<string> {
  for (let end = changes.length; end > 0; end -= PART) {
    yield JSON.stringify(invertChanges(changes.slice(Math.max(0, end - PART), end)));
  }
}

/** The changes that parts hold, in order. */
export function parseParts(parts: readonly string[]): readonly Change[] {
  // Written by inverseParts alone, in the same transaction as the revision they belong to.
  return parts.flatMap((part) => JSON.parse(part) as readonly Change[]);
}

function invert(change: Change): Change {
  if (change.action === 'update') {
    return 'node' in change
      ? { action: 'update', node: change.before, before: change.node }
      : { action: 'update', relationship: change.before, before: change.relationship };
  }
  return change.action === 'create' ? { ...change, action: 'delete' } : { ...change, action: 'create' };
}
