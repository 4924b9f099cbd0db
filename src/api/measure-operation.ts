/** How large an operation is, fragments and variables filled in, without running any of it. */

import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNullableType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { ENTITY, FACT, SOURCE } from '../model/model.ts';
import { measureConditions } from './measure-conditions.ts';

/** The sizes that limits are held against. */
export interface OperationSize {
  readonly depth: number;
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly nodes: number;
  readonly largestFirst: number;
  readonly smallestFirst: number;
  readonly ids: number;
  /** Places that are compared: the most and the fewest. */
  readonly mostPlaces: number;
  readonly fewestPlaces: number;
  readonly conditions: number;
  readonly walks: number;
  readonly where: number;
  readonly values: number;
  readonly mostHops: number;
  readonly fewestHops: number;
}

/** A list of entities, or of what leads back to any, that takes no `first` counts as this many. */
const UNSIZED_LIST = 10;

/** What is measured of a selection, for one node that it starts from. */
interface Measured {
  depth: number;
  levels: number;
  aliases: number;
  fields: number;
  directives: number;
  nodes: number;
  largestFirst: number;
  smallestFirst: number;
  ids: number;
  mostPlaces: number;
  fewestPlaces: number;
  conditions: number;
  walks: number;
  where: number;
  values: number;
  mostHops: number;
  fewestHops: number;
}

interface Context {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Each fragment is measured once, however often it is spread: fragments that double each other stay cheap. */
  readonly measured: Map<string, Measured>;
}

/** Measures a validated operation. */
export function measureOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: Readonly<Record<string, unknown>>,
): OperationSize {
  const context: Context = { schema, fragments, variables, measured: new Map() };
  const root = schema.getRootType(operation.operation) ?? undefined;
  const size = measureSelections(context, operation.selectionSet, root);
  return {
    ...size,
    rootFields: size.fields,
    introspectionDepth: size.levels,
    directives: size.directives + (operation.directives?.length ?? 0),
  };
}

function measureSelections(
  context: Context,
  selections: SelectionSetNode,
  parent: GraphQLNamedType | undefined,
): Measured {
  const total = nothing();
  for (const selection of selections.selections) {
    total.directives += selection.directives?.length ?? 0;
    if (selection.kind === 'Field') {
      add(total, measureField(context, selection, parent));
      total.fields += 1;
    } else if (selection.kind === 'InlineFragment') {
      const on = selection.typeCondition?.name.value;
      const type = on === undefined ? parent : context.schema.getType(on);
      const inner = measureSelections(context, selection.selectionSet, type);
      add(total, inner);
      total.fields += inner.fields;
    } else {
      const inner = measureFragment(context, selection.name.value);
      add(total, inner);
      total.fields += inner.fields;
    }
  }
  return total;
}

function measureFragment(context: Context, name: string): Measured {
  const known = context.measured.get(name);
  if (known) return known;
  const fragment = context.fragments[name];
  if (!fragment) return nothing();
  // A circle is refused by validation; this only keeps it from running for ever.
  context.measured.set(name, nothing());
  const type = context.schema.getType(fragment.typeCondition.name.value);
  const size = measureSelections(context, fragment.selectionSet, type);
  context.measured.set(name, size);
  return size;
}

function measureField(context: Context, field: FieldNode, parent: GraphQLNamedType | undefined): Measured {
  const total = nothing();
  if (field.alias) total.aliases += 1;
  const name = field.name.value;
  const declared = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  const introspection = name === '__schema' || name === '__type' || (parent?.name.startsWith('__') ?? false);
  const type = declared ? getNamedType(declared.type) : introspectedType(context, name);
  const argument = (argumentName: string) => argumentOf(context, field, argumentName);
  const sizeOf = (each: string) =>
    argument(each) ?? declared?.args.find(({ name: of }) => of === each)?.defaultValue;
  const [first, columnsFirst] = [sizeOf('first'), sizeOf('columnsFirst')];
  const sizes = [first, columnsFirst].filter((each) => typeof each === 'number');
  const ids = argument('ids') ?? argument('names');
  const places = listOf(argument('places'));
  const listed = Array.isArray(ids) ? ids.length : places?.length;
  const size = sizes.length > 0 ? sizes.reduce((product, each) => product * each) : listed;
  const below = field.selectionSet ? measureSelections(context, field.selectionSet, type) : nothing();
  const leads = !introspection && declared !== undefined && leadsToNode(type, parent);
  const multiplies = leads || (!introspection && leadsBack(type, parent));
  const isUnsized = multiplies && declared !== undefined && isList(declared.type) && size === undefined;
  const factor = size ?? (isUnsized ? UNSIZED_LIST : 1);
  total.aliases += below.aliases;
  total.directives += below.directives;
  total.depth = below.depth + (leads && parent !== context.schema.getQueryType() ? 1 : 0);
  total.levels = introspection ? below.levels + 1 : below.levels;
  total.nodes = Math.max(factor, 0) * below.nodes + (size !== undefined || isUnsized ? factor : 0);
  total.largestFirst = Math.max(below.largestFirst, ...sizes);
  total.smallestFirst = Math.min(below.smallestFirst, ...sizes);
  total.ids = Math.max(below.ids, Array.isArray(ids) ? ids.length : 0);
  const hops = argument('maxHops');
  total.mostHops = Math.max(below.mostHops, typeof hops === 'number' ? hops : 1);
  total.fewestHops = Math.min(below.fewestHops, typeof hops === 'number' ? hops : 1);
  total.mostPlaces = Math.max(below.mostPlaces, places?.length ?? 0);
  total.fewestPlaces = Math.min(below.fewestPlaces, places?.length ?? Number.POSITIVE_INFINITY);
  const asked = ['where', 'orderBy'].map((each) =>
    measureConditions(argument(each), declared?.args.find(({ name: of }) => of === each)?.type),
  );
  total.conditions = asked.reduce((sum, each) => sum + each.conditions, below.conditions);
  total.walks = asked.reduce((sum, each) => sum + each.walks, below.walks);
  total.where = Math.max(below.where, ...asked.map((each) => each.depth));
  total.values = Math.max(below.values, ...asked.map((each) => each.values));
  return total;
}

