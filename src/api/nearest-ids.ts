/** The ids nearest to one that names nothing, for "did you mean". */

import { distance } from 'fastest-levenshtein';
import { cypherName } from '../cypher/names.ts';
import type { Graph } from '../graph/graph.ts';
import { STATEMENT_TIMEOUT } from './api-context.ts';

/** No id is longer: a longer text is near none. */
const LONGEST_ID = 128;

/** How many ids are looked through; a graph may hold many more, and a hint is not worth reading them all. */
const LOOKED_THROUGH = 20_000;

/**
 * The ids of a node type nearest to a text, at most two. The name and the aliases count as well: someone who sends
 * 浦东新区 instead of an id means region:pudong.
 */
export async function nearestIds(graph: Graph, label: string, text: string): Promise<readonly string[]> {
  if (text.length > LONGEST_ID) return [];
  const rows = await graph.read(
    {
      text: `MATCH (n:${cypherName(label)}) WHERE n.hash IS NOT NULL RETURN n.id AS id, n.name AS name, n.aliases AS aliases LIMIT $limit`,
      parameters: { limit: LOOKED_THROUGH },
    },
    { timeout: STATEMENT_TIMEOUT },
  );
  const wanted = text.toLowerCase();
  const scored = rows.map((row) => {
    const names = [row.name, ...(Array.isArray(row.aliases) ? row.aliases : [])].map(String);
    return { id: String(row.id), cost: names.includes(text) ? -1 : costOf(wanted, String(row.id)) };
  });
  return scored
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
