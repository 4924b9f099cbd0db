/** Values of an object in one list: stored properties are read by their names, which are a parameter. */

import { invariant } from '../diagnostics/invariant.ts';
import { array, type CompileContext, type Compiled } from './compiled.ts';

/** Values in one expression, and how each is read from it. */
export interface PackedValues {
  readonly text: string;
  /** Gives the value of a part by its position. */
  readonly read: (raw: unknown) => (part: number) => unknown;
}

/**
 * Packs what was compiled: so that Neo4j plans a text once, whichever properties are selected, and does not infer a type
 * for each of them, which takes as long as to plan a step along a relationship.
 * @example
 * [[k IN $p0 | n0[k]], [k IN $p1 | r1[k]], c2]
 */
export function packValues(context: CompileContext, parts: readonly Compiled[]): PackedValues {
  const variables = new Map<string, string[]>();
  const others: string[] = [];
  const places = parts.map(({ stored, text }) => {
    if (!stored) return { other: others.push(text) - 1, at: [] };
    const names = variables.get(stored.variable) ?? [];
    variables.set(stored.variable, names);
    for (const name of stored.names) if (!names.includes(name)) names.push(name);
    return { other: -1, at: stored.names.map((name) => names.indexOf(name)) };
  });
  const order = [...variables.keys()];
  const lists = [...variables].map(
    ([variable, names]) => `[k IN ${context.parameters.add(names)} | ${variable}[k]]`,
  );
  const columns = [...lists, ...others];
  // A list that is alone needs no list around it.
  const isAlone = columns.length === 1 && others.length === 0;
  return {
    text: isAlone ? columns.join('') : `[${columns.join(', ')}]`,
    read: (raw) => {
      const found = isAlone ? [raw] : array(raw);
      return (part) => {
        const [compiled, place] = [parts[part], places[part]];
        invariant(compiled && place, `there is no part ${part}`);
        if (!compiled.stored) return compiled.read(found[lists.length + place.other]);
        const values = array(found[order.indexOf(compiled.stored.variable)]);
        return compiled.stored.read(place.at.map((at) => values[at]));
      };
    },
  };
}
