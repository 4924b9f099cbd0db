/** `compare` as §11 says it, place by place: slow, plain, and made to check the real one. */

import type { Dataset } from '../../src/model/dataset.ts';
import { inForce } from './support-oracle.ts';
import { chainsIn, chainsTouching, outOf, rule3Proofs, type World, world } from './support-proofs.ts';

export interface CompareQuery {
  readonly places: readonly string[];
  readonly day: number;
  readonly includePlanned: boolean;
}

export interface CompareOracleProfile {
  readonly place: string;
  readonly firmCount: number;
  readonly planned: number;
  readonly policies: readonly string[];
  readonly clusters: readonly string[];
  readonly industries: readonly (readonly [industry: string, firms: number])[];
  readonly only: readonly string[];
}

export interface CompareOracleAnswer {
  readonly common: readonly string[];
  readonly profiles: readonly CompareOracleProfile[];
}

/** The whole comparison over a small dataset: what is common, what is in one alone (§11.2). */
export function compareOracle(dataset: Dataset, query: CompareQuery): CompareOracleAnswer {
  const there = world(dataset, query.day, query.includePlanned);
  const profiles = query.places.map((place) => profile(dataset, query, there, place));
  const has = profiles.map(({ clusters, industries, policies }) => [
    ...clusters,
    ...industries.map(([industry]) => industry),
    ...policies,
  ]);
  return {
    common: [...new Set(has.flat())].filter((id) => has.every((ids) => ids.includes(id))).sort(),
    profiles: profiles.map((each, at) => ({
      ...each,
      only: (has[at] ?? []).filter((id) => has.filter((ids) => ids.includes(id)).length === 1).sort(),
    })),
  };
}

/** Those that a type of fact leads from, to a place that is in another or touches it (§11.1). */
function inPlace(there: World, type: string, place: string): readonly string[] {
  const found = there.filter(
    (fact) =>
      fact.type === type &&
      (chainsIn(there, fact.to, place).length > 0 || chainsTouching(there, fact.to, place).length > 0),
  );
  return [...new Set(found.map(({ from }) => from))].sort();
}

function profile(dataset: Dataset, query: CompareQuery, there: World, place: string) {
  const firms = inPlace(there, 'FIRM_LOCATED_IN', place);
  const stated = inPlace(world(dataset, query.day, false), 'FIRM_LOCATED_IN', place);
  const planned = inPlace(world(dataset, query.day, true), 'FIRM_LOCATED_IN', place);
  const clusters = inPlace(there, 'CLUSTER_LOCATED_IN', place);
  const named = [
    ...firms.flatMap((firm) => outOf(there, 'OPERATES_IN', firm)),
    ...clusters.flatMap((cluster) => outOf(there, 'FOCUSES_ON', cluster)),
  ];
  const industries = [...new Set(named.map(({ to }) => to))].sort();
  const countOf = (industry: string) =>
    new Set(
      named.filter((fact) => fact.type === 'OPERATES_IN' && fact.to === industry).map(({ from }) => from),
    ).size;
  return {
    place,
    firmCount: firms.length,
    planned: planned.filter((firm) => !stated.includes(firm)).length,
    clusters,
    industries: industries.map((industry) => [industry, countOf(industry)] as const),
    policies: [...dataset.nodes.values()]
      .filter(({ type, id }) => type === 'Policy' && inForce(dataset, id, query.day, undefined))
      .map(({ id }) => id)
      .filter((id) => rule3Proofs(there, id, undefined, place).length > 0)
      .sort(),
  };
}
