/** `chain` as §10 says it, segment by segment: slow, plain, and made to check the real one. */

import type { Dataset } from '../../src/model/dataset.ts';
import { knownNoneHolding } from './coverage-oracle.ts';
import { inForce } from './support-oracle.ts';
import {
  chainsIn,
  chainsToIndustry,
  chainsTouching,
  outOf,
  rule3Proofs,
  type World,
  world,
} from './support-proofs.ts';

export interface ChainQuery {
  readonly industry: string;
  readonly place?: string | undefined;
  readonly roles: readonly string[];
  readonly day: number;
  readonly includePlanned: boolean;
}

export interface ChainOracleSegment {
  readonly industry: string;
  readonly state: string;
  readonly firms: readonly string[];
  readonly planned: number;
  readonly elsewhere: readonly string[];
  readonly policies: readonly string[];
  readonly knownNone: string | undefined;
}

export interface ChainOracleAnswer {
  readonly segments: readonly ChainOracleSegment[];
  readonly links: readonly (readonly [from: string, to: string])[];
}

const STAGES = ['UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM', 'SERVICE'];

/** The whole chain over a small dataset: segments and links (§10.1), by chain stage and id (§10.5). */
export function chainOracle(dataset: Dataset, query: ChainQuery): ChainOracleAnswer {
  const there = world(dataset, query.day, query.includePlanned);
  const rank = (id: string) => {
    const at = STAGES.indexOf(String(dataset.nodes.get(id)?.properties.chainStage));
    return at < 0 ? STAGES.length : at;
  };
  const ids = [...dataset.nodes.values()]
    .filter(({ type, properties }) => type === 'Industry' && properties.industryKind === 'SEGMENT')
    .map(({ id }) => id)
    .filter((id) => chainsToIndustry(there, id, query.industry).length > 0)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const links = ids.flatMap((from) =>
    ids
      .filter((to) => outOf(there, 'FEEDS', from).some((fact) => fact.to === to))
      .map((to) => [from, to] as const),
  );
  return {
    segments: ids.map((id) => segment(dataset, query, id)),
    links: links.sort(([a, b], [c, d]) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1)),
  };
}

/** A segment: its counts (§10.3, §10.7), its state (§10.4), and a record of none that explains it (§10.6). */
function segment(dataset: Dataset, query: ChainQuery, industry: string): ChainOracleSegment {
  const stated = firmsThere(world(dataset, query.day, false), query, industry);
  const planned = firmsThere(world(dataset, query.day, true), query, industry);
  const counted = query.includePlanned ? planned : stated;
  const there = world(dataset, query.day, query.includePlanned);
  const firms = counted.filter(({ isHere }) => isHere).map(({ firm }) => firm);
  const before = stated.filter(({ isHere }) => isHere).map(({ firm }) => firm);
  const about = { there, industries: [industry], place: query.place };
  const [record] =
    firms.length > 0 ? [] : knownNoneHolding(dataset, 'firms', query.day, query.includePlanned, about);
  return {
    industry,
    state:
      firms.length > 1 ? 'SEVERAL' : firms.length === 1 ? 'SINGLE' : record ? 'KNOWN_NONE' : 'NOT_RESEARCHED',
    firms,
    planned: planned.filter(({ firm, isHere }) => isHere && !before.includes(firm)).length,
    elsewhere: counted.filter(({ isHere }) => !isHere).map(({ firm }) => firm),
    policies: policies(dataset, there, query, industry),
    knownNone: record?.id,
  };
}

/** The firms of a segment, and whether each is in the place, by its role (§10.2, §10.6). */
function firmsThere(there: World, { place, roles }: ChainQuery, industry: string) {
  const firms = there
    .filter(({ type, to }) => type === 'OPERATES_IN' && chainsToIndustry(there, to, industry).length > 0)
    .map(({ from }) => from);
  const isHere = (firm: string) =>
    place === undefined ||
    outOf(there, 'FIRM_LOCATED_IN', firm).some(
      ({ to, properties }) =>
        roles.includes(String(properties.role)) &&
        (chainsIn(there, to, place).length > 0 || chainsTouching(there, to, place).length > 0),
    );
  return [...new Set(firms)].sort().map((firm) => ({ firm, isHere: isHere(firm) }));
}

/** The policies in force for both the segment (rule 2) and the place (rule 3). */
function policies(
  dataset: Dataset,
  there: World,
  { day, place }: ChainQuery,
  industry: string,
): readonly string[] {
  return [...dataset.nodes.values()]
    .filter(({ type, id }) => type === 'Policy' && inForce(dataset, id, day, undefined))
    .map(({ id }) => id)
    .filter((id) =>
      outOf(there, 'SUPPORTS_INDUSTRY', id).some(
        ({ to }) =>
          chainsToIndustry(there, industry, to).length > 0 ||
          chainsToIndustry(there, to, industry).length > 0,
      ),
    )
    .filter((id) => place === undefined || rule3Proofs(there, id, undefined, place).length > 0)
    .sort();
}
