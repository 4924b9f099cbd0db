/** The model read from its declaration, the files of the schema folder. */

import {
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ScalarTypeDefinitionNode,
} from 'graphql';
import { invariant } from '../../diagnostics/invariant.ts';
import { directiveArgument, directiveOf, namedType, typeShape } from '../directives.ts';
import { BOUND, withHedge } from '../hedge.ts';
import {
  DATED,
  FACT,
  type FieldsModel,
  type InterfaceModel,
  type Model,
  NODE,
  type NodeTypeModel,
  type OwnedModel,
  type PropertyModel,
  type RelationshipModel,
  type StoredRelationship,
} from '../model.ts';
import { readWords } from '../read-words.ts';
import { readNameStyle } from '../record-name.ts';
import { checkSchema } from './check-schema.ts';
import { modelVersion } from './model-version.ts';
import { readDayStates } from './read-day-state.ts';
import { readOwned } from './read-owned.ts';
import { readProperty } from './read-property.ts';
import { parseSchema, readSchemaTexts } from './read-schema-folder.ts';
import { SchemaFaultsError } from './schema-faults-error.ts';

type Declared = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
type ValueType = EnumTypeDefinitionNode | ScalarTypeDefinitionNode;

/**
 * The model that a schema folder declares.
 * @throws SchemaFaultsError with every fault of its files
 */
export function readModel(folder: string): Model {
  const texts = readSchemaTexts(folder);
  const diagnostics = checkSchema(texts);
  if (diagnostics.length > 0) throw new SchemaFaultsError(diagnostics, texts);
  return modelOf(parseSchema(texts));
}

/** The model that parsed declarations make. */
export function modelOf(document: DocumentNode): Model {
  const valueTypes = new Map<string, ValueType>();
  const declared = new Map<string, Declared>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION || definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
      valueTypes.set(definition.name.value, definition);
    }
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      declared.set(definition.name.value, definition);
    }
  }
  const reader = new Map<string, FieldsModel>();
  const stored = new Map<string, StoredRelationship>();
  const context: Context = { valueTypes, declared, stored, reader };
  readStoredRelationships(context);
  const nodeTypes = new Map<string, NodeTypeModel>();
  for (const definition of declared.values()) {
    const node = directiveOf(definition, 'node');
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    if (!node && !directiveOf(definition, 'owned')) continue;
    const fields = readFields(context, definition);
    nodeTypes.set(fields.name, {
      ...fields,
      labels: [...new Set([fields.name, ...fields.interfaces.filter((name) => name !== FACT), NODE])],
      root: node && {
        list: String(directiveArgument(node, 'list')),
        prefix: String(directiveArgument(node, 'prefix')),
        served: directiveArgument(node, 'rootList') !== false,
        searchedLast: directiveArgument(node, 'searchedLast') === true,
      },
      atLeastOne: readAtLeastOne(fields, definition),
      words: readWords(definition),
      nameStyle: readNameStyle(definition, fields.properties.has('name')),
    });
  }
  const interfaces = new Map<string, InterfaceModel>();
  for (const definition of declared.values()) {
    if (definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const fields = readFields(context, definition);
    const implementers = [...nodeTypes.values()]
      .filter((type) => type.root && type.interfaces.includes(fields.name))
      .map((type) => type.name);
    interfaces.set(fields.name, { ...fields, implementers });
  }
  const factProperties = [...(interfaces.get(FACT)?.properties.values() ?? [])];
  return { nodeTypes, interfaces, stored, factProperties, version: modelVersion(nodeTypes, stored) };
}

function readAtLeastOne(fields: FieldsModel, definition: ObjectTypeDefinitionNode): readonly string[] {
  const directive = directiveOf(definition, 'atLeastOne');
  const names = directive ? [directiveArgument(directive, 'of')].flat().map(String) : [];
  for (const name of names) {
    const known = fields.properties.has(name) || fields.relationships.get(name)?.written === true;
    invariant(known, `${fields.name} is to have ${name}, which seeds do not write there`);
  }
  return names;
}

interface Context {
  readonly valueTypes: ReadonlyMap<string, ValueType>;
  readonly declared: ReadonlyMap<string, Declared>;
  readonly stored: Map<string, StoredRelationship>;
  readonly reader: Map<string, FieldsModel>;
}

/** Fields of a type: those of its interfaces first, then its own, which may narrow them. */
function readFields(context: Context, definition: Declared): FieldsModel {
  const name = definition.name.value;
  const known = context.reader.get(name);
  if (known) return known;
  const interfaces = interfacesOf(context, definition);
  const properties = new Map<string, PropertyModel>();
  const relationships = new Map<string, RelationshipModel>();
  const owned = new Map<string, OwnedModel>();
  const computed = new Map<string, FieldDefinitionNode>();
  const order = new Set<string>();
  const glance = new Set<string>();
  for (const parent of [...interfaces].reverse()) {
    const inherited = readFields(context, declaredType(context, parent));
    for (const [key, value] of inherited.properties) properties.set(key, value);
    for (const [key, value] of inherited.relationships) relationships.set(key, value);
    for (const [key, value] of inherited.owned) owned.set(key, value);
    for (const [key, value] of inherited.computed) computed.set(key, value);
    for (const key of inherited.fieldOrder) order.add(key);
    for (const key of inherited.glance) glance.add(key);
  }
  for (const field of definition.fields ?? []) {
    const key = field.name.value;
    order.add(key);
    if (directiveOf(field, 'glance')) glance.add(key);
    const target = namedType(field.type);
    if (directiveOf(field, 'computed')) computed.set(key, field);
    else if (directiveOf(field, 'relationship'))
      relationships.set(key, readRelationship(context, name, field));
    else if (isOwned(context, target)) owned.set(key, readOwned(name, field));
    else {
      const parts = directiveOf(field, 'json') ? readParts(context, target) : [];
      const property = readProperty(name, field, context.valueTypes.get(target), parts);
      for (const each of withHedge(property, definition, context.valueTypes.get(BOUND))) {
        properties.set(each.name, each);
        order.add(each.name);
      }
    }
  }
  for (const { name: late, notBefore } of properties.values()) {
    for (const early of notBefore) {
      invariant(
        properties.has(early),
        `${name}.${late}: ${name} has no date ${early} that it could lie before`,
      );
    }
  }
  const description = definition.description?.value ?? '';
  const fieldOrder = [...order];
  const typeNamed = (owner: string) => readFields(context, declaredType(context, owner));
  const around = { properties, relationships, valueTypes: context.valueTypes, typeNamed };
  const states = readDayStates(name, [...computed.values()], around);
  const base = { name, description, interfaces, fieldOrder, glance: [...glance] };
  const fields = { ...base, properties, relationships, owned, computed, states };
  context.reader.set(name, fields);
  return fields;
}

