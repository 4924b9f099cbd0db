/** The version of a model: it differs from that of a graph built by another model. */

import { createHash } from 'node:crypto';
import type { NodeTypeModel, StoredRelationship } from '../model.ts';

/**
 * The form of what is stored beside what seeds state: companions of properties, search keys, captions, hashes, revisions. It
 * is counted up whenever any of them changes: a graph is then brought to the new form, and older versions of the program
 * refuse it.
 */
export const STORED_FORM = 2;

/** Twelve hexadecimal digits. Only what decides the stored form counts: a new description does not make another model. */
export function modelVersion(
  nodeTypes: ReadonlyMap<string, NodeTypeModel>,
  stored: ReadonlyMap<string, StoredRelationship>,
): string {
  const form = [
    STORED_FORM,
    ...[...nodeTypes.values()].map((type) => [
      type.name,
      type.labels,
      [...type.properties.values()].map((p) => [p.name, p.type, p.list, p.lastDay]),
      [...type.owned.values()].map((o) => o.relationshipType),
    ]),
    ...[...stored.values()].map((r) => [
      r.type,
      r.from,
      r.to,
      r.properties.map((p) => [p.name, p.type, p.key]),
    ]),
  ];
  return createHash('sha256').update(JSON.stringify(form)).digest('hex').slice(0, 12);
}
