/** An owned node with its id and the relationship that its owner has to it. */

import type { Evidence, Properties } from '../../model/dataset.ts';
import { directiveOf } from '../../model/directives.ts';
import { relationshipKey } from '../../model/identity.ts';
import type { FieldsModel, Model, OwnedModel, PropertyModel } from '../../model/model.ts';
import type { Span } from '../written/written.ts';
import type { Facts } from './reading.ts';

/** Whole numbers in ids are as long as this, so that they sort as numbers do. */
const INT_DIGITS = 3;
/** The key of evidence that names its source. */
const SOURCE_KEY = 'source';

/** The node and the relationship of something that a record owns. */
export function ownedFacts(
  model: Model,
  owner: string,
  field: OwnedModel,
  properties: Properties,
  evidence: readonly Evidence[],
  span: Span,
): Facts {
  const id = ownedId(model, owner, field, properties, evidence);
  const key = relationshipKey(field.relationshipType, owner, id, []);
  const relationship = { key, type: field.relationshipType, from: owner, to: id, properties: {}, evidence };
  return {
    nodes: [{ value: { id, type: field.type, properties, evidence }, span }],
    relationships: [{ value: relationship, span }],
  };
}

/**
 * The id of an owned node: its owner's, the field, and its key values; those of its own before those of every fact,
 * then its sources, where evidence is part of the key.
 * @example cluster:shanghai-ic#titles/国家先进制造业集群/2022
 * @example firm:amec#figures/EMPLOYEES//2023/source:annual-report
 */
export function ownedId(
  model: Model,
  owner: string,
  field: OwnedModel,
  properties: Properties,
  evidence: readonly Evidence[],
): string {
  const type = model.nodeTypes.get(field.type);
  const keys = (type ? keyProperties(model, type) : []).filter(
    ({ name, keyIfGiven }) => !keyIfGiven || properties[name] !== undefined,
  );
  const values = keys.map(({ name, valueKind }) => {
    const text = properties[name]?.toString() ?? '';
    return valueKind === 'int' ? text.padStart(INT_DIGITS, '0') : text;
  });
  const sources = type && isKeyedBySource(type) ? new Set(evidence.map(({ source }) => source)) : [];
  return `${owner}#${field.name}/${[...values, ...sources].map(escaped).join('/')}`;
}

/** The keys that distinguish records of one type and owner, as seeds write them. */
export function keysOfOwned(model: Model, type: FieldsModel): readonly string[] {
  const names = keyProperties(model, type).map(({ name }) => name);
  return isKeyedBySource(type) ? [...names, SOURCE_KEY] : names;
}

function keyProperties(model: Model, type: FieldsModel): readonly PropertyModel[] {
  const facts = new Set(model.factProperties.map(({ name }) => name));
  const keys = [...type.properties.values()].filter(({ key }) => key);
  return [...keys.filter(({ name }) => !facts.has(name)), ...keys.filter(({ name }) => facts.has(name))];
}

/** Whether the sources that state a thing are part of what makes it the same one. */
function isKeyedBySource(type: FieldsModel): boolean {
  const stated = type.computed.get('evidence');
  return stated !== undefined && directiveOf(stated, 'key') !== undefined;
}

/** The characters that part an id, and the one that escapes them, written out; all others stay readable. */
function escaped(value: string): string {
  return value.replace(/[%/#]/g, encodeURIComponent);
}
