/** Arguments of a question that name something: bound, with those that name nothing reported. */

import { array, type CompileContext, type Compiled, record } from '../compile/compiled.ts';
import { matchOptionalNode } from '../compile/match-decided.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import { cypherName } from '../cypher/names.ts';
import { concreteTypes, NODE } from '../model/model.ts';

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
  context: CompileContext,
  types: NamedTypes,
  bound: Readonly<Record<string, string | undefined>>,
  page: Compiled,
): Compiled {
  if (context.earlier) return besideAbsent(context, types, bound, page);
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

/** The same of an earlier revision: what was of the right type then. */
function besideAbsent(
  context: CompileContext,
  types: NamedTypes,
  bound: Readonly<Record<string, string | undefined>>,
  page: Compiled,
): Compiled {
  const named = Object.entries(types).flatMap(([name, type]) => {
    const parameter = bound[name];
    return parameter === undefined ? [] : [{ name, parameter, variable: context.variable('n'), type }];
  });
  const look = named.map(({ variable, parameter }) =>
    matchOptionalNode(context, variable, parameter, () => [
      String(context.parameters.values[parameter.slice(1)]),
    ]),
  );
  const absent = named.map(({ name, variable, type }) => {
    const types = concreteTypes(context.model, type).map((each) => `'${cypherName(each)}'`);
    return `CASE WHEN coalesce(${variable}.nodeType IN [${types.join(', ')}], false) THEN [] ELSE ['${pathName(name)}'] END`;
  });
  const unknown = context.variable('c');
  return {
    calls: `CALL () { WITH [] AS none ${look.join('\n')}
RETURN ${['none', ...absent].join(' + ')} AS ${unknown} }
${page.calls}`,
    text: `{unknown: ${unknown}, page: ${page.text}}`,
    read: (raw) => ({ unknown: array(record(raw).unknown), page: page.read(record(raw).page) }),
  };
}
