/** The long form of a property: what several sources state of it, and the value chosen among them. */

import { quote, say } from '../diagnostics/messages.ts';
import type { Evidence, Value } from '../model/dataset.ts';
import type { FieldsModel, PropertyModel } from '../model/model.ts';
import { checkKeys } from './check-keys.ts';
import { ownedFacts } from './owned-facts.ts';
import { chooseClaim } from './rank-sources.ts';
import { type EvidenceScope, readInnerEvidence, sortEvidence } from './read-evidence.ts';
import { readShort } from './read-properties.ts';
import { type Facts, joinFacts, NO_FACTS, type Reading } from './reading.ts';
import { reportForm } from './report.ts';
import { entryOf, type Span, type Written, type WrittenMap } from './written.ts';

/** The owned list that keeps what sources state. */
export const STATED_VALUES = 'statedValues';
const KEYS = ['value', 'evidence'];

/** Whether a property is written in its long form: a map with `value`, or a list of maps. */
export function isLongForm(written: Written): boolean {
  if (written.form === 'list') return written.items.some((item) => item.form === 'map');
  return (
    written.form === 'map' &&
    (entryOf(written, 'value') !== undefined || entryOf(written, 'evidence') !== undefined)
  );
}

/** The chosen value of a property in its long form, with all that is stated of it. */
export function readStatedValues(
  reading: Reading,
  owner: { readonly id: string; readonly type: FieldsModel },
  property: PropertyModel,
  written: Written,
  scope: EvidenceScope,
): { readonly value: Value | undefined; readonly facts: Facts } {
  const { report } = reading;
  const field = owner.type.owned.get(STATED_VALUES);
  if (!field || property.list || property.name === 'id') {
    report(written.span, say.noLongForm(quote(property.name)));
    return { value: undefined, facts: NO_FACTS };
  }
  const items = written.form === 'list' ? written.items : [written];
  const stated = new Map<Value, { readonly evidence: Evidence[]; readonly span: Span }>();
  for (const item of items) {
    if (item.form !== 'map') {
      reportForm(report, item, quote(property.name), 'maps with `value` and `evidence`');
      continue;
    }
    const { value, evidence } = readClaim(reading, property, item, scope);
    if (value === undefined) continue;
    const same = stated.get(value);
    if (same) same.evidence.push(...evidence);
    else stated.set(value, { evidence: [...evidence], span: item.span });
  }
  const claims = [...stated].flatMap(([value, { evidence }]) =>
    evidence.map((each) => ({ value: String(value), evidence: each, typed: value })),
  );
  const chosen = chooseClaim(reading.model, reading.ranks, claims)?.typed ?? [...stated.keys()][0];
  const parts = [...stated].map(([value, { evidence, span }]) => {
    const properties = { property: property.name, value: String(value), chosen: value === chosen };
    return ownedFacts(reading.model, owner.id, field, properties, sortEvidence(evidence), span);
  });
  return { value: chosen, facts: joinFacts(parts) };
}

function readClaim(
  reading: Reading,
  property: PropertyModel,
  map: WrittenMap,
  scope: EvidenceScope,
): { readonly value: Value | undefined; readonly evidence: readonly Evidence[] } {
  const { report } = reading;
  checkKeys(KEYS, quote(property.name), map, report);
  const written = entryOf(map, 'value')?.value;
  if (!written) report(map.span, say.keyMissing('value', `this stated value of ${quote(property.name)}`));
  const { evidence } = readInnerEvidence(reading, entryOf(map, 'evidence')?.value, scope);
  return { value: written && readShort(property, written, report), evidence };
}
