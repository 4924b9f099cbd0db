/** Arguments of a question that name something: bound, with those that name nothing reported. */

import { array, type CompileContext, type Compiled, record } from '../compile/compiled.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import { cypherName } from '../cypher/names.ts';
import { NODE } from '../model/model.ts';

/** Arguments by name, each with the node type or interface of what it names. */
export type NamedTypes<N extends string = string> = Readonly<Record<N, string>>;

/** The parameters that stand for the arguments; undefined where one is left out. */
export function bindNamed<N extends string>(
  context: CompileContext,
  field: SelectedField,
  types: NamedTypes<N>,
): Readonly<Record<N, string | undefined>> {
  const bound = Object.keys(types).map((name): readonly [string, string | undefined] => {
    const value = field.arguments[name];
    return [name, value === undefined ? undefined : context.parameters.add(value)];
  });
  return Object.fromEntries(bound) as Record<N, string | undefined>;
}

/**
 * A page, with the names of those arguments beside it whose id names nothing of the right type.
 * @param bound the parameters that stand for the arguments
 */
export function besideUnknown(
  types: NamedTypes,
  bound: Readonly<Record<string, string | undefined>>,
  page: Compiled,
): Compiled {
  const checks = Object.entries(types).flatMap(([name, type]) =>
    bound[name] === undefined
      ? []
      : [
          `CASE WHEN EXISTS { (x:${NODE} {id: ${bound[name]}}) WHERE x:${cypherName(type)} } THEN [] ELSE ['${pathName(name)}'] END`,
        ],
  );
  return {
    calls: page.calls,
    text: `{unknown: ${checks.length === 0 ? '[]' : checks.join(' + ')}, page: ${page.text}}`,
    read: (raw) => ({ unknown: array(record(raw).unknown), page: page.read(record(raw).page) }),
  };
}

/** The name of an argument, or the path to one inside it: `for.firm`. */
function pathName(name: string): string {
  return name.split('.').map(cypherName).join('.');
}

/** A page of an earlier revision, with the names of those arguments beside it that named nothing then. */
export function besideAbsent(
  context: CompileContext,
  absent: readonly string[],
  { calls, text, read }: Compiled,
): Compiled {
  return {
    calls,
    text: `{unknown: ${context.parameters.add(absent)}, page: ${text}}`,
    read: (raw) => ({ unknown: array(record(raw).unknown), page: read(record(raw).page) }),
  };
}
