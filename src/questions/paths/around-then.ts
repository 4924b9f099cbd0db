/** What was around nodes at an earlier revision (§16.4). */

import { typePattern } from '../../compile/relationship-pattern.ts';
import { ALL_INDUSTRIES } from '../../model/all-industries.ts';
import type { DatasetRelationship } from '../../model/dataset.ts';
import { DATED, type Model, NODE, type PropertyModel, type StoredRelationship } from '../../model/model.ts';
import type { Past } from '../../model/past.ts';
import {
  countedRelationships,
  entityRelationships,
  pathTypes,
} from '../../model/stored/entity-relationships.ts';
import { type Decision, type FactsWanted, readFacts } from '../decision.ts';
import { type FactThen, factsAtThen, nodesThen } from '../past/read-then.ts';

/** What is asked around which nodes. */
export interface AroundAsked {
  readonly model: Model;
  readonly ids: readonly string[];
  /** Whether what is around them is asked for, or they themselves. */
  readonly isAround: boolean;
  readonly day: number;
  /** The levels of regions that are passed by no path. */
  readonly hubs: readonly string[];
  /** Stored types of facts that hold on every day. */
  readonly always: readonly string[];
  /** The properties that distinguish parallel facts. */
  readonly keys: readonly PropertyModel[];
}

/** Reads the rows of nodes, or of what is around them. */
export function aroundThen(asked: AroundAsked): FactsWanted['readThen'] {
  const { model, ids, isAround, day, hubs, always, keys } = asked;
  const passed = entityRelationships(model);
  const types = passed.map(({ type }) => type);
  return function* (past) {
    const facts = isAround
      ? [...(yield* factsAtThen(past, types, 'from', ids)), ...(yield* factsAtThen(past, types, 'to', ids))]
      : [];
    const near = new Set(ids);
    const kept = facts.filter(
      ({ type, stored: { fromDay, toDay } }) =>
        typeof fromDay !== 'number' || (fromDay <= day && day <= Number(toDay)) || always.includes(type),
    );
    const farOf = ({ from, to }: FactThen) => [
      ...(near.has(from) ? [to] : []),
      ...(near.has(to) ? [from] : []),
    ];
    const nodes = yield* nodesThen(model, past, isAround ? kept.flatMap(farOf) : ids);
    const served = [...nodes.entries()].filter(([, { nodeType }]) =>
      pathTypes(model).includes(String(nodeType)),
    );
    const degrees = yield* degreesThen(
      past,
      served.map(([id]) => id),
      { degree: countedRelationships(model), count: passed },
    );
    return served.map(([id, { level }]) => ({
      id,
      isHub: id === ALL_INDUSTRIES || hubs.includes(String(level)),
      ...degrees(id),
      facts: kept
        .filter((fact) => farOf(fact).includes(id))
        .map(({ from, to, type, key, stored }) => [
          from,
          to,
          stored.fromDay === undefined ? type : `${type}${DATED}`,
          key,
          stored.fromDay,
          keys.map(({ name }) => stored[name] ?? null),
        ]),
    }));
  };
}

/** How many facts of some types each node had: as many as it has, without those that came and with those that went. */
function* degreesThen<N extends string>(
  { relationships, relationshipsNow }: Past,
  ids: readonly string[],
  counted: Readonly<Record<N, readonly StoredRelationship[]>>,
): Decision<(id: string) => Readonly<Record<N, number>>> {
  const names = Object.keys(counted) as N[];
  const columns = names.map((name) => `COUNT { (n)-[:${typePattern(...counted[name])}]-() } AS ${name}`);
  const rows = yield* readFacts({
    text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id}) RETURN id, ${columns.join(', ')}`,
    parameters: { ids },
  });
  const now = new Map(rows.map((row) => [String(row.id), row]));
  const countOf = (
    facts: ReadonlyMap<string, DatasetRelationship | undefined>,
    types: ReadonlySet<string>,
  ): ReadonlyMap<string, number> => {
    const found = new Map<string, number>();
    for (const fact of facts.values()) {
      if (!fact || !types.has(fact.type)) continue;
      for (const end of new Set([fact.from, fact.to])) found.set(end, (found.get(end) ?? 0) + 1);
    }
    return found;
  };
  const counts = names.map((name) => {
    const types = new Set(counted[name].map(({ type }) => type));
    return { name, went: countOf(relationships, types), came: countOf(relationshipsNow, types) };
  });
  return (id) =>
    Object.fromEntries(
      counts.map(({ name, went, came }) => [
        name,
        Number(now.get(id)?.[name] ?? 0) + (went.get(id) ?? 0) - (came.get(id) ?? 0),
      ]),
    ) as Record<N, number>;
}
