/** Reads a batch of queries as clients of the Reconciliation Service API send it, or says what is wrong with it. */

import type { GraphQLError } from 'graphql';
import { clientError } from '../../diagnostics/client-error.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { LIMITS } from '../limits.ts';
import { shortened } from '../nearest-ids.ts';
import type { Named, ServiceModel, ServiceProperty, ServiceType } from './service-model.ts';

/** One query of a batch. */
export interface ReconcileQuery {
  /** What the batch calls it. */
  readonly key: string;
  /** The name, id or number looked for, trimmed; empty where properties alone are given. */
  readonly text: string;
  /** Only records of these; undefined: of all. */
  readonly types: readonly ServiceType[] | undefined;
  readonly properties: readonly GivenProperty[];
  /** How many candidates are wanted at most. */
  readonly limit: number;
}

/** A property of a query: a record fits that has one of the values. */
export interface GivenProperty {
  readonly property: ServiceProperty;
  readonly values: readonly string[];
}

/** What a batch may be at most. */
export const BATCH = {
  /** Queries of one batch. */
  queries: 50,
  /** Characters of a name, id or value. */
  text: 200,
  /** Properties of one query. */
  properties: 10,
  /** Different values of one property, over the whole batch. */
  values: 50,
  /** Candidates where a query says nothing. */
  limit: 10,
} as const;

type Json = Readonly<Record<string, unknown>>;

/**
 * The queries of a batch, as JSON: an object of queries by keys that the client chooses.
 * @throws GraphQLError with what would be right: status 413 where the batch is too large, else 400
 */
export function readQueries(service: ServiceModel, json: string): readonly ReconcileQuery[] {
  const batch = parse(json);
  if (!isObject(batch))
    throw refusal('"queries" is a JSON object: {"q0": {"query": "…"}, "q1": {"query": "…"}}.');
  const entries = Object.entries(batch);
  if (entries.length > BATCH.queries)
    throw refusal(
      `The batch has ${entries.length} queries; ${BATCH.queries} are allowed, as "batchSize" says.`,
      413,
    );
  const queries = entries.map(([key, value]) => readQuery(service, key, value));
  refuseTooMany(service, queries);
  return queries;
}

/** A client's fault, with its HTTP status. */
export function refusal(message: string, status = 400): GraphQLError {
  return clientError('BAD_USER_INPUT', message, { http: { status } });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw refusal('"queries" is no JSON.');
  }
}

function readQuery(service: ServiceModel, key: string, value: unknown): ReconcileQuery {
  const where = `The query "${shortened(key)}"`;
  if (!isObject(value)) throw refusal(`${where} is a JSON object: {"query": "…"}.`);
  const { query, type, limit, properties } = value;
  if (query === undefined && properties === undefined)
    throw refusal(`${where} has neither "query" nor "properties".`);
  return {
    key,
    text: query === undefined ? '' : textOf(query, `${where}: "query"`),
    types: readTypes(service, type, where),
    properties: readProperties(service, properties, where),
    limit: readLimit(limit, where),
  };
}

function readTypes(
  { types }: ServiceModel,
  type: unknown,
  where: string,
): readonly ServiceType[] | undefined {
  const asked = (Array.isArray(type) ? type : [type]).filter((each) => each !== undefined && each !== '');
  if (asked.length === 0) return undefined;
  const found = asked.map((each) => find(types, idOf(each), `${where}: there is no type`));
  return types.filter((each) => found.includes(each));
}

function readProperties(service: ServiceModel, given: unknown, where: string): readonly GivenProperty[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw refusal(`${where}: "properties" is a list of {"pid": "…", "v": …}.`);
  if (given.length > BATCH.properties)
    throw refusal(`${where} has ${given.length} properties; ${BATCH.properties} are allowed.`);
  return given.flatMap((each): readonly GivenProperty[] => {
    if (!isObject(each)) throw refusal(`${where}: a property is {"pid": "…", "v": …}.`);
    const property = find(service.properties, each.pid, `${where}: there is no property`);
    const values = (Array.isArray(each.v) ? each.v : [each.v])
      .map((value) => textOf(idOf(value), `${where}: "v" of the property "${property.id}"`))
      .filter((text) => text !== '');
    // An empty cell says nothing.
    return values.length === 0 ? [] : [{ property, values }];
  });
}

function readLimit(limit: unknown, where: string): number {
  if (limit === undefined) return BATCH.limit;
  if (typeof limit === 'number' && Number.isInteger(limit) && limit > 0) return limit;
  throw refusal(`${where}: "limit" is a whole number above 0.`);
}

/** The one of some names that is meant, in whatever case. */
function find<One extends Named>(all: readonly One[], asked: unknown, otherwise: string): One {
  const id = typeof asked === 'string' ? asked.trim() : '';
  const found = all.find((each) => each.id.toLowerCase() === id.toLowerCase());
  if (found) return found;
  const ids = all.map((each) => each.id);
  const near = nearest(id.slice(0, BATCH.text), ids);
  const right = near === undefined ? `It is one of ${ids.join(', ')}.` : `Did you mean "${near}"?`;
  throw refusal(`${otherwise} "${shortened(String(asked))}". ${right}`);
}

/** The text of a value: a cell that is reconciled already is named by its id. */
function idOf(value: unknown): unknown {
  return isObject(value) ? value.id : value;
}

function textOf(value: unknown, where: string): string {
  if (!['string', 'number', 'boolean'].includes(typeof value))
    throw refusal(`${where} is a text, or an object with "id".`);
  const text = String(value).trim();
  const length = Array.from(text).length;
  if (length <= BATCH.text) return text;
  throw refusal(`${where} has ${length} characters; ${BATCH.text} are allowed.`);
}

function refuseTooMany({ properties }: ServiceModel, queries: readonly ReconcileQuery[]): void {
  const values = new Map<string, Set<string>>();
  for (const { property, values: given } of queries.flatMap(({ properties }) => properties)) {
    const all = values.get(property.id) ?? new Set();
    for (const value of given) all.add(value);
    values.set(property.id, all);
    if (all.size > BATCH.values)
      throw refusal(
        `The batch has more than ${BATCH.values} different values of the property "${property.id}".`,
        413,
      );
  }
  const kinds = new Set(queries.map(({ types }) => types?.map(({ id }) => id).join()));
  // Each list of types is a root field of one operation, beside those that properties need.
  const others = properties.reduce((sum, each) => sum + (each.kind === 'CODE' ? each.types.length : 1), 2);
  const mostKinds = LIMITS.rootFields - others;
  if (kinds.size > mostKinds)
    throw refusal(`The batch asks for more than ${mostKinds} different lists of types.`, 413);
}

/** Whether a value of JSON is an object. */
function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
