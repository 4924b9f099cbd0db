/** The orders of `support`; whatever orders the page, ties end in (policy, cluster, place) ids (§6.14). */

import type { CompileContext } from '../../compile/compiled.ts';
import type { Position } from '../../compile/cursor.ts';
import { type PageOrder, pageOrder, type SortKey } from '../../compile/page-order.ts';

/** An order over bound `p`, `c` and `y`. */
export interface SupportOrderText extends PageOrder {
  /** A bound on policies that lets the planner walk them in order; where they lead it, past the cursor's. */
  readonly policyBound: (after: Position | undefined) => string;
}

const P: SortKey = { text: 'p.id', type: 'string' };
const C: SortKey = { text: 'c.id', type: 'string' };
const Y: SortKey = { text: 'y.id', type: 'string' };
/** Newest first; policies without a date of issue last. */
const ISSUED: SortKey = { text: 'coalesce(p.issuedOnDay, 0)', type: 'number', descending: true };

const KEYS: Readonly<Record<string, readonly SortKey[]>> = {
  POLICY: [P, C, Y],
  CLUSTER: [C, P, Y],
  PLACE: [Y, P, C],
  ISSUED_ON_DESC: [ISSUED, P, C, Y],
};

/** The order that `orderBy` names. */
export function supportOrder(context: CompileContext, name: string): SupportOrderText {
  const keys = KEYS[name] ?? [P, C, Y];
  return {
    ...pageOrder(context, `support ${name}`, keys),
    policyBound: (after) =>
      `p.id >= ${context.parameters.add((keys[0] === P ? after?.[0] : undefined) ?? '')}`,
  };
}
