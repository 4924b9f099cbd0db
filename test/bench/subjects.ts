/** The subjects of the questions, drawn from the graph: the same graph and seed give the same subjects. */

import type { Graph } from '../../src/graph/graph.ts';
import { seededRandom, shuffled } from './seeded-random.ts';
import type { Subject } from './workloads.ts';

/** Firms on a page. */
const PAGE = 20;
/** Pages before the one called deep, where there are as many. */
const DEEP = 999;
/** Subjects of a workload, more than a cache would hold. */
const MOST = 200;

/** Subjects by the name of their workload. */
export type Subjects = Readonly<Record<string, readonly Subject[]>>;

/**
 * Draws subjects.
 * @param cursorAt the cursor of this API after so many firms
 */
export async function drawSubjects(
  graph: Graph,
  seed: number,
  cursorAt: (offset: number) => Promise<string>,
): Promise<Subjects> {
  const random = seededRandom(seed);
  const draw = async (text: string): Promise<readonly Subject[]> => {
    const rows = await graph.read({ text, parameters: {} }, { timeout: 120_000 });
    return shuffled(
      random,
      rows.map(({ subject }) => subject as Subject),
    ).slice(0, MOST);
  };
  const firms = await graph.read({
    text: 'MATCH (firm:Firm) WITH firm.id AS id ORDER BY id RETURN collect(id) AS ids',
    parameters: {},
  });
  const ids = (firms[0]?.ids ?? []) as readonly string[];
  const deep = Math.min(DEEP, Math.floor(ids.length / PAGE) - 1) * PAGE;
  const pairs =
    await draw(`MATCH (place:Place)<-[:PLAIN_LOCATED_IN]-(:Firm)-[:PLAIN_OPERATES_IN]->(industry:Industry)
WITH DISTINCT place, industry RETURN {place: place.id, industry: industry.id} AS subject ORDER BY place.id, industry.id`);
  return {
    point: await draw('MATCH (firm:Firm) RETURN {id: firm.id} AS subject ORDER BY firm.id'),
    nested: await draw(
      `MATCH (region:Region {level: 'DISTRICT'}) RETURN {id: region.id} AS subject ORDER BY region.id`,
    ),
    filtered: pairs,
    'page-1': [{ after: { cursor: null, id: '', offset: 0 } }],
    'page-1000': [{ after: { cursor: await cursorAt(deep), id: ids[deep - 1] ?? '', offset: deep } }],
    groups: [{}],
    search: await draw(
      'MATCH (firm:Firm) RETURN {text: substring(firm.name, 2, 2)} AS subject ORDER BY firm.id',
    ),
    'support-narrow': await draw(`MATCH (cluster:Cluster)-[:FOCUSES_ON|FOCUSES_ON_DATED]->(industry:Industry)
MATCH (cluster)-[:CLUSTER_LOCATED_IN|CLUSTER_LOCATED_IN_DATED]->(place:Place)
WITH DISTINCT place, industry RETURN {place: place.id, industry: industry.id} AS subject ORDER BY place.id, industry.id`),
    'support-whole': [{}],
    'support-proved': [{}],
  };
}
