/** The object that a question answers with, of parts that are read beside each other. */

import { array, type Compiled, type ResponseObject } from '../compile/compiled.ts';

/**
 * An object of the response, each of its fields with a part of its own.
 * @param parts the response key of each field, and what makes it
 */
export function compileObject(typename: string, parts: readonly (readonly [string, Compiled])[]): Compiled {
  return {
    calls: parts.map(([, { calls }]) => calls).join(''),
    text: `[${parts.map(([, { text }]) => text).join(', ')}]`,
    read: (raw): ResponseObject => ({
      typename,
      fields: new Map(parts.map(([key, part], at) => [key, part.read(array(raw)[at])])),
    }),
  };
}

/** What is read for one field of all items of a list, and the value it has in one of them. */
export interface ItemField<T> extends Pick<Compiled, 'calls' | 'text'> {
  readonly read: (raw: unknown) => (item: T) => unknown;
}

/** A field whose value is decided alone. */
export function decidedField<T>(value: (item: T) => unknown): ItemField<T> {
  return { calls: '', text: 'null', read: () => value };
}

/**
 * A list whose items were decided: what each of their fields needs is fetched once for all of them.
 * @param fields the response key of each field, and what makes it
 */
export function compileItems<T>(
  typename: string,
  items: readonly T[],
  fields: readonly (readonly [string, ItemField<T>])[],
): Compiled {
  return {
    calls: fields.map(([, { calls }]) => calls).join(''),
    text: `[${fields.map(([, { text }]) => text).join(', ')}]`,
    read: (raw) => {
      const values = fields.map(([, field], at) => field.read(array(raw)[at]));
      return items.map(
        (item): ResponseObject => ({
          typename,
          fields: new Map(fields.map(([key], at) => [key, values[at]?.(item)])),
        }),
      );
    },
  };
}
