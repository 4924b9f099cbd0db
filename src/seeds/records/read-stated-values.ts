/** The long form of a property: what several sources state of it, and the value in force among them. */

import { compareText } from '../../diagnostics/compare-text.ts';
import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import type { Evidence, Properties, Value } from '../../model/dataset.ts';
import type { FieldsModel, PropertyModel } from '../../model/model.ts';
import { type FigureKeys, keysOfStated } from '../values/figure-keys.ts';
import { checkKeys } from '../written/check-keys.ts';
import { claimInForce, rankClaims } from '../written/rank-sources.ts';
import { reportForm } from '../written/report.ts';
import { entryOf, type Span, type Written, type WrittenMap } from '../written/written.ts';
import { ownedFacts } from './owned-facts.ts';
import { type EvidenceScope, readInnerEvidence, sortEvidence } from './read-evidence.ts';
import { readHedged } from './read-figure.ts';
import { readShort } from './read-properties.ts';
import { type Facts, joinFacts, NO_FACTS, type Reading } from './reading.ts';

/** The owned list that keeps what sources state. */
export const STATED_VALUES = 'statedValues';
const VALUE = 'value';
const EVIDENCE = 'evidence';

/** The value in force of a property in its long form, with its hedge, and all that is stated of it. */
export function readStatedValues(
  reading: Reading,
  owner: { readonly id: string; readonly type: FieldsModel },
  property: PropertyModel,
  written: Written,
  scope: EvidenceScope,
): { readonly properties: Properties; readonly facts: Facts } {
  const { report } = reading;
  const field = owner.type.owned.get(STATED_VALUES);
  if (!field || property.list || property.name === 'id') {
    report(written.span, recordFaults.noLongForm(quote(property.name)));
    return { properties: {}, facts: NO_FACTS };
  }
  const items = written.form === 'list' ? written.items : [written];
  const keys = keysOfStated(owner.type, property);
  const stated = new Map<string, Stated & { readonly evidence: Evidence[]; readonly span: Span }>();
  for (const item of items) {
    if (item.form !== 'map') {
      reportForm(report, item, quote(property.name), 'maps with `value` and `evidence`');
      continue;
    }
    const { said, evidence } = readClaim(reading, property, keys, item, scope);
    if (!said) continue;
    const name = [said.value, said.hedge.bound, said.hedge.printed].join('\0');
    const same = stated.get(name);
    if (same) same.evidence.push(...evidence);
    else stated.set(name, { ...said, evidence: [...evidence], span: item.span });
  }
  // One value that a source hedges in two ways is two claims: their names order what else is the same.
  const claims = [...stated]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([name, { value, evidence }]) =>
      evidence.map((each) => ({ name, value: String(value), evidence: each })),
    );
  const ranked = rankClaims(reading.model, reading.ranks, claims);
  const chosen = ranked[0]?.name ?? [...stated.keys()][0] ?? '';
  const inForce = stated.get(claimInForce(property, ranked)?.name ?? chosen);
  const parts = [...stated].map(([name, { value, hedge, evidence, span }]) => {
    const said = { property: property.name, value: String(value), ...hedge };
    const properties = { ...said, chosen: name === chosen };
    return ownedFacts(reading.model, owner.id, field, properties, sortEvidence(evidence), span);
  });
  return { properties: inForce ? propertiesOf(property, inForce) : {}, facts: joinFacts(parts) };
}

/** A value that a source states, and of a number how it is hedged. */
interface Stated {
  readonly value: Value;
  readonly hedge: Properties;
}

/** What the record carries of a stated value. */
function propertiesOf({ name, hedge: names }: PropertyModel, { value, hedge }: Stated): Properties {
  const { bound, printed } = hedge;
  return {
    [name]: value,
    ...(names && bound !== undefined ? { [names.bound]: bound } : {}),
    ...(names && printed !== undefined ? { [names.printed]: printed } : {}),
  };
}

function readClaim(
  reading: Reading,
  property: PropertyModel,
  keys: FigureKeys | undefined,
  map: WrittenMap,
  scope: EvidenceScope,
): { readonly said: Stated | undefined; readonly evidence: readonly Evidence[] } {
  const { report } = reading;
  const known = keys ? [VALUE, ...hedgeKeys(keys), EVIDENCE] : [VALUE, EVIDENCE];
  checkKeys(known, quote(property.name), map, report);
  const words = {
    en: `this stated value of ${quote(property.name)}`,
    zh: `${quote(property.name)} 的这个所述值`,
  };
  const written = entryOf(map, VALUE)?.value;
  if (!written) report(map.span, recordFaults.keyMissing(VALUE, words));
  const { evidence } = readInnerEvidence(reading, entryOf(map, EVIDENCE)?.value, scope);
  if (!written) return { said: undefined, evidence };
  if (!keys) {
    const value = readShort(property, written, report);
    return { said: value === undefined ? undefined : { value, hedge: {} }, evidence };
  }
  const { value, ...hedge } = readHedged(reading, { words, map, span: map.span }, keys);
  return { said: value === undefined ? undefined : { value, hedge }, evidence };
}

function hedgeKeys({ bound, printed }: FigureKeys): readonly string[] {
  return [bound, printed].flatMap((each) => each?.name ?? []);
}
