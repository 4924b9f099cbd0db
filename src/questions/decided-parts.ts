/** Objects of a response of which the graph gives some fields and a decision the others. */

import {
  array,
  type CompileContext,
  type Compiled,
  type ResponseObject,
  record,
} from '../compile/compiled.ts';

/** A part of a statement, and how its value is read beside what was decided. */
export interface DecidedPart<D> {
  readonly calls: string;
  readonly text: string;
  readonly read: (raw: unknown, decided: D) => unknown;
}

/** A part that the graph gives alone. */
export function fromGraph<D>({ calls, text, read }: Compiled): DecidedPart<D> {
  return { calls, text, read: (raw) => read(raw) };
}

/** A part that the decision gives alone: nothing of it is sent to the graph. */
export function fromDecision<D>(read: (decided: D) => unknown): DecidedPart<D> {
  return { calls: '', text: 'null', read: (_, decided) => read(decided) };
}

/** An object of named parts. */
export function decidedMap<D>(
  typename: string,
  parts: readonly (readonly [responseKey: string, DecidedPart<D>])[],
): DecidedPart<D> {
  return {
    calls: parts.map(([, { calls }]) => calls).join(''),
    text: `{${parts.map(([, { text }], index) => `f${index}: ${text}`).join(', ')}}`,
    read: (raw, decided): ResponseObject => {
      const columns = record(raw);
      const fields = parts.map(
        ([key, { read }], index) => [key, read(columns[`f${index}`], decided)] as const,
      );
      return { typename, fields: new Map(fields) };
    },
  };
}

/**
 * A list of objects, one for each item of a list that a row has.
 * @param from the row's variable, the list in it, the variable of an item, and what else is bound with it
 */
export function decidedList<D>(
  context: CompileContext,
  from: { readonly row: string; readonly list: string; readonly item: string; readonly match: string },
  object: DecidedPart<D>,
): DecidedPart<readonly D[]> {
  const { row, list, item, match } = from;
  const at = context.variable('k');
  const found = context.variable('c');
  return {
    calls: `CALL (${row}) { UNWIND range(0, size(${row}.${list}) - 1) AS ${at}
WITH ${at}, ${row}.${list}[${at}] AS ${item}
${match}WITH * ORDER BY ${at}
${object.calls}RETURN collect(${object.text}) AS ${found} }
`,
    text: found,
    read: (raw, decided) => {
      const rows = array(raw);
      return decided.map((each, index) => object.read(rows[index], each));
    },
  };
}
