/** Whether a line of a backup has the form of an entry: whoever made the file, nothing else is looked at or written. */

import { KEPT_OF_REVISIONS, KEPT_OF_STATE, KEPT_RELATIONSHIPS, type Kept } from '../../graph/bookkeeping.ts';
import { NODE } from '../../model/model.ts';
import { LEAF_LABEL } from '../../model/stored/hash-leaves.ts';
import type { BackupEntry } from './backup-entries.ts';

/** What is wrong with the form of a value that should be an entry; undefined: nothing. */
export function shapeFault(value: unknown): string | undefined {
  if (!isObject(value)) return 'is no entry: it is not a map';
  if ('labels' in value) return nodeFault(value);
  if ('type' in value) return relationshipFault(value);
  if ('kept' in value) return keptFault(value);
  if ('keptType' in value) return keptRelationshipFault(value);
  return 'is no entry of a kind that this program knows';
}

/** An entry as a sentence names it: a node by its id, a relationship by its ends. */
export function entryName(value: unknown): string {
  if (!isObject(value)) return 'an entry';
  const { set, type, from, to, kept, keptType } = value;
  if ('type' in value) return `${from} -[${type}]-> ${to}`;
  if ('kept' in value || 'keptType' in value) return `a ${kept ?? keptType}`;
  return isObject(set) && typeof set.id === 'string' ? set.id : 'a node';
}

/** What the product keeps under a label. */
export function keptOf(label: unknown): Kept | undefined {
  return [...KEPT_OF_STATE, ...KEPT_OF_REVISIONS].find((each) => each.label === label);
}

type Fields = Readonly<Record<string, unknown>>;

function nodeFault({ labels, set }: Fields): string | undefined {
  if (!isListOf(labels, isName)) return 'has labels that are not a list of names';
  if (!labels.includes(NODE)) return `lacks the label ${NODE}`;
  return setFault(set) ?? missingText(set, ['id', 'nodeType']);
}

function relationshipFault({ type, from, to, set }: Fields): string | undefined {
  if (!isName(type)) return 'has a type that is not a name';
  if (typeof from !== 'string' || typeof to !== 'string') return 'has an end that is not an id';
  return setFault(set) ?? missingText(set, ['key']);
}

function keptFault({ kept, set }: Fields): string | undefined {
  const known = keptOf(kept);
  if (!known) return newer(kept);
  const fault = setFault(set);
  if (fault !== undefined) return fault;
  const fields = set as Fields;
  const missing = known.key.find(
    (name) => typeof fields[name] !== 'string' && !Number.isSafeInteger(fields[name]),
  );
  if (missing !== undefined) return `lacks ${missing}`;
  if (kept === 'RevisionPart' && !isJson(fields.json, (value) => isListOf(value, isChange)))
    return 'holds no list of changes';
  if (
    kept === 'ChangePart' &&
    !(isListOf(fields.told, isText) && fields.told.every((each) => isJson(each, isObject)))
  )
    return 'holds no list of changes in words';
  if (kept === LEAF_LABEL && !['nodes', 'facts'].every((name) => isListOf(fields[name] ?? [], isText)))
    return 'holds no list of hashes';
  return undefined;
}

function keptRelationshipFault({ keptType, from, to }: Fields): string | undefined {
  if (!KEPT_RELATIONSHIPS.some(({ type }) => type === keptType)) return newer(keptType);
  const isKey = (value: unknown) => isListOf(value, (each) => isText(each) || Number.isSafeInteger(each));
  return isKey(from) && isKey(to) ? undefined : 'has an end that is not a key';
}

function newer(kind: unknown): string {
  return `is ${String(kind)}, which this program does not know: a newer one may have written it`;
}

function setFault(set: unknown): string | undefined {
  if (!isObject(set)) return 'has no properties';
  const wrong = Object.entries(set).find(([name, value]) => !isName(name) || !isValue(value));
  return wrong && `has the property ${JSON.stringify(wrong[0])}, whose value cannot be stored`;
}

function missingText(set: unknown, names: readonly string[]): string | undefined {
  const missing = names.find((name) => !isText((set as Fields)[name]));
  return missing && `lacks the text ${missing}`;
}

/** A change as a revision keeps it. */
function isChange(value: unknown): boolean {
  if (!isObject(value) || !['create', 'update', 'delete'].includes(String(value.action))) return false;
  const sides = value.action === 'update' ? ['before'] : [];
  const main = 'node' in value ? 'node' : 'relationship';
  const names = main === 'node' ? ['id', 'type'] : ['key', 'type', 'from', 'to'];
  return [main, ...sides].every((side) => {
    const content = value[side];
    return (
      isObject(content) &&
      names.every((name) => isText(content[name])) &&
      setFault(content.properties) === undefined &&
      isListOf(content.evidence, isEvidence)
    );
  });
}

function isEvidence(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { source, locator, checkedBy = '', checkedOn = '' } = value;
  return [source, locator, checkedBy, checkedOn].every(isText);
}

function isJson(text: unknown, isRight: (value: unknown) => boolean): boolean {
  try {
    return isText(text) && isRight(JSON.parse(text));
  } catch {
    return false;
  }
}

/** What Neo4j can store: a scalar, or a list of one kind of them. */
function isValue(value: unknown): boolean {
  const isScalar = (each: unknown) => isText(each) || typeof each === 'boolean' || Number.isFinite(each);
  if (!Array.isArray(value)) return isScalar(value);
  return value.every((each) => isScalar(each) && typeof each === typeof value[0]);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A label, type or property name: Neo4j refuses an empty one and one with a NUL. */
function isName(value: unknown): value is string {
  return isText(value) && value !== '' && !value.includes('\0');
}

function isListOf<T>(value: unknown, isRight: (each: unknown) => each is T): value is readonly T[];
function isListOf(value: unknown, isRight: (each: unknown) => boolean): value is readonly unknown[];
function isListOf(value: unknown, isRight: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isRight);
}

/** A value of the form of an entry. */
export function asEntry(value: unknown): BackupEntry {
  return value as BackupEntry;
}
