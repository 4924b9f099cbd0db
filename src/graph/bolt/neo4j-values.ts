/** Values on their way to Neo4j and back. */

import neo4j from 'neo4j-driver';

/** The rows of a result: values by column. */
export function rows(result: {
  readonly records: readonly { toObject(): Readonly<Record<string, unknown>> }[];
}): readonly Readonly<Record<string, unknown>>[] {
  return result.records.map((record) => record.toObject());
}

/**
 * Parameters as Neo4j takes them. JavaScript has one kind of number; whole ones are sent as integers, which LIMIT and
 * the days need. Beyond what both kinds hold exactly, an integer would not be read back.
 */
export function toNeo4j(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toNeo4jValue(each)]));
}

function toNeo4jValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4jValue);
  if (value !== null && typeof value === 'object') return toNeo4j({ ...value });
  return value;
}
