/** Whether a root field is ordered, at any depth, by what only the rules can count. */

import { valueFromASTUntyped, visit } from 'graphql';
import { type CompileContext, record } from '../compile/compiled.ts';
import type { SelectedField } from '../compile/selected-field.ts';

/**
 * Whether any `orderBy` below a root field may count a derived field: its name decides, whatever the type, since the facts
 * for the rules, read in vain, change no answer.
 */
export function ordersByDerived(
  { model, fragments, variables }: CompileContext,
  field: SelectedField,
): boolean {
  const types = [...model.nodeTypes.values(), ...model.interfaces.values()];
  const derived = new Set(types.flatMap(({ computed }) => [...computed.keys()]));
  let found = false;
  for (const node of [...field.nodes, ...Object.values(fragments)]) {
    visit(node, {
      Argument({ name, value }) {
        if (name.value !== 'orderBy') return;
        const keys = [valueFromASTUntyped(value, { ...variables })]
          .flat()
          .flatMap((each) => Object.entries(record(each)));
        found ||= keys.some(([key, how]) => derived.has(key) && typeof how === 'object');
      },
    });
  }
  return found;
}
