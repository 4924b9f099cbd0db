/** A batch of queries as one operation of the API, and the records that each query may mean. */

import { array, record } from '../../compile/compiled.ts';
import { LIMITS } from '../limits.ts';
import type { AskApi } from '../server-options.ts';
import { askData, readRecord, readRecords, recordFields } from './answered.ts';
import type { FoundRecord } from './judge-candidates.ts';
import type { ReconcileQuery } from './read-queries.ts';
import type { ServiceModel, ServiceProperty } from './service-model.ts';

/** What a batch found. */
export interface FoundBatch {
  readonly revision: number;
  /** The records that each query may mean, in the order of `resolve`. */
  readonly records: readonly (readonly FoundRecord[])[];
  /** The ids that a value of a property may mean; undefined where nothing, or too much, goes by it. */
  readonly meant: (property: ServiceProperty, value: string) => readonly string[] | undefined;
}

/** From here on names are the same but for how they are written. */
export const SAME_BUT_WRITTEN = 0.8;
/** A value that means more records than this narrows nothing. */
const MOST_MEANT = 5;
/** What may be a number that one record alone has. */
const CODE_LIKE = /^[\dA-Z]{6,32}$/i;

/** One root field of the operation, with its variable. */
interface Root {
  readonly alias: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, readonly [type: string, value: unknown]>>;
}

/** Asks for all queries at once. */
export async function askBatch(
  service: ServiceModel,
  queries: readonly ReconcileQuery[],
  ask: AskApi,
): Promise<FoundBatch> {
  const isId = idsOf(service);
  const fields = recordFields(service);
  const groups = groupByTypes(queries);
  const given = queries.flatMap(({ properties }) => properties);
  const valuesOf = ({ id }: ServiceProperty) => [
    ...new Set(given.flatMap(({ property, values }) => (property.id === id ? values : []))),
  ];
  const placed = service.properties.filter((each) => each.kind === 'PLACED');
  const ids = [...queries.map(({ text }) => text), ...placed.flatMap(valuesOf)].filter(isId);
  const roots: readonly Root[] = [
    ...(ids.length === 0 ? [] : [rootOfIds(ids, fields)]),
    ...groups.map(({ types, names }, index) => rootOfNames(`n${index}`, names, types, fields)),
    ...placed.flatMap((property, index) => {
      const names = valuesOf(property).filter((value) => !isId(value));
      const types = property.targets.map(({ id }) => id);
      return names.length === 0 ? [] : [rootOfNames(`p${index}`, names, types, fields)];
    }),
    ...service.properties.flatMap((property, index) => {
      if (property.kind !== 'CODE') return [];
      const codes = [
        ...new Set(
          [
            ...valuesOf(property),
            ...queries.map(({ text }) => text).filter((text) => CODE_LIKE.test(text)),
          ].map((text) => text.toUpperCase()),
        ),
      ];
      if (codes.length === 0) return [];
      return property.types.map((type) =>
        rootOfCodes(`c${index}_${type.list}`, type.list, property.id, codes, recordFields(service, type)),
      );
    }),
  ];
  const { data, revision } = await askData(ask, operationOf(roots), variablesOf(roots));
  const byId = new Map(array(data.ids).map((raw, index) => [ids[index], readRecord(service, raw)] as const));
  const named = new Map<string, readonly FoundRecord[]>();
  groups.forEach(({ key, names }, index) => {
    readResolved(service, data[`n${index}`]).forEach((found, at) => {
      named.set(`${key}\0${names[at]}`, found);
    });
  });
  const coded = roots
    .filter(({ alias }) => alias.startsWith('c'))
    .flatMap(({ alias }) => readRecords(service, record(data[alias]).nodes));
  return {
    revision,
    records: queries.map((query) => {
      const found = query.text === '' ? undefined : named.get(`${typesKey(query)}\0${query.text}`);
      const own = byId.get(query.text);
      const identified = [
        ...(own ? [{ ...own, byId: true }] : []),
        ...coded.filter((each) => isAskedBy(query, each)),
      ];
      return merge(query, identified, found ?? []);
    }),
    meant: (property, value) => {
      if (property.kind !== 'PLACED') return undefined;
      const current = byId.get(value);
      if (current) return property.targets.includes(current.type) ? [current.id] : undefined;
      const at = valuesOf(property)
        .filter((each) => !isId(each))
        .indexOf(value);
      return meantBy(
        readResolved(service, data[`p${placed.findIndex(({ id }) => id === property.id)}`])[at] ?? [],
      );
    },
  };
}

