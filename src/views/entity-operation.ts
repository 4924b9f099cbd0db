/** The operations of an entity's page, written from what the schema declares of its type. */

import type { Language } from '../model/language.ts';
import {
  concreteTypes,
  ENTITY,
  type Model,
  type NodeTypeModel,
  type OwnedModel,
  type PropertyModel,
  type RelationshipModel,
} from '../model/model.ts';
import type { Clocks } from './clocks.ts';
import type { Question } from './operation.ts';

/** Where a fact is stated, as every view shows it. */
const EVIDENCE =
  'evidence { locator checkedBy checkedOn source { id name nameEn tier url publisher publishedOn retrievedOn } }';
const CLAIMS = `claims { property value printed bound modality chosen about { id } ${EVIDENCE} }`;
const NAMED = '__typename id name nameEn';
/** The derived field of the policies in force, which is a question rather than a relationship. */
const POLICIES = 'policies';
/** How many facts of a relationship are asked for at first, and how many where the whole record is. */
export const FEW = 12;
const SOME = 50;
/** Ids have fields of their own; criteria come as sentences. */
const UNSHOWN: ReadonlySet<string> = new Set(['id', 'json']);
/** Which graph answered. */
const GRAPH = '  graph { revision appliedAt today dataset { name licence } }';

/** What an entity is looked up by. */
export interface Looked {
  readonly id: string;
  readonly clocks: Clocks;
  readonly language: Language;
}

/** Whether an earlier revision is asked, of which a record has its own properties, single ends and what is derived (§16.4). */
function isOfThen({ clocks }: Looked): boolean {
  return clocks.asOf !== undefined;
}

/** The entity's own facts, and how many of each other kind there are. */
export function headQuestion(model: Model, type: NodeTypeModel, looked: Looked): Question {
  const names = connectionsOf(type, isOfThen(looked));
  const fields = names.map((name) => `${name} { totalCount nodeCount }`).join('\n    ');
  const counts = names.length > 0 ? [lookUp('counts', type, fields)] : [];
  return operation(
    'Entity',
    [lookUp('entity', type, headFields(model, type, isOfThen(looked))), ...counts],
    looked,
  );
}

/** Facts of some relationships, each under its name: one request, however many there are. */
export function factsQuestion(
  model: Model,
  type: NodeTypeModel,
  looked: Looked,
  names: readonly string[],
  first = FEW,
): Question {
  const fields = names.map((name) => lookUp(name, type, `id ${factFields(model, type, name, first)}`));
  return operation('Facts', fields, looked);
}

/** The whole record: what its files in other forms hold. */
export function recordQuestion(model: Model, type: NodeTypeModel, looked: Looked): Question {
  const isThen = isOfThen(looked);
  const facts = connectionsOf(type, isThen).map((name) =>
    lookUp(name, type, factFields(model, type, name, SOME)),
  );
  return operation(
    'Record',
    [GRAPH, lookUp('entity', type, headFields(model, type, isThen)), ...facts],
    looked,
  );
}

function operation(name: string, fields: readonly string[], { id, clocks, language }: Looked): Question {
  const body = fields.join('\n');
  const lang = body.includes('$lang') ? ', $lang: Lang' : '';
  return {
    query: `query ${name}($id: ID!, $validOn: Date, $asOf: Int${lang}) {\n${body}\n}`,
    variables: { id, ...clocks, ...(lang ? { lang: language } : {}) },
  };
}

function lookUp(alias: string, type: NodeTypeModel, fields: string): string {
  return `  ${alias}: lookUp(id: $id, validOn: $validOn, asOf: $asOf) { ... on ${type.name} {\n    ${fields}\n  } }`;
}

/**
 * The names of all fields of a type that lead to many others, the derived one first.
 * @param isThen whether an earlier revision is asked, of which there is the derived one alone
 */
export function connectionsOf(type: NodeTypeModel, isThen = false): readonly string[] {
  const derived = hasPolicies(type) ? [POLICIES] : [];
  if (isThen) return derived;
  return [...derived, ...[...type.relationships.values()].filter(({ many }) => many).map(({ name }) => name)];
}

/** Whether the policies in force are derived for a type. */
function hasPolicies(type: NodeTypeModel): boolean {
  return type.computed.has(POLICIES);
}

