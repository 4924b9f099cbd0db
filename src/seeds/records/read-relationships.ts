/** The relationships written at a key of a record: ids, or maps with properties and evidence of their own. */

import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import type { Text } from '../../diagnostics/text.ts';
import type { DatasetRelationship } from '../../model/dataset.ts';
import { relationshipKey } from '../../model/identity.ts';
import type { RelationshipModel } from '../../model/model.ts';
import { checkKeys } from '../written/check-keys.ts';
import { inColumnsOf, reportForm } from '../written/report.ts';
import { entryOf, type Written, type WrittenMap } from '../written/written.ts';
import { type EvidenceScope, readInnerEvidence } from './read-evidence.ts';
import { hasKeys, readProperties } from './read-properties.ts';
import { readReference } from './read-reference.ts';
import type { Placed, Reading } from './reading.ts';

const ENDS: Text = { en: 'ids, or maps with `to`', zh: 'id，或含 `to` 的键值表' };

/** The relationships at a key. */
export function readRelationships(
  reading: Reading,
  owner: string,
  relationship: RelationshipModel,
  written: Written,
  scope: EvidenceScope,
): readonly Placed<DatasetRelationship>[] {
  const { report } = reading;
  if (written.form === 'nothing') {
    reportForm(report, written, quote(relationship.name), 'ids');
    return [];
  }
  if (written.form === 'list' && !relationship.many) {
    report(written.span, recordFaults.onlyOne(quote(relationship.name)));
    return [];
  }
  const items = written.form === 'list' ? written.items : [written];
  return items.flatMap((item) => readOne(reading, owner, relationship, item, scope) ?? []);
}

function readOne(
  reading: Reading,
  owner: string,
  relationship: RelationshipModel,
  written: Written,
  scope: EvidenceScope,
): Placed<DatasetRelationship> | undefined {
  const { name, target, stored, direction } = relationship;
  const { model } = reading;
  const report = inColumnsOf(name, reading.report);
  if (written.form === 'list' || written.form === 'nothing') {
    reportForm(report, written, quote(name), ENDS);
    return undefined;
  }
  const map: WrittenMap = written.form === 'map' ? written : { form: 'map', entries: [], span: written.span };
  const to = written.form === 'map' ? entryOf(map, 'to')?.value : written;
  const models = [...stored.properties, ...model.factProperties];
  const words = { en: `this relationship of ${quote(name)}`, zh: `${quote(name)} 的这条关系` };
  checkKeys(['to', ...models.map((property) => property.name), 'evidence'], quote(name), map, report);
  if (!to) report(written.span, recordFaults.keyMissing('to', words));
  const far = to && readReference(reading, to, name, target, !relationship.many);
  const { properties } = readProperties(models, map, { words, span: written.span }, report);
  const { evidence } = readInnerEvidence(reading, entryOf(map, 'evidence')?.value, scope);
  if (far === undefined || !hasKeys(models, map, properties)) return undefined;
  const [from, end] = direction === 'OUT' ? [owner, far] : [far, owner];
  const keyValues = models.filter(({ key }) => key).map((property) => properties[property.name]?.toString());
  const key = relationshipKey(stored.type, from, end, keyValues);
  return {
    value: { key, type: stored.type, from, to: end, properties, evidence },
    span: to?.span ?? written.span,
  };
}
