/** The order of a page: sort keys, the place of a row in them, and what comes after a place. */

import { badUserInput } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { namedType } from '../model/directives.ts';
import type { FieldsModel, PropertyModel } from '../model/model.ts';
import { comparedText } from './compared-text.ts';
import { array, type CompileContext, record } from './compiled.ts';
import type { CursorOrder, Position } from './cursor.ts';
import { stateRank } from './day-state.ts';
import { relationshipWalk } from './relationship-walk.ts';

/** One value that rows are sorted by. */
export interface SortKey {
  readonly text: string;
  readonly type: 'string' | 'number';
  readonly descending?: boolean;
  /** Rows may have no such value; they come last, whichever way the rest is sorted. */
  readonly optional?: boolean;
}

/** An order over bound variables. */
export interface PageOrder {
  /** What ORDER BY says. */
  readonly text: string;
  /** A condition that a row comes after a place. */
  readonly beyond: (after: Position) => string;
  /** Clauses that sort the rows before them and cut a page: CALL … WITH *, … WHERE … WITH * ORDER BY … LIMIT …. */
  readonly cut: (after: Position | undefined, limit: string) => string;
  /** A row's place in the order, as a list. */
  readonly position: string;
  /** What distinguishes its cursors from those of other lists and orders. */
  readonly cursor: CursorOrder;
}

/**
 * The order that sort keys make. The last of them distinguishes any two rows.
 * @param name distinguishes the cursors of different lists and orders
 */
export function pageOrder(
  context: CompileContext,
  name: string,
  keys: readonly SortKey[],
  { calls, bindings }: Pick<OrderKeys, 'calls' | 'bindings'> = NO_COUNTS,
): PageOrder {
  const beyond = (after: Position) =>
    pastKeys(
      keys,
      after.map((value) => (value === null ? null : context.parameters.add(value))),
    );
  const text = keys.map(sortText).join(', ');
  return {
    text,
    beyond,
    cut: (after, limit) => {
      const past = after === undefined ? '' : ` WHERE ${beyond(after)}`;
      const bound =
        bindings.length === 0 && past === '' ? '' : `WITH ${['*', ...bindings].join(', ')}${past}\n`;
      return `${calls}${bound}WITH * ORDER BY ${text} LIMIT ${limit}`;
    },
    position: `[${keys.map(({ text }) => text).join(', ')}]`,
    cursor: { name, types: keys.map(({ type, optional }) => (optional ? (`${type}?` as const) : type)) },
  };
}

const NO_COUNTS = { calls: '', bindings: [] };

function sortText({ text, descending, optional }: SortKey): string {
  const missingLast = optional && descending ? `${text} IS NULL, ` : '';
  return `${missingLast}${text}${descending ? ' DESC' : ''}`;
}

/** (a > $a OR (a = $a AND (b > $b OR …))), with < where a key descends, and what has no value behind all. */
function pastKeys(keys: readonly SortKey[], values: readonly (string | null)[]): string {
  const [key, ...restKeys] = keys;
  const [value, ...restValues] = values;
  if (key === undefined || value === undefined) return 'false';
  const rest = pastKeys(restKeys, restValues);
  if (value === null) return `(${key.text} IS NULL AND ${rest})`;
  const past = `${key.text} ${key.descending ? '<' : '>'} ${value}`;
  const missing = key.optional ? ` OR ${key.text} IS NULL` : '';
  return `(${past}${missing} OR (${key.text} = ${value} AND ${rest}))`;
}

/** What an `orderBy` argument asks for. */
interface OrderKeys {
  readonly keys: readonly SortKey[];
  /** CALL clauses that counts and states need. */
  readonly calls: string;
  /** Counts and states with the variables they are bound to: COUNT { … } AS c1. */
  readonly bindings: readonly string[];
  /** The keys in words, which distinguish cursors. */
  readonly name: string;
}

/**
 * The sort keys that an `orderBy` argument asks of the node bound to `variable`, with the CALL clauses that
 * bind counts and states; ties are left to the caller.
 * @param typeName the node type or interface that the order is of
 */
export function orderKeys(
  context: CompileContext,
  typeName: string,
  orderBy: unknown,
  variable: string,
): OrderKeys {
  const type = context.model.interfaces.get(typeName) ?? context.model.nodeTypes.get(typeName);
  invariant(type, `${typeName} has no order`);
  const asked = array(orderBy).flatMap((each) => Object.entries(record(each)));
  if (asked.length > MOST_KEYS) throw badUserInput('orderBy', `it may have ${MOST_KEYS} keys at most.`);
  let calls = '';
  const bindings: string[] = [];
  const keys = asked.map(([name, value]): SortKey => {
    const property = type.properties.get(name);
    if (property) return propertyKey(context, property, variable, value === 'DESC');
    const state = type.states.get(name);
    const number = state ? stateRank(context, state, variable) : countOf(context, type, name, variable);
    const bound = context.variable('c');
    calls += number.calls;
    bindings.push(`${number.text} AS ${bound}`);
    return { text: bound, type: 'number', descending: (state ? value : record(value).count) === 'DESC' };
  });
  const name = asked.map(
    ([key, value]) => `${key} ${typeof value === 'string' ? value : record(value).count}`,
  );
  return { keys, calls, bindings, name: name.join(', ') };
}

/** How many a relationship leads to, or a derived field gives: its counts are sent along, as no stored fact has them. */
function countOf(
  context: CompileContext,
  type: FieldsModel,
  name: string,
  variable: string,
): { readonly calls: string; readonly text: string } {
  const relationship = type.relationships.get(name);
  if (relationship) return relationshipWalk(context, relationship, variable, true).distinct();
  const derived = type.computed.get(name);
  const count = derived && context.derivedCounts.get(namedType(derived.type));
  invariant(count, `${type.name} is not ordered by ${name}`);
  return { calls: '', text: `coalesce(${context.parameters.add(count(context))}[${variable}.id], 0)` };
}

/** More keys than this distinguish nothing more. */
const MOST_KEYS = 10;

function propertyKey(
  context: CompileContext,
  property: PropertyModel,
  variable: string,
  descending: boolean,
): SortKey {
  const text = comparedText(property, 'lower', variable);
  const numbers = ['int', 'coarseDate', 'period', 'decimal', 'money'];
  // A boolean is sorted as 0 and 1, so that a cursor may carry it.
  if (property.valueKind === 'boolean') {
    return { text: `toInteger(${text})`, type: 'number', descending, optional: !property.required };
  }
  const optional = !property.required;
  if (property.valueKind === 'enum') {
    // By rank, as declared: a district comes after its municipality, whatever the letters say.
    const ranks = Object.fromEntries(property.values.map((value, rank) => [value, rank]));
    return { text: `${context.parameters.add(ranks)}[${text}]`, type: 'number', descending, optional: true };
  }
  if (numbers.includes(property.valueKind)) return { text, type: 'number', descending, optional };
  return { text: property.name === 'id' ? text : comparableText(text), type: 'string', descending, optional };
}

/**
 * A stored text in the form in which ORDER BY agrees with `>`. Stored texts are sorted by code points, and compared
 * with a parameter by UTF-16 units: characters beyond the first plane, rare in names, would fall between two pages.
 */
function comparableText(text: string): string {
  return `(${text} + '')`;
}
