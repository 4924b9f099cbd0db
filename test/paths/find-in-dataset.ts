/** The search for paths over a dataset in memory, which answers what a graph would. */

import type { Dataset } from '../../src/model/dataset.ts';
import type { Model } from '../../src/model/model.ts';
import { validDays } from '../../src/model/stored/derive-facts.ts';
import {
  countedRelationships,
  entityRelationships,
  pathTypes,
} from '../../src/model/stored/entity-relationships.ts';
import type { Around, PathFact } from '../../src/rules/path-search.ts';
import { type FoundPaths, findPaths } from '../../src/rules/paths.ts';
import type { PathsQuery } from '../oracle/paths-oracle.ts';

/** What was found, and what was read for it. */
export interface Found {
  readonly found: FoundPaths;
  readonly factsRead: number;
  readonly statements: number;
}

/** Searches as the product does, each question of the search being one statement. */
export function findInDataset(model: Model, dataset: Dataset, query: PathsQuery, mostFacts?: number): Found {
  const search = findPaths(query, mostFacts);
  const passed = factsOf(model, dataset, query.day);
  let around: Around = { nodes: [], facts: [] };
  let [factsRead, statements] = [0, 0];
  for (;;) {
    const step = search.next(around);
    if (step.done) return { found: step.value, factsRead, statements };
    if (!step.value) continue;
    const { ids, around: isAround } = step.value;
    const facts = isAround ? passed.filter(({ from, to }) => ids.includes(from) || ids.includes(to)) : [];
    const ends = isAround ? facts.flatMap(({ from, to }) => [from, to]) : ids;
    around = { nodes: [...new Set(ends)].flatMap((id) => nodeOf(model, dataset, id)), facts };
    factsRead += facts.length;
    statements += 1;
  }
}

function factsOf(model: Model, { relationships }: Dataset, day: number): readonly PathFact[] {
  const passed = new Map(entityRelationships(model).map((each) => [each.type, each]));
  return [...relationships.values()].flatMap(({ type, key, from, to, properties }): PathFact[] => {
    const stored = passed.get(type);
    const { fromDay, toDay } = validDays(properties);
    if (!stored || (!stored.always && (day < fromDay || toDay < day))) return [];
    const role = typeof properties.role === 'string' ? properties.role : '';
    return [{ from, to, type, key, kind: stored.kind, role, fromDay, isTree: stored.tree }];
  });
}

function nodeOf(model: Model, { nodes, relationships }: Dataset, id: string): Around['nodes'] {
  const node = nodes.get(id);
  if (!node || !pathTypes(model).includes(node.type)) return [];
  const degree = (types: readonly { readonly type: string }[]) =>
    [...relationships.values()].filter(
      ({ type, from, to }) => types.some((each) => each.type === type) && (from === id || to === id),
    ).length;
  const isHigh = ['COUNTRY', 'PROVINCE', 'MUNICIPALITY', 'CITY'].includes(String(node.properties.level));
  return [
    {
      id,
      degree: degree(countedRelationships(model)),
      facts: degree(entityRelationships(model)),
      isHub: id === 'industry:all' || isHigh,
    },
  ];
}
