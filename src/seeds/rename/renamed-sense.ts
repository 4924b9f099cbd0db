/** What a dataset says, in a form that can be compared with the same under another id. */

import type { Dataset, Evidence, Properties } from '../../model/dataset.ts';
import { checkText } from '../../model/words/evidence-form.ts';
import { asSet } from '../written/as-set.ts';
import { FORMER_IDS } from '../written/index-records.ts';

/**
 * All facts, each in a line, with one id written as the other and former ids left out: equal before and after a renaming
 * that changes nothing else.
 */
export function renamedSense({ info, nodes, relationships }: Dataset, oldId: string, newId: string): string {
  // Where the id of one is the beginning of another's, neither is the other.
  const standing = new RegExp(`(?<![\\w:-])${oldId}(?![\\w:-])`, 'g');
  const renamed = (text: string) => text.replace(standing, newId);
  const line = (parts: readonly unknown[]) => renamed(JSON.stringify(parts));
  const contentOf = (properties: Properties) =>
    Object.entries(properties)
      .filter(([name]) => name !== FORMER_IDS)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, typeof value === 'string' ? unordered(renamed(value)) : value]);
  const evidenceOf = (evidence: readonly Evidence[]) =>
    evidence.map((each) => line([each.source, each.locator, checkText(each)])).sort();
  const facts = [
    line([info.name, info.timeZone, info.home ?? null, info.licence ?? null]),
    ...[...nodes.values()].map(({ id, type, properties, evidence }) =>
      line([placeOf(id), type, contentOf(properties), evidenceOf(evidence)]),
    ),
    ...[...relationships.values()].map(({ type, from, to, properties, evidence }) =>
      line([type, placeOf(from), placeOf(to), contentOf(properties), evidenceOf(evidence)]),
    ),
  ];
  return facts.sort().join('\n');
}

/** The id of a record, or whose and which list a thing is in: its own id may be in another order. */
function placeOf(id: string): string {
  return id.replace(/(#[^/]*)\/.*$/s, '$1');
}

/** The text of a criterion keeps its sets in the order of their texts, which is another one under another id. */
function unordered(text: string): unknown {
  if (!text.startsWith('[{')) return text;
  try {
    return asSets(JSON.parse(text));
  } catch {
    return text;
  }
}

function asSets(value: unknown): unknown {
  if (Array.isArray(value)) return asSet(value.map(asSets));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asSets(each)]));
}
