/** The one node that a node has by a relationship, as it was at an earlier revision: a target's indicator, a measure's policy (§16.4). */

import { compileByIds } from '../../compile/compile-by-ids.ts';
import {
  type CompileContext,
  type CompileOneThen,
  type FurtherStatement,
  storedValue,
} from '../../compile/compiled.ts';
import type { SelectedField } from '../../compile/selected-field.ts';
import { invariant } from '../../diagnostics/invariant.ts';
import type { RelationshipModel } from '../../model/model.ts';
import { type Decision, readEarlier } from '../decision.ts';
import { bringThen } from './decide-then.ts';
import { type FactThen, factsAtThen } from './read-then.ts';

/** Answers it by a further statement, once the nodes that have it are known. */
export const compileOneThen: CompileOneThen = (relationship, context, field, variable) => {
  const one = context.later.add({
    isDecided: false,
    compile: (ids) => ofNodes(context.further(), relationship, field, ids),
  });
  return storedValue(variable, 'id', (id) => (typeof id === 'string' ? one(id) : null));
};

function* ofNodes(
  context: CompileContext,
  { name, direction, stored, target }: RelationshipModel,
  field: SelectedField,
  ids: readonly string[],
): Decision<FurtherStatement> {
  const { earlier } = context;
  invariant(earlier, `${name} is asked of an earlier revision`);
  const { past } = yield* readEarlier(name, earlier.revision);
  const [near, far] = direction === 'OUT' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const facts = yield* factsAtThen(past, [stored.type], near, ids);
  const found = new Map<string, string>();
  // Of several the first by id, as now.
  for (const fact of facts.filter((each) => stored.always || isThere(each, context.day))) {
    const known = found.get(fact[near]);
    if (known === undefined || fact[far] < known) found.set(fact[near], fact[far]);
  }
  const nodes = compileByIds(context, target, field.nodes, [...new Set(found.values())]);
  yield* bringThen(context, past, true);
  const read = (raw: unknown) => {
    const values = nodes.read(raw);
    return new Map([...found].map(([id, one]) => [id, values.get(one) ?? null]));
  };
  return { context, compiled: { ...nodes, read } };
}

function isThere({ stored: { fromDay, toDay } }: FactThen, day: number | undefined): boolean {
  if (day === undefined || typeof fromDay !== 'number') return true;
  return fromDay <= day && day <= Number(toDay);
}
