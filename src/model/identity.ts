/** Keys and hashes: what makes two facts the same. */

import { hash as hashText } from 'node:crypto';
import type { DatasetNode, DatasetRelationship, Evidence, Properties } from './dataset.ts';
import { checkText } from './words/evidence-form.ts';

/**
 * The key of a relationship: the same type, ends and key values give the same key, on every machine.
 * @param type the stored type of its undated form
 * @param keyValues the values of its key properties in declared order, undefined where one is absent
 * @returns 22 characters of base64url
 */
export function relationshipKey(
  type: string,
  from: string,
  to: string,
  keyValues: readonly (string | undefined)[],
): string {
  return hash([type, from, to, ...keyValues.map((value) => value ?? null)]).slice(0, 22);
}

/** The hash of a node's content, evidence included. */
export function nodeHash(node: DatasetNode): string {
  return hash([node.id, node.type, sorted(node.properties), node.evidence.map(cited)]);
}

/** The hash of a relationship's content, evidence included. */
export function relationshipHash(relationship: DatasetRelationship): string {
  const { key, type, from, to, properties, evidence } = relationship;
  return hash([key, type, from, to, sorted(properties), evidence.map(cited)]);
}

/** A check is part of what a record says, as curators write it; what has no check keeps the hash that it had before checks. */
function cited(evidence: Evidence): readonly string[] {
  const { source, locator, checkedBy } = evidence;
  return checkedBy === undefined ? [source, locator] : [source, locator, checkText(evidence)];
}

function sorted(properties: Properties): readonly (readonly [string, unknown])[] {
  return Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
}

function hash(value: unknown): string {
  // One call, no object to stream into: half the time of createHash on texts as short as these.
  return hashText('sha256', JSON.stringify(value), 'base64url');
}
