/** The served API, derived from the model: nothing in it is declared twice. */

import {
  buildASTSchema,
  concatAST,
  type DocumentNode,
  type FieldDefinitionNode,
  GraphQLSchema,
  Kind,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { connectionName } from '../compile/compile-connection.ts';
import { groupsField } from '../compile/compile-groups.ts';
import { summedNumbers } from '../compile/compile-sum.ts';
import { looksDown } from '../compile/tree.ts';
import { compareText } from '../diagnostics/compare-text.ts';
import {
  concreteTypes,
  ENTITY,
  entityTypeName,
  FACT,
  type FieldsModel,
  type InterfaceModel,
  type Model,
  NODE,
  type NodeTypeModel,
  type OwnedModel,
  type PropertyModel,
  type RelationshipModel,
  rootTypes,
} from '../model/model.ts';
import { entityRelationships } from '../model/stored/entity-relationships.ts';
import { inputTypeTexts, listArguments } from './derive-input-types.ts';

/** Types of the schema folder that are the model's own vocabulary, and no part of the API. */
const VOCABULARY: ReadonlySet<string> = new Set(['DayTest', 'Direction', 'Format', 'Side']);

/**
 * The definitions of the served API.
 * @param declared the schema folder's own definitions: scalars, enums and plain types are served as they are
 * @param questions the declarations of the questions
 */
export function deriveApiSchema(model: Model, declared: DocumentNode, questions: DocumentNode): DocumentNode {
  const kept = declared.definitions.filter((definition) => {
    switch (definition.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
        return true;
      case Kind.ENUM_TYPE_DEFINITION:
        return !VOCABULARY.has(definition.name.value);
      case Kind.OBJECT_TYPE_DEFINITION:
        return !model.nodeTypes.has(definition.name.value) && (definition.directives ?? []).length === 0;
      default:
        return false;
    }
  });
  const texts = [
    ...[...model.interfaces.values()].map((each) => interfaceText(model, each)),
    ...[...model.nodeTypes.values()]
      .filter((each) => isServed(model, each))
      .map((each) => typeText(model, each)),
    ...relationships(model).map((each) => connectionText(model, each)),
    ...rootTypes(model).map((type) => rootConnectionText(model, type)),
    PAGE_INFO,
    enumText('EntityType', 'The types of entities. 实体类型', entityTypeNames(model)),
    enumText('RelationshipKind', 'The kinds of facts between entities. 事实类型', relationshipKinds(model)),
    ...inputTypeTexts(model),
    queryText(model),
  ];
  const served = visit({ kind: Kind.DOCUMENT, definitions: kept }, { Directive: () => null });
  return concatAST([served, parse(texts.join('\n\n')), questions]);
}

/**
 * The printed API: types by name, to be found, and what is in each as declared, to be read: the states of a policy are in
 * the order in which the first one holds, levels and modalities in that of their rank.
 */
export function printApiSchema(definitions: DocumentNode): string {
  const config = apiSchema(definitions).toConfig();
  const types = config.types.toSorted((a, b) => compareText(a.name, b.name));
  return `${printSchema(new GraphQLSchema({ ...config, types }))}\n`;
}

/** The API as a schema that can be asked about types, without anything to answer it. */
function apiSchema(definitions: DocumentNode): GraphQLSchema {
  return buildASTSchema(definitions);
}

/** The kinds of relationships that can stand in a proof or a path: between entities, sources apart. */
function relationshipKinds(model: Model): readonly string[] {
  return [...new Set(entityRelationships(model).map(({ kind }) => kind))];
}

const PAGE_INFO = `"The position of a page in its list. 分页"
type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }`;

/** Owned types that only the product itself reads are not served. */
function isServed(model: Model, type: NodeTypeModel): boolean {
  if (type.root) return true;
  return [...model.nodeTypes.values()].some((owner) =>
    [...owner.owned.values()].some((each) => each.type === type.name && !each.internal),
  );
}

function entityTypeNames(model: Model): readonly string[] {
  return concreteTypes(model, ENTITY).map(entityTypeName);
}

function relationships(model: Model): readonly RelationshipModel[] {
  const found = new Map<string, RelationshipModel>();
  for (const fields of [...model.interfaces.values(), ...model.nodeTypes.values()]) {
    for (const relationship of fields.relationships.values()) {
      if (relationship.many) found.set(connectionName(relationship), relationship);
    }
  }
  return [...found.values()];
}

function interfaceText(model: Model, type: InterfaceModel): string {
  return `${described(type.description)}interface ${type.name}${implementing(type)} { ${fieldsText(model, type)} }`;
}

function typeText(model: Model, type: NodeTypeModel): string {
  return `${described(type.description)}type ${type.name}${implementing(type)} { ${fieldsText(model, type)} }`;
}

function implementing(type: FieldsModel): string {
  return type.interfaces.length === 0 ? '' : ` implements ${type.interfaces.join(' & ')}`;
}

function fieldsText(model: Model, type: FieldsModel): string {
  return [
    ...[...type.properties.values()].filter(({ served }) => served).map(propertyText),
    ...[...type.relationships.values()].map((each) => relationshipText(model, each)),
    ...[...type.owned.values()].filter((each) => !each.internal).map(ownedText),
    ...[...type.computed.values()].map(computedText),
  ].join('\n');
}

function propertyText(property: PropertyModel): string {
  const type = property.list ? `[${property.type}!]` : property.type;
  return `${described(property.description)}${property.name}: ${type}${property.required ? '!' : ''}`;
}

function relationshipText(model: Model, relationship: RelationshipModel): string {
  const { name, description, target, many, required } = relationship;
  return many
    ? `${described(description)}${name}(${argumentsText(model, relationship)}): ${connectionName(relationship)}Connection!`
    : `${described(description)}${name}: ${target}${required ? '!' : ''}`;
}

function argumentsText(model: Model, relationship: RelationshipModel): string {
  const deep = looksDown(model, relationship) ? `${DEEP} deep: Boolean = true, ` : '';
  return `${deep}first: Int = 5, after: String, ${listArguments(relationship.target)}`;
}

const DEEP = '"Whether what is in anything below counts, too. 含下级"';

function ownedText(owned: OwnedModel): string {
  const given = owned.arguments.map((argument) => print({ ...argument, directives: [] })).join(', ');
  return `${described(owned.description)}${owned.name}${given && `(${given})`}: [${owned.type}!]!`;
}

function computedText(field: FieldDefinitionNode): string {
  return print({ ...field, directives: [] });
}

function connectionText(model: Model, relationship: RelationshipModel): string {
  const name = connectionName(relationship);
  const { target, stored } = relationship;
  // What a fact says is described once, in the interface: there are too many edges to describe it in each.
  const own = stored.properties.map((each) => propertyText({ ...each, description: '' })).join('\n');
  const fact = model.factProperties.map((each) => propertyText({ ...each, description: '' })).join('\n');
  return `type ${name}Connection {
  totalCount: Int! nodeCount: Int! pageInfo: PageInfo! nodes: [${target}!]! edges: [${name}Edge!]!
}
type ${name}Edge implements ${FACT} { cursor: String! node: ${target}! ${own} ${fact} evidence: [Evidence!]! }`;
}

function rootConnectionText(model: Model, type: NodeTypeModel): string {
  const target = type.name;
  const sum =
    summedNumbers(model, type).length === 0
      ? ''
      : `"""
Adds up a number of all that the filter keeps, exactly. Refused across units, definitions (口径) and periods, and where one is
a part of another; the message names two. 合计
"""
sum(of: ${target}Number!): Sum!`;
  return `type ${target}Connection { totalCount: Int! ${sum} pageInfo: PageInfo! nodes: [${target}!]! edges: [${target}Edge!]! }
type ${target}Edge { cursor: String! node: ${target}! }`;
}

function enumText(name: string, description: string, values: readonly string[]): string {
  return `${described(description)}enum ${name} { ${values.join(' ')} }`;
}

/** What lists and look-ups take beside their own arguments. What it means is described once, in Query. */
const DAY = 'validOn: Date, anyDay: Boolean';
const AS_OF = '"The revision whose properties and evidence are asked; ids are those of then. 版本" asOf: Int';

/** What grouped counts take where the type has numbers that can be added up. */
function sumOfText(model: Model, type: NodeTypeModel): string {
  if (summedNumbers(model, type).length === 0) return '';
  return `"What \`sum\` of a group adds up. 合计项" sumOf: ${type.name}Number, `;
}

const QUERY = `Everything that can be asked. validOn: the day that relationships are valid on, here and at every depth; \
left out: today. anyDay: relationships of any day are there, for histories. 查询`;

function queryText(model: Model): string {
  const lists = rootTypes(model).map(
    (type) => `${described(type.description)}${type.root?.list}(
  first: Int = 20
  after: String
  ${listArguments(type.name)}
  ${DAY}
): ${type.name}Connection!
"How many have each value, or lead to each entity; largest first. 分组计数"
${groupsField(type.name)}(by: ${type.name}Group!, where: ${type.name}Where, ${sumOfText(model, type)}${DAY}): [Group!]!`,
  );
  return `${described(QUERY)}type Query {
"Whatever has this id, as it is today; null where nothing has. It takes no other argument, as Relay asks. 按编号查找"
node(id: ID!): ${NODE}
"Whatever has this id, on another day than today; null where nothing has. 按编号和日期查找"
lookUp(id: ID!, ${DAY}, ${AS_OF}): ${NODE}
"Whatever has these ids, in their order; null where nothing has. 按编号批量查找"
nodes(ids: [ID!]!, ${DAY}, ${AS_OF}): [${NODE}]!
${lists.join('\n')}
}`;
}

function described(description: string): string {
  return description === '' ? '' : `${JSON.stringify(description)} `;
}
