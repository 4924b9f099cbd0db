/** The unit of a number that is counted by an attribute: the attribute says it. */

import { invariant } from '../diagnostics/invariant.ts';
import type { NodeTypeModel } from '../model/model.ts';
import { type Compiled, storedValue } from './compiled.ts';

/** The unit of the attribute that the node of `variable` has a value of. */
export function compileUnit(type: NodeTypeModel, variable: string): Compiled {
  const attribute = [...type.properties.values()].find(({ units }) => units.size > 0);
  invariant(attribute, `${type.name} has no attribute with units`);
  return storedValue(variable, attribute.name, (raw) => attribute.units.get(String(raw)) ?? null);
}
