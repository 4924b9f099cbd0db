/** Every place of the served schema where a client may write a text, each with a question that has it. */

import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
} from 'graphql';
import { isBare, madeUp, nodeOf, valuesOf } from '../../src/api/made-up.ts';

/** A place for a text. */
export interface TextPlace {
  /** For example Query.firms(where.name.eq). */
  readonly name: string;
  /** The scalar that is declared there. */
  readonly scalar: string;
  /** The argument or the field of input objects that it is. */
  readonly declared: string;
  /** The operation, given what is written there: a literal or a variable. */
  readonly ask: (written: string) => string;
}

/** A place inside an argument, and how the value around it is written. */
interface Inside {
  readonly path: string;
  /** Undefined: the argument itself. */
  readonly declared: string | undefined;
  readonly scalar: string;
  readonly around: (written: string) => string;
}

/** Scalars that are written as numbers or words. */
const NO_TEXT = ['Int', 'Float', 'Boolean'];
/** How many levels of input objects are gone into: filters hold filters without end. */
const LEVELS = 2;

/** The places of all arguments: of root fields, and of the fields of what lists have. */
export function textPlaces(schema: GraphQLSchema): readonly TextPlace[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const places = [
    ...roots.flatMap((root) => placesOf('Query', root, (text) => `{ ${text} }`)),
    ...roots.flatMap((root) =>
      fieldsOfNodes(root).flatMap(({ type, field }) =>
        placesOf(type, field, (text) => `{ ${root.name}(first: 1) { nodes { ${text} } } }`),
      ),
    ),
  ];
  // A field of an input object is the same place wherever the object may be written.
  return [...new Map(places.reverse().map((place) => [place.declared, place])).values()].reverse();
}

/** The fields of the records that a list has; none of a field that needs an argument or is no list of records. */
function fieldsOfNodes(
  root: GraphQLField<unknown, unknown>,
): readonly { readonly type: string; readonly field: GraphQLField<unknown, unknown> }[] {
  const node = nodeOf(root);
  if (!isBare(root) || !node?.getFields().id) return [];
  return Object.values(node.getFields()).map((field) => ({ type: node.name, field }));
}

function placesOf(
  type: string,
  field: GraphQLField<unknown, unknown>,
  operation: (text: string) => string,
): readonly TextPlace[] {
  const selected = valuesOf(getNamedType(field.type), 1) ?? ' { __typename }';
  return field.args.flatMap((argument) =>
    inside(argument.type, argument.name, []).map(({ path, scalar, declared, around }) => {
      const others = field.args.filter((each) => each !== argument && isRequiredArgument(each)).map(given);
      const ask = (written: string) =>
        operation(
          `${field.name}(${[`${argument.name}: ${around(written)}`, ...others].join(', ')})${selected}`,
        );
      const name = `${type}.${field.name}(${path})`;
      return { name, scalar, declared: declared ?? name, ask };
    }),
  );
}

function given({ name, type }: GraphQLArgument | GraphQLInputField): string {
  return `${name}: ${anyOf(type)}`;
}

/** Something that is valid there; of what takes exactly one key, the first that can be made up. */
function anyOf(type: GraphQLInputType): string {
  const named = getNullableType(type);
  if (!isInputObjectType(named)) return madeUp(named) ?? '{}';
  const fields = Object.values(named.getFields());
  const needed = named.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return `{ ${needed.map(given).join(', ')} }`;
}

function inside(type: GraphQLInputType, path: string, within: readonly string[]): readonly Inside[] {
  const named = getNullableType(type);
  if (isListType(named)) {
    return inside(named.ofType, path, within).map((each) => ({
      ...each,
      around: (written) => `[${each.around(written)}]`,
    }));
  }
  if (isScalarType(named) && !NO_TEXT.includes(named.name))
    return [{ path, scalar: named.name, declared: undefined, around: (written) => written }];
  if (isEnumType(named) || !isInputObjectType(named)) return [];
  if (within.includes(named.name) || within.length === LEVELS) return [];
  const fields = Object.values(named.getFields());
  return fields.flatMap((field) => {
    const others = fields.filter((each) => each !== field && isRequiredInputField(each)).map(given);
    return inside(field.type, `${path}.${field.name}`, [...within, named.name]).map((each) => ({
      ...each,
      // Of a filter on a property both: the property, and the operator.
      declared: within.length === 0 ? `${named.name}.${field.name} ${each.declared ?? ''}` : field.name,
      around: (written) => `{ ${[`${field.name}: ${each.around(written)}`, ...others].join(', ')} }`,
    }));
  });
}