/** Whether a text is made like an id: these are looked up, the id that a record had before, too. */
function idsOf({ types }: ServiceModel): (text: string) => boolean {
  const prefixes = new Set(types.map(({ prefix }) => prefix));
  return (text) => {
    const [, prefix = ''] = /^([a-z]+):[\w-]+$/.exec(text) ?? [];
    return prefixes.has(prefix);
  };
}

function typesKey({ types }: ReconcileQuery): string {
  return types?.map(({ id }) => id).join() ?? '';
}

/** The different names of each list of types, so that each list is one `resolve`. */
function groupByTypes(queries: readonly ReconcileQuery[]) {
  const groups = new Map<string, { key: string; types: readonly string[] | null; names: string[] }>();
  for (const query of queries) {
    if (query.text === '') continue;
    const key = typesKey(query);
    const group = groups.get(key) ?? { key, types: query.types?.map(({ id }) => id) ?? null, names: [] };
    if (!group.names.includes(query.text)) group.names.push(query.text);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function rootOfIds(ids: readonly string[], fields: string): Root {
  return { alias: 'ids', text: `ids: nodes(ids: $ids) { ${fields} }`, variables: { ids: ['[ID!]!', ids] } };
}

function rootOfNames(
  alias: string,
  names: readonly string[],
  types: readonly string[] | null,
  fields: string,
): Root {
  return {
    alias,
    text: `${alias}: resolve(names: $${alias}, types: $${alias}t) { candidates { score reason entity { ${fields} } } }`,
    variables: { [alias]: ['[String!]!', names], [`${alias}t`]: ['[EntityType!]', types] },
  };
}

function rootOfCodes(
  alias: string,
  list: string,
  property: string,
  codes: readonly string[],
  fields: string,
): Root {
  return {
    alias,
    text: `${alias}: ${list}(where: { ${property}: { in: $${alias} } }, first: ${LIMITS.first}) { nodes { ${fields} } }`,
    variables: { [alias]: ['[String!]!', codes] },
  };
}

function operationOf(roots: readonly Root[]): string {
  const declared = roots.flatMap(({ variables }) =>
    Object.entries(variables).map(([name, [type]]) => `$${name}: ${type}`),
  );
  const head = declared.length === 0 ? 'query' : `query (${declared.join(', ')})`;
  return `${head} { graph { revision } ${roots.map(({ text }) => text).join(' ')} }`;
}

function variablesOf(roots: readonly Root[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    roots.flatMap(({ variables }) => Object.entries(variables).map(([name, [, value]]) => [name, value])),
  );
}

/** The records of each name of a `resolve`, best first. */
function readResolved(service: ServiceModel, resolved: unknown): readonly (readonly FoundRecord[])[] {
  return array(resolved).map((each) =>
    array(record(each).candidates).flatMap((candidate): readonly FoundRecord[] => {
      const { entity, score, reason } = record(candidate);
      const found = readRecord(service, entity);
      return found ? [{ ...found, score: Number(score), reason: String(reason) }] : [];
    }),
  );
}

/** Whether a number that a query gives is a record's own. */
function isAskedBy({ text, properties }: ReconcileQuery, { codes }: FoundRecord): boolean {
  const isOwn = (property: string, value: string) => codes[property] === value.toUpperCase();
  return (
    Object.keys(codes).some((property) => isOwn(property, text)) ||
    properties.some(({ property, values }) => values.some((value) => isOwn(property.id, value)))
  );
}

/** What was found by id or number before what was found by name, each record once. */
function merge(
  { types }: ReconcileQuery,
  identified: readonly FoundRecord[],
  named: readonly FoundRecord[],
): readonly FoundRecord[] {
  const all = new Map<string, FoundRecord>();
  for (const each of [...identified, ...named]) {
    if (types && !types.includes(each.type)) continue;
    const known = all.get(each.id);
    all.set(each.id, known ? { ...each, byId: known.byId } : each);
  }
  return [...all.values()];
}

function meantBy(found: readonly FoundRecord[]): readonly string[] | undefined {
  const best = found[0]?.score ?? 0;
  const meant = found.filter(({ score = 0 }) => score === best).map(({ id }) => id);
  return best < SAME_BUT_WRITTEN || meant.length > MOST_MEANT ? undefined : meant;
}
