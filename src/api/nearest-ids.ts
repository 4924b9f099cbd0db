/** The ids nearest to one that names nothing, for "did you mean". */

import { distance } from 'fastest-levenshtein';
import { cypherName } from '../cypher/names.ts';
import { GraphError } from '../graph/bolt/graph-error.ts';
import type { Graph } from '../graph/graph.ts';
import type { Model } from '../model/model.ts';
import { entitiesMeant } from '../questions/resolve/entities-meant.ts';
import { type ApiContext, STATEMENT_TIMEOUT } from './api-context.ts';

/** No id is longer: a longer text is near none. */
const LONGEST_ID = 128;

/** How many ids are looked through; a graph may hold many more, and a hint is not worth reading them all. */
const LOOKED_THROUGH = 20_000;

/** The form of an id: what has it was meant as one. */
const ID_FORM = /^[a-z][a-z-]*:[!-~]*$/;
/** What an id begins with; a name may stand behind it. */
const TYPE_PREFIX = /^[a-z][a-z-]*:/;

/**
 * The ids of a node type nearest to a text. A name is resolved: someone who sends 浦东新区 instead of an id means
 * region:pudong, and of an ambiguous name all that it means are given. Else the two that are nearest by their letters.
 */
export async function nearestIds(
  { graph, model }: Pick<ApiContext, 'graph' | 'model'>,
  typeName: string,
  text: string,
): Promise<readonly string[]> {
  if (text.length > LONGEST_ID) return [];
  try {
    return await idsNear({ graph, model }, typeName, text);
  } catch (error) {
    // What was wrong is known: a hint that takes too long is left out.
    if (error instanceof GraphError && error.reason === 'timeout') return [];
    throw error;
  }
}

async function idsNear(
  { graph, model }: Pick<ApiContext, 'graph' | 'model'>,
  typeName: string,
  text: string,
): Promise<readonly string[]> {
  const meant = ID_FORM.test(text)
    ? []
    : await idsByName(graph, model, typeName, text.replace(TYPE_PREFIX, ''));
  return meant.length > 0 ? meant : idsByLetters(graph, typeName, text);
}

async function idsByName(
  graph: Graph,
  model: Model,
  typeName: string,
  name: string,
): Promise<readonly string[]> {
  const { statement, read } = entitiesMeant(model, typeName, name);
  const [row] = await graph.read(statement, { timeout: STATEMENT_TIMEOUT });
  return read(row);
}

async function idsByLetters(graph: Graph, label: string, text: string): Promise<readonly string[]> {
  const rows = await graph.read(
    {
      text: `MATCH (n:${cypherName(label)}) WHERE n.nodeType IS NOT NULL RETURN n.id AS id LIMIT $limit`,
      parameters: { limit: LOOKED_THROUGH },
    },
    { timeout: STATEMENT_TIMEOUT },
  );
  const wanted = text.toLowerCase();
  return rows
    .map((row) => ({ id: String(row.id), cost: costOf(wanted, String(row.id)) }))
    .filter(({ cost }) => cost <= Math.max(2, wanted.length / 3))
    .sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1))
    .slice(0, 2)
    .map(({ id }) => id);
}

/** Letters apart; the part behind the type counts alone where only the type is wrong or missing. */
function costOf(wanted: string, id: string): number {
  const slug = id.slice(id.indexOf(':') + 1);
  const wantedSlug = wanted.slice(wanted.indexOf(':') + 1);
  const contained = slug.includes(wantedSlug) && wantedSlug.length > 2 ? 1 : Number.POSITIVE_INFINITY;
  return Math.min(distance(wanted, id), distance(wantedSlug, slug), contained);
}

/** What a client sent is sent back as far as it helps to recognise it. */
export function shortened(text: string): string {
  return text.length > LONGEST_ID ? `${text.slice(0, LONGEST_ID)}…` : text;
}
