/** The tool `node`, over the root field `lookUp`: one record with its sources, and the beginning of each of its relationships, or a page of one. */

import { type GraphQLObjectType, type GraphQLSchema, isListType, isObjectType, parse } from 'graphql';
import { badUserInput } from '../diagnostics/client-error.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { type Model, rootTypes } from '../model/model.ts';
import { isPage, listPage } from './page.ts';
import { languageArgument } from './question-tool.ts';
import { type StandingField, selectableFields, selectField, selectPage } from './select-fields.ts';
import { operationText, type Tool } from './tool.ts';
import { defaultsOf, MOST_ITEMS, type ToolArgument, toolArgument } from './tool-argument.ts';

/** What agents call it, and the root field that answers it. */
const NAME = 'node';
const FIELD = 'lookUp';

/** Items of each relationship in a record, and of one that is asked for alone. */
const FIRST = { each: 3, alone: 20 };

const RELATIONSHIP: ToolArgument = {
  name: 'relationship',
  type: 'String',
  required: false,
  schema: {
    type: 'string',
    description: 'Only this relationship or list of the record, page by page: firms, figures.',
  },
};
const FIRST_ARGUMENT: ToolArgument = {
  name: 'first',
  type: 'Int',
  required: false,
  schema: {
    type: 'integer',
    maximum: MOST_ITEMS,
    description: `Left out: ${FIRST.each} of each relationship, or ${FIRST.alone} of one alone.`,
  },
};
const AFTER_ARGUMENT: ToolArgument = {
  name: 'after',
  type: 'String',
  required: false,
  schema: { type: 'string', description: 'With relationship: endCursor of its page before.' },
};

/** The tool that describes the record of one id. */
export function nodeTool(schema: GraphQLSchema, model: Model, pagesUrl = ''): Tool {
  const field = schema.getQueryType()?.getFields()[FIELD];
  invariant(field, `${FIELD} is a root field`);
  const language = languageArgument(schema, '$lang').map((each) => toolArgument(each));
  const taken = field.args.map((each) => toolArgument(each));
  const declared = [...taken, RELATIONSHIP, FIRST_ARGUMENT, AFTER_ARGUMENT, ...language];
  return {
    name: NAME,
    description: `What the graph holds about one id: properties, relationships and sources. ${field.description ?? ''}`,
    arguments: declared,
    answers: { id: 'string', type: 'string' },
    prepare: (given) => {
      const nodeType = typeOfId(schema, model, given.id);
      const alone = given.relationship == null ? undefined : partNamed(nodeType, given.relationship);
      if (!alone && given.after != null)
        throw badUserInput('after', 'it goes with "relationship": a cursor is one of one page.');
      const offset = alone && isOwnList(alone) ? offsetOf(given.after) : 0;
      const first = given.first ?? (alone ? FIRST.alone : FIRST.each);
      const body = `${FIELD}(id: $id, validOn: $validOn, anyDay: $anyDay) { __typename ... on Node { id } ... on Entity { name }
... on ${nodeType.name} ${selectionOf(model, nodeType, alone)} }`;
      return {
        document: parse(operationText(declared, body)),
        variables: { ...defaultsOf(language), ...given, first },
        first: Number(first),
        read: (data) => withPage(readRecord(data[FIELD], nodeType, alone, offset), pagesUrl),
        about: { nodeType: nodeType.name, id: String(given.id) },
      };
    },
  };
}

/** The type that an id's beginning names; former ids begin alike. */
function typeOfId(schema: GraphQLSchema, model: Model, id: unknown): GraphQLObjectType {
  const roots = rootTypes(model);
  const [prefix = ''] = String(id ?? '').split(':');
  const type = schema.getType(roots.find(({ root }) => root?.prefix === prefix)?.name ?? '');
  if (isObjectType(type)) return type;
  const known = roots.map(({ root }) => `${root?.prefix}:…`).join(', ');
  throw badUserInput('id', `ids begin with what they are: ${known}.`);
}

/** Relationships and lists of owned nodes, which are shown in pages. */
function partsOf(type: GraphQLObjectType): readonly StandingField[] {
  return selectableFields(type).filter((each) => each.standing === 'connection' || isOwnList(each));
}

function isOwnList({ field, standing }: StandingField): boolean {
  const bare = 'ofType' in field.type ? field.type.ofType : field.type;
  return standing === 'plain' && isListType(bare);
}

function partNamed(type: GraphQLObjectType, name: unknown): StandingField {
  const parts = partsOf(type);
  const part = parts.find(({ field }) => field.name === name);
  if (part) return part;
  const known = parts.map(({ field }) => field.name).join(', ');
  throw badUserInput('relationship', `a ${type.name} has ${known || 'none'}.`);
}

function offsetOf(after: unknown): number {
  if (after == null) return 0;
  if (/^\d{1,6}$/.test(String(after))) return Number(after);
  throw badUserInput('after', 'it may be the endCursor of the page before.');
}

/** What is selected of a record: all of it, or one part alone; proofs of derived facts only where that is asked for. */
function selectionOf(model: Model, type: GraphQLObjectType, alone: StandingField | undefined): string {
  const asked = alone ? [alone] : selectableFields(type);
  const selected = asked.map((each) =>
    each.standing === 'connection'
      ? selectPage(model, each.field, alone ? '(first: $first, after: $after)' : '(first: $first)', !alone)
      : selectField(model, each),
  );
  return `{ ${selected.join(' ')} }`;
}

/** A record with the address of its page in the explorer. */
function withPage(record: Readonly<Record<string, unknown>> | undefined, pagesUrl: string): unknown {
  return record && { ...record, pageUrl: `${pagesUrl}/id/${record.id}` };
}

/** The record with its lists as pages, what is empty named apart, and only such claims as say more than the record does. */
function readRecord(
  node: unknown,
  type: GraphQLObjectType,
  alone: StandingField | undefined,
  offset: number,
): Readonly<Record<string, unknown>> | undefined {
  if (node === null || typeof node !== 'object') return undefined;
  const { __typename, ...record } = node as Readonly<Record<string, unknown>>;
  const pages = new Map(
    (alone ? [alone] : partsOf(type)).map(({ field: { name } }) => {
      const value = record[name];
      if (!Array.isArray(value)) return [name, value] as const;
      return [
        name,
        listPage(name === 'claims' && !alone ? value.filter(saysMore(record)) : value, offset),
      ] as const;
    }),
  );
  const isEmpty = (name: string) => {
    const page = pages.get(name);
    return !alone && isPage(page) && page.totalCount === 0;
  };
  const noneRecorded = [...pages.keys()].filter((name) => isEmpty(name) && name !== 'claims');
  const kept = Object.entries({ ...record, ...Object.fromEntries(pages) }).filter(([name, value]) => {
    return !isEmpty(name) && !(Array.isArray(value) && value.length === 0);
  });
  return {
    type: __typename,
    ...Object.fromEntries(kept),
    ...(noneRecorded.length > 0 ? { noneRecorded } : {}),
  };
}

/** Whether a claim says what the record's own properties and sources do not. */
function saysMore(record: Readonly<Record<string, unknown>>): (claim: unknown) => boolean {
  const own = JSON.stringify(record.evidence);
  return (claim) => {
    const { chosen, evidence } = claim as { readonly chosen?: unknown; readonly evidence?: unknown };
    return chosen !== true || JSON.stringify(evidence) !== own;
  };
}