/** Whether a field leads to another entity; the parts of a connection lead no further than the connection did. */
function leadsToNode(type: GraphQLNamedType | undefined, parent: GraphQLNamedType | undefined): boolean {
  if (!type || !isCompositeType(type)) return false;
  if (isPageType(parent)) return false;
  if (type.name.endsWith('Connection')) return true;
  return (
    type.name === 'Node' ||
    ('getInterfaces' in type && type.getInterfaces().some((each) => each.name === 'Node'))
  );
}

/**
 * Whether each item of a list leads back to entities: claims to what they are about, steps to their ends. Nested,
 * these multiply without a `first` to say by how much.
 */
function leadsBack(type: GraphQLNamedType | undefined, parent: GraphQLNamedType | undefined): boolean {
  if (!isObjectType(type) || isPageType(parent)) return false;
  // What a fact says of itself, as the authority of a title, is a value of its owner.
  if (type.getInterfaces().some(({ name }) => name === FACT)) return false;
  return Object.values(type.getFields()).some((each) => isEntityType(getNamedType(each.type)));
}

function isEntityType(type: GraphQLNamedType): boolean {
  if (type.name === ENTITY) return true;
  return (
    isObjectType(type) && type.name !== SOURCE && type.getInterfaces().some(({ name }) => name === ENTITY)
  );
}

/** The type of a page: its own `first` says how many of its parts there are. */
function isPageType(type: GraphQLNamedType | undefined): boolean {
  return /(?:Connection|Edge|^Coverage|^Comparison)$/.test(type?.name ?? '');
}

function introspectedType(context: Context, name: string): GraphQLNamedType | undefined {
  if (name === '__schema') return context.schema.getType('__Schema');
  return name === '__type' ? context.schema.getType('__Type') : undefined;
}

function isList(type: unknown): boolean {
  const bare =
    type !== null && typeof type === 'object' && 'ofType' in type && !isNullableType(type)
      ? type.ofType
      : type;
  return isListType(bare);
}

/** An argument's value with variables filled in; an explicit null is the same as none. */
function argumentOf(context: Context, field: FieldNode, name: string): unknown {
  const argument = field.arguments?.find((each) => each.name.value === name);
  if (!argument) return undefined;
  return valueFromASTUntyped(argument.value, { ...context.variables }) ?? undefined;
}

/** A list as GraphQL reads it: one value is a list of one. */
function listOf(given: unknown): readonly unknown[] | undefined {
  if (given === undefined) return undefined;
  return Array.isArray(given) ? given : [given];
}

function nothing(): Measured {
  return {
    depth: 0,
    levels: 0,
    aliases: 0,
    fields: 0,
    directives: 0,
    nodes: 0,
    largestFirst: 0,
    smallestFirst: 1,
    ids: 0,
    mostPlaces: 0,
    fewestPlaces: Number.POSITIVE_INFINITY,
    conditions: 0,
    walks: 0,
    where: 0,
    values: 0,
    mostHops: 1,
    fewestHops: 1,
  };
}

function add(total: Measured, part: Measured): void {
  total.depth = Math.max(total.depth, part.depth);
  total.levels = Math.max(total.levels, part.levels);
  total.aliases += part.aliases;
  total.directives += part.directives;
  total.nodes += part.nodes;
  total.largestFirst = Math.max(total.largestFirst, part.largestFirst);
  total.smallestFirst = Math.min(total.smallestFirst, part.smallestFirst);
  total.ids = Math.max(total.ids, part.ids);
  total.mostPlaces = Math.max(total.mostPlaces, part.mostPlaces);
  total.fewestPlaces = Math.min(total.fewestPlaces, part.fewestPlaces);
  total.conditions += part.conditions;
  total.walks += part.walks;
  total.where = Math.max(total.where, part.where);
  total.values = Math.max(total.values, part.values);
  total.mostHops = Math.max(total.mostHops, part.mostHops);
  total.fewestHops = Math.min(total.fewestHops, part.fewestHops);
}
