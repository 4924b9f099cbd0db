/** What a tool selects, derived from the schema: all that a type says, its sources, and of other entities a glance. */

import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { ENTITY, type Model, NODE } from '../model/model.ts';

/** What a fact is cited by. A source's title is its name. */
const EVIDENCE = '{ locator source { id name publisher url publishedOn tier } }';

/** Fields that say what a sentence beside them says, or what only programs need. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['Step.from', 'Step.relationship', 'Step.to'],
  // A matrix has a hundred cells: which policies there are, `support` and the record of the place say.
  ...['CoverageRow.entity', 'CoverageCell.policies', 'ChainSegment.policies'],
  ...[
    'CriterionVerdict.conditions',
    'Criterion.alternatives',
    'Criterion.position',
    'Claim.about',
    'Change.id',
  ],
]);

/** Plain objects inside each other: below this nothing is selected. */
const DEEPEST = 4;

/** A type in the API. */
type Standing = 'leaf' | 'evidence' | 'connection' | 'entity' | 'node' | 'plain';

/** A field, and the type of its values. */
export interface StandingField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly standing: Standing;
}

/** The fields of a type that a tool may select, in their order. */
export function selectableFields(type: GraphQLObjectType): readonly StandingField[] {
  return Object.values(type.getFields())
    .filter((field) => !LEFT_OUT.has(`${type.name}.${field.name}`) && !field.args.some(isRequiredArgument))
    .map((field) => ({ field, standing: standingOf(field) }));
}

/** Those selected of each of several records: a link for people goes with the one record that is asked for. */
function fieldsOfEach(type: GraphQLObjectType): readonly StandingField[] {
  const isRecord = type.getInterfaces().some(({ name }) => name === NODE);
  return selectableFields(type).filter(({ field }) => !(isRecord && field.name === 'browserUrl'));
}

/** The selection of all that a type says; connections apart, which are pages of their own. */
export function selectFields(model: Model, type: GraphQLObjectType, depth = 0): string {
  const fields = fieldsOfEach(type).filter(({ standing }) => standing !== 'connection');
  return `{ ${fields.map((each) => selectField(model, each, depth)).join(' ')} }`;
}

/** One field with what is selected below it; empty where nothing is. */
export function selectField(model: Model, { field, standing }: StandingField, depth = 0): string {
  const name = field.args.some((each) => each.name === 'lang') ? `${field.name}(lang: $lang)` : field.name;
  const type = getNamedType(field.type);
  switch (standing) {
    case 'leaf':
      return name;
    case 'evidence':
      return `${name} ${EVIDENCE}`;
    case 'connection':
      return '';
    case 'entity':
      return `${name} ${isObjectType(type) ? selectGlance(model, type) : '{ id name }'}`;
    case 'node':
    case 'plain':
      if (!isObjectType(type)) return `${name} { id }`;
      return depth < DEEPEST ? `${name} ${selectFields(model, type, depth + 1)}` : '';
  }
}

/** A record as it is named beside others: id, name, the fields marked `@glance`, and their bounds. */
function selectGlance(model: Model, type: GraphQLObjectType): string {
  const wanted = ['id', 'name', ...(model.nodeTypes.get(type.name)?.glance ?? [])];
  const names = new Set(wanted.flatMap((name) => [name, `${name}Bound`]));
  const fields = selectableFields(type).filter(({ field }) => names.has(field.name));
  return `{ ${fields.map((each) => selectField(model, each, DEEPEST - 1)).join(' ')} }`;
}

/**
 * What a list says of each of its records: its values, what it belongs to, and its sources; neither what it owns nor its
 * relationships, which are selected for one record.
 */
export function selectListed(model: Model, type: GraphQLObjectType): string {
  const fields = fieldsOfEach(type).filter(({ field, standing }) => {
    const bare = 'ofType' in field.type ? field.type.ofType : field.type;
    return standing === 'evidence' || standing === 'leaf' || !(isListType(bare) || standing === 'connection');
  });
  return `{ ${fields.map((each) => selectField(model, each, DEEPEST - 1)).join(' ')} }`;
}

/**
 * A page: how many there are, and each item, with what its edge says of it where the edge says anything.
 * @param given the arguments that are passed on, as they stand in the operation
 * @param brief whether proofs that an edge holds are left out
 */
export function selectPage(
  model: Model,
  field: GraphQLField<unknown, unknown>,
  given: string,
  brief = false,
): string {
  const page = getNamedType(field.type);
  const edge = isObjectType(page) ? getNamedType(page.getFields().edges?.type) : undefined;
  if (!isObjectType(page) || !isObjectType(edge)) return '';
  const beside = selectableFields(page).filter(({ field: { name } }) => !PAGE_PARTS.has(name));
  const said = selectableFields(edge).filter(
    ({ field: { name }, standing }) => name !== 'node' && !(brief && standing === 'plain'),
  );
  const node = edge.getFields().node;
  const nodeFields = node ? selectField(model, { field: node, standing: standingOf(node) }) : '';
  const count = page.getFields().nodeCount ? 'totalCount nodeCount' : 'totalCount';
  return `${field.name}${given} { ${count} pageInfo { hasNextPage } ${beside.map((each) => selectField(model, each)).join(' ')}
edges { ${said.map((each) => selectField(model, each)).join(' ')} ${nodeFields} } }`;
}

const PAGE_PARTS: ReadonlySet<string> = new Set(['totalCount', 'nodeCount', 'pageInfo', 'nodes', 'edges']);

function standingOf(field: GraphQLField<unknown, unknown>): Standing {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return 'leaf';
  if (type.name === 'Evidence') return 'evidence';
  if (type.name.endsWith('Connection')) return 'connection';
  const names =
    isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map((each) => each.name) : [];
  if (type.name === ENTITY || names.includes(ENTITY)) return 'entity';
  return type.name === NODE || names.includes(NODE) ? 'node' : 'plain';
}
