/** Nodes and relationships as they were, as maps that a statement takes for them (§16.4). */

import type { Properties } from '../../model/dataset.ts';
import { type Model, NODE } from '../../model/model.ts';
import { storedNode, storedRelationship, storedType } from '../../model/stored/stored-form.ts';
import { evidenceWords } from '../../model/words/evidence-form.ts';
import type { DecidedStep } from '../compile-step.ts';
import { type Decision, readFacts } from '../decision.ts';
import type { Past } from './read-past.ts';

/** A map in place of a node or a relationship: its stored properties, and of a relationship its stored type. */
export type StoredThen = Properties & { readonly storedType?: string };

/** Nodes by id, as they were: those that have changed by what revisions keep, the others as they are. */
export function* nodesThen(
  model: Model,
  past: Past,
  ids: readonly string[],
): Decision<ReadonlyMap<string, StoredThen>> {
  const found = new Map<string, StoredThen>();
  for (const id of ids) {
    const node = past.nodes.get(id);
    if (node) {
      // The title precedes the locator, which alone is read.
      found.set(id, { ...storedNode(model, node), evidence: evidenceWords(node.evidence, () => '') });
    }
  }
  const rows = yield* readFacts({
    text: `UNWIND $ids AS id MATCH (n:${NODE} {id: id}) RETURN id, properties(n) AS stored`,
    parameters: { ids: [...new Set(ids)].filter((id) => !past.nodes.has(id)) },
  });
  for (const { id, stored } of rows) found.set(String(id), stored as Properties);
  return found;
}

/** Relationships by key, as they were. */
export function* factsThen(
  model: Model,
  past: Past,
  steps: readonly DecidedStep[],
): Decision<ReadonlyMap<string, StoredThen>> {
  const found = new Map<string, StoredThen>();
  for (const { key } of steps) {
    const fact = past.relationships.get(key);
    if (fact) {
      const evidence = evidenceWords(fact.evidence, () => '');
      found.set(key, { ...storedRelationship(fact), evidence, storedType: storedType(model, fact) });
    }
  }
  const live = steps.filter(({ key }) => !past.relationships.has(key));
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

/** The sources of what was read, as they were. */
export function* sourcesThen(
  model: Model,
  past: Past,
  all: Iterable<StoredThen>,
): Decision<Readonly<Record<string, StoredThen>>> {
  const ids = [...all].flatMap(({ evidenceSources }) =>
    Array.isArray(evidenceSources) ? evidenceSources : [],
  );
  return Object.fromEntries(yield* nodesThen(model, past, [...new Set(ids.map(String))]));
}
