/** A record → its node, what it owns and its relationships; and every fault in it. */

import { quote } from '../../diagnostics/fault.ts';
import { figureFaults } from '../../diagnostics/figure-messages.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { expected, thisOne } from '../../diagnostics/phrases.ts';
import type { Properties } from '../../model/dataset.ts';
import { type FieldsModel, type OwnedModel, type PropertyModel, SOURCE } from '../../model/model.ts';
import { type FigureKeys, figureOf, isPartOfFigure, keysOfHedged } from '../values/figure-keys.ts';
import { checkRecordKeys } from '../written/check-keys.ts';
import type { SeedRecord } from '../written/list-records.ts';
import { inColumnsOf, type Report, reportForm } from '../written/report.ts';
import { isLongForm } from '../written/stated-texts.ts';
import { entryOf, type Span, type Written, type WrittenMap } from '../written/written.ts';
import { checkTwice } from './check-twice.ts';
import { joinStated } from './join-stated.ts';
import { ownedFacts, ownedId } from './owned-facts.ts';
import { alternativesOf, readCriterion } from './read-criterion.ts';
import { type EvidenceScope, NO_EVIDENCE, readInnerEvidence, readOwnEvidence } from './read-evidence.ts';
import { readFigure, readHedged } from './read-figure.ts';
import { hasKeys, readProperties, readShort } from './read-properties.ts';
import { readRelationships } from './read-relationships.ts';
import { readStatedValues } from './read-stated-values.ts';
import { type Facts, joinFacts, type Reading } from './reading.ts';

/**
 * The facts of a record.
 * @param defaults the evidence of its file's defaults
 */
export function readRecord(reading: Reading, record: SeedRecord, defaults: EvidenceScope): Facts {
  const { type, map, idSpan: span, id = '' } = record;
  const isSource = type.name === SOURCE;
  const scope = readOwnEvidence(reading, entryOf(map, 'evidence')?.value, isSource ? NO_EVIDENCE : defaults, {
    words: id === '' ? thisOne(type.name) : quote(id),
    span,
    optional: isSource,
  });
  const { properties, facts: stated } = readFields(reading, { id, type, map, span }, scope);
  const facts = joinStated(stated);
  if (type.atLeastOne.length > 0 && !type.atLeastOne.some((key) => entryOf(map, key))) {
    reading.report(span, recordFaults.allMissing(type.atLeastOne, thisOne(type.name)));
  }
  checkTwice(reading.model, { id, type }, facts, reading.report);
  const node = { value: { id, type: type.name, properties, evidence: scope.evidence }, span };
  return joinFacts([{ nodes: [node], relationships: [] }, facts]);
}

/** A map of a node type: a record, or something that one owns. */
interface Thing {
  readonly id: string;
  readonly type: FieldsModel;
  readonly map: WrittenMap;
  readonly span: Span;
}

/** Everything in a map but its id and evidence. An owned thing's id is a function of what is read. */
function readFields(
  reading: Reading,
  { id, type, map, span }: Thing,
  scope: EvidenceScope,
): { readonly properties: Properties; readonly facts: Facts } {
  const { model, report } = reading;
  checkRecordKeys(model, type, map, report);
  const parts: Facts[] = [];
  const figure = figureOf(type);
  const owner = { words: thisOne(type.name), map, span };
  const stated = (property: PropertyModel, written: Written): Properties => {
    const values = readStatedValues(reading, { id, type }, property, written, scope);
    parts.push(values.facts);
    return values.properties;
  };
  const models = [...type.properties.values()].filter(({ name }) => name !== 'id');
  const byThemselves = models.filter(
    (property) => !property.hedge && property.hedgeOf === undefined && !(figure && isPartOfFigure(property)),
  );
  const plain = readProperties(byThemselves, map, owner, report, (property, written) =>
    property.list || !isLongForm(written)
      ? readShort(property, written, report)
      : stated(property, written)[property.name],
  );
  const hedged = models.map((property): Properties => {
    const keys = keysOfHedged(type, property);
    const written = entryOf(map, property.name)?.value;
    if (!keys || !written || !isLongForm(written)) return keys ? readHedged(reading, owner, keys) : {};
    reportHedgeBeside(keys, map, report);
    return stated(property, written);
  });
  const properties: Properties = Object.assign(
    { ...plain.properties },
    figure ? readFigure(reading, owner, type, figure) : {},
    ...hedged,
  );
  for (const relationship of type.relationships.values()) {
    if (!relationship.written) continue;
    const written = entryOf(map, relationship.name)?.value;
    if (written) {
      const relationships = readRelationships(reading, id, relationship, written, scope);
      parts.push({ nodes: [], relationships });
    } else if (relationship.required) report(span, recordFaults.keyMissing(relationship.name, owner.words));
  }
  for (const field of type.owned.values()) {
    const written = field.internal ? undefined : entryOf(map, field.name)?.value;
    if (written) parts.push(...readOwnedList(reading, id, field, written, scope));
  }
  return { properties, facts: joinFacts(parts) };
}

/** What is written beside the values that several sources state, and says nothing of which. */
function reportHedgeBeside({ what, bound, printed }: FigureKeys, map: WrittenMap, report: Report): void {
  for (const property of [bound, printed]) {
    const key = property && map.entries.find((entry) => entry.key.text === property.name)?.key;
    if (key) report(key.span, figureFaults.hedgeBeside(quote(key.text), quote(what)));
  }
}

function readOwnedList(
  reading: Reading,
  owner: string,
  field: OwnedModel,
  written: Written,
  scope: EvidenceScope,
): readonly Facts[] {
  const items = written.form === 'list' ? written.items : [written];
  return items.flatMap((item, position) => {
    if (item.form === 'map') return readOwned(reading, owner, field, { map: item, position }, scope);
    reportForm(reading.report, item, quote(field.name), expected.maps);
    return [];
  });
}

function readOwned(
  reading: Reading,
  owner: string,
  field: OwnedModel,
  { map, position }: { readonly map: WrittenMap; readonly position: number },
  scope: EvidenceScope,
): readonly Facts[] {
  const type = reading.model.nodeTypes.get(field.type);
  if (!type) return [];
  const span = map.entries[0]?.key.span ?? map.span;
  const inner = readInnerEvidence(reading, entryOf(map, 'evidence')?.value, scope);
  const alternatives = alternativesOf(type);
  if (alternatives) {
    const properties = readCriterion(reading, alternatives, map, { id: owner, position });
    return [ownedFacts(reading.model, owner, field, properties, inner.evidence, span)];
  }
  const models = [...type.properties.values()];
  const keys = readProperties(models, map, { words: '', span }, () => undefined);
  const id = ownedId(reading.model, owner, field, keys.properties, inner.evidence);
  const inside = { ...reading, report: inColumnsOf(field.name, reading.report) };
  const { properties, facts } = readFields(inside, { id, type, map, span }, inner);
  if (!hasKeys(models, map, properties)) return [];
  return [ownedFacts(reading.model, owner, field, properties, inner.evidence, span), facts];
}
