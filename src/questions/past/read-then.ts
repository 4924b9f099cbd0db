/** Nodes and relationships as they were, as maps that a statement takes for them (§16.4). */

import type { FactToFind } from '../../compile/compiled.ts';
import { cypherName } from '../../cypher/names.ts';
import type { Row } from '../../cypher/statement.ts';
import type { DatasetRelationship, Properties } from '../../model/dataset.ts';
import { type Model, NODE } from '../../model/model.ts';
import type { Past } from '../../model/past.ts';
import { plainType, storedNode, storedRelationship, storedType } from '../../model/stored/stored-form.ts';
import { evidenceWords } from '../../model/words/evidence-form.ts';
import { type Decision, readFacts } from '../decision.ts';
import { factTypes } from '../fact-types.ts';

/** A map in place of a node or a relationship: its stored properties, and of a relationship its stored type. */
export type StoredThen = Properties & { readonly storedType?: string };

/** Nodes by id, as they were: those that have changed by what revisions keep, the others as they are. */
export function* nodesThen(
  model: Model,
  past: Past,
  ids: Iterable<string>,
): Decision<ReadonlyMap<string, StoredThen>> {
  const found = new Map<string, StoredThen>();
  const same: string[] = [];
  for (const id of new Set(ids)) {
    const node = past.nodes.get(id);
    if (!past.nodes.has(id)) same.push(id);
    else if (node) {
      // The title precedes the locator, which alone is read.
      found.set(id, { ...storedNode(model, node), evidence: evidenceWords(node.evidence, () => '') });
    }
  }
  const rows =
    same.length === 0
      ? []
      : yield* readFacts({
          text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id}) RETURN id, properties(n) AS stored`,
          parameters: { ids: same },
        });
  for (const { id, stored } of rows) found.set(String(id), stored as Properties);
  return found;
}

/** All nodes of a type that fit, as they were, in the order of their ids. */
export function* nodesOfTypeThen(
  model: Model,
  past: Past,
  type: string,
  fits: (stored: StoredThen) => boolean,
  live: readonly string[],
): Decision<readonly StoredThen[]> {
  const changed = [...past.nodes.values()].flatMap((node) => (node?.type === type ? [node.id] : []));
  const all = yield* nodesThen(model, past, [...live, ...changed]);
  return [...all.values()]
    .filter((stored) => stored.nodeType === type && fits(stored))
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
}

/** Relationships by key, as they were. */
export function* factsThen(
  model: Model,
  past: Past,
  steps: readonly FactToFind[],
): Decision<ReadonlyMap<string, StoredThen>> {
  const found = new Map<string, StoredThen>();
  for (const { key } of steps) {
    const fact = past.relationships.get(key);
    if (fact) found.set(key, { ...storedThen(fact), storedType: storedType(model, fact) });
  }
  const live = steps.filter(({ key }) => !past.relationships.has(key));
  if (live.length === 0) return found;
  const rows = yield* readFacts({
    text: `UNWIND $steps AS step MATCH (:${NODE} {id: step.from})-[r]->(:${NODE} {id: step.to})
WHERE coalesce(r.key, '') = step.key AND type(r) IN step.types
RETURN step.key AS key, type(r) AS storedType, properties(r) AS stored`,
    parameters: { steps: live },
  });
  for (const { key, storedType: type, stored } of rows) {
    found.set(String(key), { ...(stored as Properties), storedType: String(type) });
  }
  return found;
}

/** A fact as it was, with its ends. */
export interface FactThen {
  readonly from: string;
  readonly to: string;
  /** The type of its undated form. */
  readonly type: string;
  readonly key: string;
  readonly stored: Properties;
}

/**
 * The facts of some types that start from some nodes, or lead to them, as they were.
 * @param types stored types of undated facts, or of what a record owns
 */
export function* factsAtThen(
  past: Past,
  types: readonly string[],
  end: 'from' | 'to',
  ids: Iterable<string>,
): Decision<readonly FactThen[]> {
  const wanted = new Set(ids);
  const changed = [...past.relationships.values()].flatMap((fact) =>
    fact && types.includes(fact.type) && wanted.has(fact[end]) ? [fact] : [],
  );
  const arrow = `r:${factTypes(...types.map(cypherName))}`;
  const pattern = end === 'from' ? `-[${arrow}]->` : `<-[${arrow}]-`;
  const rows =
    wanted.size === 0
      ? []
      : yield* readFacts({
          text: `UNWIND $ids AS id MATCH (:${NODE} {id: id})${pattern}(m:${NODE})
RETURN id, m.id AS far, r.key AS key, type(r) AS storedType, properties(r) AS stored`,
          parameters: { ids: [...wanted] },
        });
  return [
    ...rows.flatMap((row) => liveFact(past, end, row)),
    ...changed.map(({ from, to, type, key, ...fact }) => ({
      from,
      to,
      type,
      key,
      stored: storedThen({ from, to, type, key, ...fact }),
    })),
  ];
}

function liveFact(past: Past, end: 'from' | 'to', row: Row): readonly FactThen[] {
  const key = typeof row.key === 'string' ? row.key : '';
  if (key !== '' && past.relationships.has(key)) return [];
  const [near, far] = [String(row.id), String(row.far)];
  const [from, to] = end === 'from' ? [near, far] : [far, near];
  return [{ from, to, type: plainType(String(row.storedType)), key, stored: row.stored as Properties }];
}

function storedThen(fact: DatasetRelationship): Properties {
  return { ...storedRelationship(fact), evidence: evidenceWords(fact.evidence, () => '') };
}

/** The sources of what was read, as they were. */
export function* sourcesThen(
  model: Model,
  past: Past,
  all: Iterable<Properties>,
): Decision<ReadonlyMap<string, StoredThen>> {
  const ids = [...all].flatMap(({ evidenceSources }) =>
    Array.isArray(evidenceSources) ? evidenceSources : [],
  );
  return yield* nodesThen(model, past, ids.map(String));
}
