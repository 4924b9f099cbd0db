/** The orders of `support`; whatever orders the page, ties end in (policy, cluster, place) ids. */

import type { CompileContext } from '../../compile/compiled.ts';
import type { CursorOrder, Position } from '../../compile/cursor.ts';

/** An order over bound `p`, `c` and `y`. */
export interface SupportOrderText {
  /** What ORDER BY says. */
  readonly text: string;
  /** An answer's place in the order, as a list. */
  readonly position: string;
  /** What tells its cursors from those of another order. */
  readonly order: CursorOrder;
  /** A condition that an answer comes after a cursor's place. */
  readonly beyond: (context: CompileContext, after: Position) => string;
  /** A bound on policies that lets the planner walk them in order; where they lead it, past the cursor's. */
  readonly policyBound: (context: CompileContext, after: Position | undefined) => string;
}

interface Key {
  readonly text: string;
  readonly descending?: boolean;
}

const P: Key = { text: 'p.id' };
const C: Key = { text: 'c.id' };
const Y: Key = { text: 'y.id' };
/** Newest first; policies without a date of issue last. */
const ISSUED: Key = { text: 'coalesce(p.issuedOnDay, 0)', descending: true };

const KEYS: Readonly<Record<string, readonly Key[]>> = {
  POLICY: [P, C, Y],
  CLUSTER: [C, P, Y],
  PLACE: [Y, P, C],
  ISSUED_ON_DESC: [ISSUED, P, C, Y],
};

/** The order that `orderBy` names. */
export function supportOrder(name: string): SupportOrderText {
  const keys = KEYS[name] ?? [P, C, Y];
  return {
    text: keys.map((key) => `${key.text}${key.descending ? ' DESC' : ''}`).join(', '),
    position: `[${keys.map((key) => key.text).join(', ')}]`,
    order: { name: `support ${name}`, types: keys.map((key) => (key === ISSUED ? 'number' : 'string')) },
    beyond: (context, after) =>
      pastKeys(
        keys,
        after.map((value) => context.parameters.add(value)),
      ),
    policyBound: (context, after) =>
      `p.id >= ${context.parameters.add((keys[0] === P ? after?.[0] : undefined) ?? '')}`,
  };
}

/** (a > $a OR (a = $a AND (b > $b OR …))), with < where a key descends. */
function pastKeys(keys: readonly Key[], values: readonly string[]): string {
  const [key, ...restKeys] = keys;
  const [value, ...restValues] = values;
  if (key === undefined || value === undefined) return 'false';
  const past = `${key.text} ${key.descending ? '<' : '>'} ${value}`;
  return `(${past} OR (${key.text} = ${value} AND ${pastKeys(restKeys, restValues)}))`;
}
