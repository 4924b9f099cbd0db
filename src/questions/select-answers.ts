/** What a selection asks of the answers of a question, wherever in its connection. */

import type { CompileContext } from '../compile/compiled.ts';
import { selectFields } from '../compile/select-fields.ts';
import type { SelectedField } from '../compile/selected-field.ts';

/**
 * The fields asked of the answers, those under `nodes` and those under `edges { node }` together.
 * @param name the type of an answer; its connection and edge are named after it
 */
export function selectAnswers(
  context: CompileContext,
  name: string,
  field: SelectedField,
): readonly SelectedField[] {
  const connection = selectFields(context, `${name}Connection`, field.nodes);
  const below = (part: string) =>
    connection.filter((each) => each.name === part).flatMap((each) => each.nodes);
  const inEdges = selectFields(context, `${name}Edge`, below('edges'))
    .filter((each) => each.name === 'node')
    .flatMap((each) => each.nodes);
  return selectFields(context, name, [...below('nodes'), ...inEdges]);
}
