/** A question as a root field: an argument that names nothing is reported, with the nearest id. */

import { type CompileContext, type Compiled, record } from '../compile/compiled.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import { badUserInput } from '../diagnostics/client-error.ts';
import { concreteTypes, isA, type Model, rootTypes } from '../model/model.ts';
import type { Decision } from '../questions/decision.ts';
import type { NamedTypes } from '../questions/named-arguments.ts';
import type { GroundViews } from '../rules/ground-views.ts';
import { nearestIds, shortened } from './nearest-ids.ts';
import type { RootField } from './root-field.ts';

/**
 * The root field of a question.
 * @param types the arguments that name something, and the node type it must be
 * @param compile gives the page, with those of the arguments beside it that name nothing
 */
export function answerQuestion(
  types: NamedTypes,
  compile: (context: CompileContext, field: SelectedField) => Compiled,
): RootField {
  return { compile, answer: answerNamed(types) };
}

/** The root field of a question that the rules decide. */
export function decideQuestion(
  types: NamedTypes,
  decide: (context: CompileContext, field: SelectedField, views: GroundViews) => Decision<Compiled>,
): RootField {
  return { decide, answer: answerNamed(types) };
}

/** Why an id names nothing of a type: it begins like those of another type, or there is none such. */
export function unknownId(model: Model, type: string, id: string): string {
  const [prefix] = id.split(':');
  const other = rootTypes(model).find(({ root }) => root?.prefix === prefix);
  if (!other || isA(model, other.name, type)) return `there is no ${type} with the id "${shortened(id)}".`;
  const wanted = concreteTypes(model, type).map((name) => `"${model.nodeTypes.get(name)?.root?.prefix}:"`);
  return `"${shortened(id)}" is an id of type ${other.name}; ids of ${type} begin with ${wanted.join(' or ')}.`;
}

function answerNamed(types: NamedTypes): NonNullable<RootField['answer']> {
  return async (value, field, context) => {
    const { unknown, page, id: named, fault } = record(value);
    const [argument] = Array.isArray(unknown) ? unknown.map(String) : [];
    // Thrown only here: until now, what was decided might have been over facts that have changed meanwhile.
    if (argument === undefined && fault) throw fault;
    if (argument === undefined) return page;
    const type = types[argument] ?? '';
    // Of a list, the question says which.
    const given = argument.split('.').reduce((of: unknown, key) => record(of)[key], field.arguments);
    const id = String(named ?? given);
    // Of an earlier revision nothing of now is shown, the nearest ids neither.
    const isOfNow = field.arguments.asOf === undefined && field.name !== 'supportDiff';
    const nearest = isOfNow ? await nearestIds(context, type, id) : [];
    throw badUserInput(argument, unknownId(context.model, type, id), nearest);
  };
}
