/** The version of a model: it differs from that of a graph built by another model. */

import { createHash } from 'node:crypto';
import type { NodeTypeModel, StoredRelationship } from '../model.ts';

/** What is stored beside properties to compare and find them by; a new one is to be written to graphs of old. */
const COMPANIONS = [
  'day',
  'period',
  'ids',
  'search 4',
  'renamed',
  'captions',
  'evidence in words',
  'bucket 65536',
];
/** Bookkeeping: where its form changes, a graph is brought up to date as for a new model. */
const KEPT_BESIDE = 'changes told and undone, sums of hashes in groups, hashes in buckets, support over time';

/** Twelve hexadecimal digits. Only what decides the stored form counts: a new description does not make another model. */
export function modelVersion(
  nodeTypes: ReadonlyMap<string, NodeTypeModel>,
  stored: ReadonlyMap<string, StoredRelationship>,
): string {
  const form = [
    COMPANIONS,
    KEPT_BESIDE,
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
