/** What the API answered, taken apart: its data, or its error as the client of this service reads it. */

import { GraphQLError } from 'graphql';
import { array, record } from '../../compile/compiled.ts';
import type { AskApi } from '../server-options.ts';
import type { FoundRecord } from './judge-candidates.ts';
import type { ServiceModel, ServiceType } from './service-model.ts';

/** The data of an answer, and the revision that it is of. */
export interface Answered {
  readonly data: Readonly<Record<string, unknown>>;
  readonly revision: number;
}

/** Asks the API, of which `graph { revision }` has to be selected. */
export async function askData(
  ask: AskApi,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  const { status, data, errors } = await ask({ query, variables });
  const [error] = errors;
  if (error || !data) {
    const extensions = { ...error?.extensions, http: { status: status === 200 ? 500 : status } };
    throw new GraphQLError(error?.message ?? 'Something went wrong here; it has been noted.', { extensions });
  }
  return { data, revision: Number(record(data.graph).revision) };
}

/**
 * The selection that makes a record of an entity.
 * @param of the type of what is selected from; left out: any
 */
export function recordFields({ types, properties }: ServiceModel, of?: ServiceType): string {
  const codesOf = (type: ServiceType) =>
    properties.filter((each) => each.kind === 'CODE' && each.types.includes(type)).map(({ id }) => id);
  if (of) return ['__typename id name', ...codesOf(of)].join(' ');
  const codes = types.flatMap((type) => {
    const own = codesOf(type);
    return own.length === 0 ? [] : [`... on ${type.typeName} { ${own.join(' ')} }`];
  });
  return ['__typename id ... on Entity { name }', ...codes].join(' ');
}

/** An entity as it was selected; undefined where it is none, or of a type that is not offered. */
export function readRecord({ types, properties }: ServiceModel, raw: unknown): FoundRecord | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { __typename, id, name, ...values } = record(raw);
  const type = types.find(({ typeName }) => typeName === __typename);
  if (!type) return undefined;
  const codes = properties
    .filter(({ kind }) => kind === 'CODE')
    .map((each) => [each.id, typeof values[each.id] === 'string' ? String(values[each.id]) : undefined]);
  return {
    ...{ id: String(id), name: String(name), type, codes: Object.fromEntries(codes) },
    ...{ score: undefined, reason: '', byId: false },
  };
}

/** The records of a list, however it is nested. */
export function readRecords(service: ServiceModel, list: unknown): readonly FoundRecord[] {
  return array(list).flatMap((raw) => readRecord(service, raw) ?? []);
}
