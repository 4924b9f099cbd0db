/** What a dataset says, told so that it can be compared with the same under another id. */

import type { Dataset, Evidence, Properties } from '../model/dataset.ts';
import { FORMER_IDS } from './index-records.ts';

/**
 * All facts, each in a line, with one id told as the other and former ids left out: equal before and after a renaming
 * that changes nothing else.
 */
export function renamedSense({ info, nodes, relationships }: Dataset, oldId: string, newId: string): string {
  // Where the id of one is the beginning of another's, neither is the other.
  const standing = new RegExp(`(?<![\\w:-])${oldId}(?![\\w:-])`, 'g');
  const told = (parts: readonly unknown[]) => JSON.stringify(parts).replace(standing, newId);
  const evidenceOf = (evidence: readonly Evidence[]) =>
    evidence.map(({ source, locator }) => told([source, locator])).sort();
  const facts = [
    told([info.name, info.timeZone, info.home ?? null, info.licence ?? null]),
    ...[...nodes.values()].map(({ id, type, properties, evidence }) =>
      told([placeOf(id), type, contentOf(properties), evidenceOf(evidence)]),
    ),
    ...[...relationships.values()].map(({ type, from, to, properties, evidence }) =>
      told([type, placeOf(from), placeOf(to), contentOf(properties), evidenceOf(evidence)]),
    ),
  ];
  return facts.sort().join('\n');
}

/** The id of a record, or whose and which list a thing is in: its own id may be in another order. */
function placeOf(id: string): string {
  return id.replace(/(#[^/]*)\/.*$/s, '$1');
}

function contentOf(properties: Properties): readonly (readonly [string, unknown])[] {
  return Object.entries(properties)
    .filter(([name]) => name !== FORMER_IDS)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
