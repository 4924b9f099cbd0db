/** What an answer of an earlier revision may be asked below it: refused before anything is read (§16.4). */

import { getNamedType, isCompositeType, isObjectType } from 'graphql';
import { refuseThen } from '../../compile/compile-node.ts';
import type { CompileContext } from '../../compile/compiled.ts';
import { selectFieldsOfEach } from '../../compile/select-fields.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { concreteTypes } from '../../model/model.ts';

/**
 * Looks through all that is selected below a field.
 * @param parent the type that has the field
 * @throws REVISION_UNAVAILABLE for a field that leads to what cannot be had of then
 */
export function refuseFieldsThen(context: CompileContext, parent: string, field: SelectedField): void {
  const { model, schema } = context;
  const declared = schema.getType(parent);
  const type = isObjectType(declared) ? getNamedType(declared.getFields()[field.name]?.type) : undefined;
  if (!type || !isCompositeType(type)) return;
  const ofModel = model.nodeTypes.has(type.name) || model.interfaces.has(type.name);
  const types = ofModel
    ? concreteTypes(model, type.name).filter((name) => schema.getType(name))
    : [type.name];
  for (const each of selectFieldsOfEach(context, types, field.nodes)) {
    const [owner = ''] = each.types;
    const node = model.nodeTypes.get(owner);
    if (node && !node.properties.has(each.name)) refuseThen(context, node, each);
    refuseFieldsThen(context, owner, each);
  }
}
