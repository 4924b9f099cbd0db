/** A question as a root field: an argument that names nothing is told, with the nearest id. */

import { type CompileContext, type Compiled, record } from '../compile/compiled.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import { badUserInput } from '../diagnostics/client-error.ts';
import type { NamedTypes } from '../questions/named-arguments.ts';
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
  return {
    compile,
    async answer(value, field, context) {
      const { unknown, page } = record(value);
      const [argument] = Array.isArray(unknown) ? unknown.map(String) : [];
      if (argument === undefined) return page;
      const type = types[argument] ?? '';
      const id = String(field.arguments[argument]);
      const nearest = await nearestIds(context, type, id);
      throw badUserInput(argument, `there is no ${type} with the id "${shortened(id)}".`, nearest);
    },
  };
}