/** The lists of what a record owns that the API has. */
export function ownedLists(type: NodeTypeModel): readonly OwnedModel[] {
  return [...type.owned.values()].filter(({ internal }) => !internal);
}

/** The fields of a type that lead to one other. */
export function singleEnds(type: NodeTypeModel): readonly RelationshipModel[] {
  return [...type.relationships.values()].filter(({ many }) => !many);
}

/** The properties of a type that views show beside names and ids. */
export function shownProperties(type: NodeTypeModel): readonly PropertyModel[] {
  return [...type.properties.values()].filter(({ served, valueKind }) => served && !UNSHOWN.has(valueKind));
}

function headFields(model: Model, type: NodeTypeModel, isThen: boolean): string {
  const isEntity = type.interfaces.includes(ENTITY);
  return [
    `__typename id browserUrl ${isEntity && !isThen ? 'formerIds' : ''}`,
    ...shownProperties(type).map(propertyField),
    // The status of what another record owns is read from that one.
    type.computed.has('status') && !(isThen && type.states.get('status')?.of) ? 'status' : '',
    EVIDENCE,
    ...(isThen ? [] : furtherFields(model, type)),
    ...singleEnds(type).map((each) => endField(model, each)),
  ]
    .filter(Boolean)
    .join('\n    ');
}

/** What a record states or owns beside its properties: of now alone. */
function furtherFields(model: Model, type: NodeTypeModel): readonly string[] {
  return [
    type.interfaces.includes(ENTITY) ? CLAIMS : '',
    ...ownedLists(type).map((owned) => `${owned.name} { ${ownedFields(model, owned)} }`),
  ];
}

/** A property as a field: money has parts of its own. */
function propertyField({ name, valueKind }: PropertyModel): string {
  return valueKind === 'money' ? `${name} { amount currency bound printed }` : name;
}

function ownedFields(model: Model, { type: name }: OwnedModel): string {
  const type = model.nodeTypes.get(name);
  if (!type) return '__typename';
  return [
    ...shownProperties(type).map(propertyField),
    type.computed.has('sentence') ? 'sentence(lang: $lang)' : '',
    type.computed.has('unit') ? 'unit' : '',
    ...singleEnds(type).map((each) => endField(model, each)),
    EVIDENCE,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The one far end of a field: its name, and the unit where it has one. */
function endField(model: Model, { name, target }: RelationshipModel): string {
  return `${name} { ${NAMED} ${model.nodeTypes.get(target)?.properties.has('unit') ? 'unit' : ''} }`;
}

function factFields(model: Model, type: NodeTypeModel, name: string, first: number): string {
  const page = `${name}(first: ${first}) { totalCount nodeCount pageInfo { hasNextPage endCursor } edges`;
  const relationship = type.relationships.get(name);
  if (!relationship) {
    return `${page} { node { ${NAMED} number issuedOn status } scope modality because { ${STEP} } } }`;
  }
  const own = relationship.stored.properties.filter(({ served }) => served).map(propertyField);
  const facts = isOfFigures(model, relationship)
    ? ''
    : `${own.join(' ')} validFrom validTo modality ${EVIDENCE}`;
  return `${page} { node { ${farFields(model, relationship)} } ${facts} } }`;
}

/** One step of a proof, as every view shows it. */
const STEP = `from { ${NAMED} } to { ${NAMED} } relationship extent modality sentence(lang: $lang) ${EVIDENCE}`;

/** What a far end says of itself: its name and what is said wherever it is named; without a name, its values. */
function farFields(model: Model, { target }: RelationshipModel): string {
  const type = model.nodeTypes.get(target);
  if (!type) return NAMED;
  if (type.interfaces.includes(ENTITY)) {
    const glance = type.glance.map((name) => type.properties.get(name));
    return [NAMED, ...glance.map((each, at) => (each ? propertyField(each) : type.glance[at]))].join(' ');
  }
  const values = shownProperties(type).map(propertyField);
  return [
    '__typename id',
    ...values,
    ...singleEnds(type).map((each) => endField(model, each)),
    EVIDENCE,
  ].join(' ');
}

/** Whether a relationship leads to figures, whose evidence is their own. */
export function isOfFigures(model: Model, { target }: RelationshipModel): boolean {
  return concreteTypes(model, target).every(
    (name) => !model.nodeTypes.get(name)?.interfaces.includes(ENTITY),
  );
}
