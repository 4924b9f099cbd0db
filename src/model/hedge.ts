/** What the words around a number say, kept beside it: how it bounds what is meant, and the number as printed. */

import {
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type ScalarTypeDefinitionNode,
} from 'graphql';
import { invariant } from '../diagnostics/invariant.ts';
import type { Properties, Value } from './dataset.ts';
import { namedType } from './directives.ts';
import type { PropertyModel } from './model.ts';
import { readProperty } from './schema/read-property.ts';

/** The enum of bounds. */
export const BOUND = 'Bound';
/** The field of a type that keeps its one number as printed. */
const PRINTED_FORM = 'printed';
/** The bound of a number without any word around it. */
export const EXACT = 'EXACT';

/**
 * A property, and behind a number that is written as printed the two properties that keep its hedge.
 * @param type its type, which may have fields of its own for what the words say
 * @param bounds the declaration of the enum of bounds
 */
export function withHedge(
  property: PropertyModel,
  type: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode,
  bounds: EnumTypeDefinitionNode | ScalarTypeDefinitionNode | undefined,
): readonly PropertyModel[] {
  const { name, valueKind, list, unit, words } = property;
  const owner = type.name.value;
  const isMoney = valueKind === 'money';
  const isOfFigure = type.fields?.some((field) => field.name.value === PRINTED_FORM) === true;
  if (list || !(isMoney || (property.figure && !isOfFigure))) return [property];
  invariant(bounds, `${owner}.${name} is written as printed, and there is no enum ${BOUND}`);
  invariant(isMoney || unit !== undefined, `${owner}.${name}: @figure needs the unit of the number here`);
  const hedge = { bound: `${name}Bound`, printed: `${name}Printed` };
  const term = words.ZH.replace(/（[^）]*）/g, '');
  const beside = fieldsOf(`type ${owner} {
${JSON.stringify(`How \`${name}\` bounds what is meant. ${term}的界`)}
${hedge.bound}: ${BOUND} @default(value: "${EXACT}")
${JSON.stringify(`\`${name}\` as the source prints it. ${term}原文`)}
${hedge.printed}: String }`);
  return [
    { ...property, figure: false, hedge },
    ...beside.map((field) => ({
      ...readProperty(owner, field, namedType(field.type) === BOUND ? bounds : undefined),
      hedgeOf: name,
      served: !isMoney,
    })),
  ];
}

/** The fields of the one type that a text declares. */
function fieldsOf(text: string): readonly FieldDefinitionNode[] {
  const [type] = parse(text).definitions;
  return type?.kind === Kind.OBJECT_TYPE_DEFINITION ? (type.fields ?? []) : [];
}

/**
 * A number as people read it: with the words that the source hedges it by, else in the form that the graph keeps.
 * @param number a property that has a hedge
 */
export function hedgedText(
  { name, hedge }: PropertyModel,
  bounds: PropertyModel | undefined,
  properties: Properties,
): Value | undefined {
  const value = properties[name];
  const bound = hedge && properties[hedge.bound];
  if (value === undefined || bound === undefined || bound === EXACT) return value;
  const word = bounds?.valueWords.get(String(bound))?.ZH ?? String(bound);
  // Without a space it is a text, and no amount that could be put in words once more.
  return properties[hedge?.printed ?? ''] ?? `${word}${String(value)}`.replace(' ', '');
}
