/** Keeps what `support` answers over all time as derived relationships, for queries in Neo4j Browser (§6.16). */

import type { Row, Run } from '../cypher/statement.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { addSupport, deleteSupport, SUPPORT_STATEMENT } from '../graph/statements/support-statements.ts';
import type { DerivedSupport } from '../model/stored/derived-support.ts';
import type { GroundViews } from '../rules/ground-views.ts';
import { finish } from '../rules/steps.ts';
import { supportIntervals } from '../rules/support-intervals.ts';

/** The most derived relationships that are kept; 30,000 made records have 4,567, in 1.7 s of CPU time. */
export const MOST_SUPPORT = 10_000;

/** A derived relationship that is there. */
interface Found {
  readonly element: string;
  readonly policy: string;
  readonly cluster: string;
  readonly stored: Readonly<Record<string, unknown>>;
}

/** How the derived relationships of a graph differ from what the rules answer. */
export interface SupportDifference {
  /** How many there are to be; undefined where they are left out, since they would be too many. */
  readonly kept: number | undefined;
  readonly missing: readonly DerivedSupport[];
  /** Those that are there and do not follow. */
  readonly extra: readonly Found[];
}

/**
 * Compares the derived relationships of a graph with what the rules answer over its facts.
 * @param most the greatest number that is kept; above it there are to be none
 */
export async function compareSupport(
  views: GroundViews,
  run: Run,
  most = MOST_SUPPORT,
): Promise<SupportDifference> {
  const intervals = finish(supportIntervals(views, most));
  const missing = new Map((intervals ?? []).map((each) => [textOf(each.policy, each.cluster, each), each]));
  const extra: Found[] = [];
  for (const row of await run(SUPPORT_STATEMENT)) {
    const found = foundOf(row);
    // The same one twice is one too many.
    if (!missing.delete(textOf(found.policy, found.cluster, found.stored))) extra.push(found);
  }
  return { kept: intervals?.length, missing: [...missing.values()], extra };
}

/** Adds what is missing and deletes what does not follow; what is right stays untouched. */
export async function storeSupport(
  views: GroundViews,
  run: Run,
  most = MOST_SUPPORT,
): Promise<SupportDifference> {
  const difference = await compareSupport(views, run, most);
  const { missing, extra } = difference;
  for (const statement of deleteSupport(extra.map(({ element }) => element))) await run(statement);
  for (const statement of addSupport(missing)) await run(statement);
  return difference;
}

function foundOf({ element, policy, cluster, stored }: Row): Found {
  invariant(typeof stored === 'object' && stored !== null, 'the properties of a relationship are a map');
  return {
    element: String(element),
    policy: String(policy),
    cluster: String(cluster),
    stored: { ...stored },
  };
}

/** A relationship as one text: its ends, then its properties by name. */
function textOf(policy: string, cluster: string, properties: object): string {
  const own = Object.entries(properties).filter(([name]) => name !== 'policy' && name !== 'cluster');
  return JSON.stringify([policy, cluster, ...own.sort(([a], [b]) => (a < b ? -1 : 1))]);
}
