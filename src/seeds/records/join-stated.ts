/** A fact that a table states, and that is stated elsewhere, too: one fact, with the evidence of both. */

import type { Evidence, Properties } from '../../model/dataset.ts';
import { isTable } from '../written/is-table.ts';
import { sortEvidence } from './read-evidence.ts';
import type { Facts, Placed } from './reading.ts';

/** What relationships and owned nodes have in common. */
interface Stated {
  readonly properties: Properties;
  readonly evidence: readonly Evidence[];
}

/**
 * The facts of a record, each once: the next edition of a list confirms what an earlier one states, and may say when it
 * ended. Where two disagree, or the second says nothing more, both are left, to be reported.
 */
export function joinStated({ nodes, relationships }: Facts): Facts {
  return {
    nodes: joined(nodes, ({ id }) => id),
    relationships: joined(relationships, ({ key }) => key),
  };
}

function joined<T extends Stated>(
  facts: readonly Placed<T>[],
  keyOf: (value: T) => string,
): readonly Placed<T>[] {
  const first = new Map<string, number>();
  const once: Placed<T>[] = [];
  for (const fact of facts) {
    const key = keyOf(fact.value);
    const at = first.get(key);
    const earlier = at === undefined ? undefined : once[at];
    const value = earlier && isInTable(earlier, fact) ? united(earlier.value, fact.value) : undefined;
    if (at !== undefined && earlier && value) once[at] = { ...earlier, value };
    else {
      if (at === undefined) first.set(key, once.length);
      once.push(fact);
    }
  }
  return once;
}

function isInTable(...facts: readonly Placed<unknown>[]): boolean {
  return facts.some(({ span }) => isTable(span.source.file));
}

/** What two statements say together; undefined where a property has two values, or the second says nothing more. */
function united<T extends Stated>(a: T, b: T): T | undefined {
  const added = Object.entries(b.properties).filter(
    ([name, value]) => JSON.stringify(a.properties[name]) !== JSON.stringify(value),
  );
  if (added.some(([name]) => a.properties[name] !== undefined)) return undefined;
  const evidence = sortEvidence([...a.evidence, ...b.evidence]);
  if (added.length === 0 && evidence.length === a.evidence.length) return undefined;
  return { ...a, properties: { ...a.properties, ...b.properties }, evidence };
}