/** The fields of a plain type that is kept as JSON, with those of its own parts. */
function readParts(context: Context, name: string): readonly PropertyModel[] {
  return (context.declared.get(name)?.fields ?? []).map((field) => {
    const target = namedType(field.type);
    return readProperty(name, field, context.valueTypes.get(target), readParts(context, target));
  });
}

/** All interfaces of a type, in the order declared, those reached through another included. */
function interfacesOf(context: Context, definition: Declared): readonly string[] {
  const found = new Set<string>();
  for (const { name } of definition.interfaces ?? []) {
    found.add(name.value);
    for (const inherited of interfacesOf(context, declaredType(context, name.value))) found.add(inherited);
  }
  return [...found];
}

/** The OUT sides declare what is stored; an IN side without one declares it too (what is written far away). */
function readStoredRelationships(context: Context): void {
  const sides = [...context.declared.values()].flatMap((owner) =>
    (owner.fields ?? []).flatMap((field) => {
      const directive = directiveOf(field, 'relationship');
      return directive ? [{ owner: owner.name.value, field, directive }] : [];
    }),
  );
  const ordered = [...sides].sort((a, b) => rank(a.directive) - rank(b.directive));
  for (const { owner, field, directive } of ordered) {
    const type = String(directiveArgument(directive, 'type'));
    const out = directiveArgument(directive, 'direction') === 'OUT';
    const target = namedType(field.type);
    const [from, to] = out ? [owner, target] : [target, owner];
    const known = context.stored.get(type);
    if (known) {
      invariant(
        ends(context, known.from, from) && ends(context, known.to, to),
        `${owner}.${field.name.value}: ${type} joins ${known.from} and ${known.to}, not ${from} and ${to}`,
      );
      continue;
    }
    const holder = directiveArgument(directive, 'properties');
    const properties = holder === undefined ? [] : readProperties(context, String(holder));
    const kind = String(directiveArgument(directive, 'kind') ?? type);
    context.stored.set(type, {
      type,
      datedType: `${type}${DATED}`,
      kind,
      from,
      to,
      properties,
      always: directiveArgument(directive, 'always') === true,
      acyclic: ['acyclic', 'tree'].some((name) => directiveArgument(directive, name) === true),
      tree: directiveArgument(directive, 'tree') === true,
      sentence: {
        ZH: String(directiveArgument(directive, 'zh') ?? `{from} ${kind} {to}`),
        EN: String(directiveArgument(directive, 'en') ?? `{from} ${kind} {to}`),
      },
    });
  }
}

/** Whether a relationship that ends at `declared` may be a field of `owner`: the same, or one that implements it. */
function ends(context: Context, declared: string, owner: string): boolean {
  return declared === owner || interfacesOf(context, declaredType(context, owner)).includes(declared);
}

function rank(directive: NonNullable<ReturnType<typeof directiveOf>>): number {
  return directiveArgument(directive, 'direction') === 'OUT' ? 0 : 1;
}

function readProperties(context: Context, holder: string): readonly PropertyModel[] {
  const definition = declaredType(context, holder);
  return (definition.fields ?? []).map((field) =>
    readProperty(holder, field, context.valueTypes.get(namedType(field.type))),
  );
}

function readRelationship(context: Context, owner: string, field: FieldDefinitionNode): RelationshipModel {
  const directive = directiveOf(field, 'relationship');
  const stored = directive && context.stored.get(String(directiveArgument(directive, 'type')));
  invariant(directive && stored, `${owner}.${field.name.value} has no stored relationship`);
  const direction = directiveArgument(directive, 'direction') === 'OUT' ? 'OUT' : 'IN';
  const side = directiveArgument(directive, 'written');
  const { list, required } = typeShape(field.type);
  return {
    name: field.name.value,
    owner,
    stored,
    direction,
    target: namedType(field.type),
    many: list,
    required,
    deep: directiveArgument(directive, 'deep') === true,
    written: side === undefined ? direction === 'OUT' : side === 'HERE',
    description: field.description?.value ?? '',
    words: readWords(field),
  };
}

function isOwned(context: Context, name: string): boolean {
  const definition = context.declared.get(name);
  return definition !== undefined && directiveOf(definition, 'owned') !== undefined;
}

function declaredType(context: Context, name: string): Declared {
  const definition = context.declared.get(name);
  invariant(definition, `the schema names ${name} and declares it nowhere`);
  return definition;
}
