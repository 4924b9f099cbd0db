/** What records are called when a plan is applied: by their name, or by what they are about and what they say. */

import type { Dataset, DatasetNode, DatasetRelationship, Properties } from '../model/dataset.ts';
import { inBrackets, phraseOf } from '../model/fact-sentence.ts';
import { EXACT } from '../model/hedge.ts';
import type { Language } from '../model/language.ts';
import {
  ENTITY,
  isA,
  type Model,
  type NodeTypeModel,
  type PropertyModel,
  type RelationshipModel,
  STATED_VALUE,
} from '../model/model.ts';
import { namingOf, writtenName } from '../model/record-name.ts';
import type { Naming } from '../model/told-change.ts';
import { valueWords } from '../model/value-words.ts';
import type { Change } from './changes.ts';

/** Names by id, of what will be there and of what goes. */
export interface RecordNames {
  readonly nodeOf: (id: string) => DatasetNode | undefined;
  readonly nameOf: (id: string) => Naming;
  /** The ids that a record hangs on: an observation its indicator and place, a measure its policy. */
  readonly hangsOn: (id: string) => readonly string[];
}

/** The side on which seeds write each stored relationship type. */
export function writtenSides(model: Model): ReadonlyMap<string, RelationshipModel> {
  const sides = new Map<string, RelationshipModel>();
  for (const type of model.nodeTypes.values()) {
    for (const each of type.relationships.values()) if (each.written) sides.set(each.stored.type, each);
  }
  return sides;
}

/** The names for a plan; its dataset is walked once, and only where a record that hangs on others is touched. */
export function nameRecords(
  model: Model,
  desired: Pick<Dataset, 'nodes' | 'relationships'>,
  changes: readonly Change[],
): RecordNames {
  const gone = new Map<string, DatasetNode>();
  for (const change of changes) {
    if ('node' in change && change.action === 'delete') gone.set(change.node.id, change.node);
  }
  const nodeOf = (id: string) => desired.nodes.get(id) ?? gone.get(id);
  const dependents = dependentTypes(model);
  const dependent = (id: string) => dependents.has(nodeOf(id)?.type ?? '');
  const hangsOn = indexDependents(model, desired, changes, dependent);
  const styleOf = (id: string) => model.nodeTypes.get(nodeOf(id)?.type ?? '')?.nameStyle;
  const nameOf = (id: string): Naming => {
    const node = nodeOf(id);
    if (!node) return { name: id };
    const own = namingOf(styleOf(id), node.properties);
    if (own) return own;
    const ends = (hangsOn.get(id) ?? []).filter((end) => nodeOf(end)?.properties.name !== undefined);
    return (
      composedNaming((language) => [
        ...ends.map((end, index) => writtenName(styleOf(end), nameOf(end), language, index > 0)),
        ...ownWords(model, node, language),
      ]) ?? { name: id }
    );
  };
  return { nodeOf, nameOf, hangsOn: (id) => hangsOn.get(id) ?? [] };
}

/** What an owned node is called. */
export function ownNaming(model: Model, node: DatasetNode): Naming {
  return composedNaming((language) => ownWords(model, node, language)) ?? { name: '' };
}

function composedNaming(words: (language: Language) => readonly string[]): Naming | undefined {
  const [name, nameEn] = [words('ZH').join('，'), words('EN').join(', ')];
  if (name === '') return undefined;
  return nameEn === name ? { name } : { name, nameEn };
}

/**
 * What identifies a node that has no name: its keys and what it must have, the exact number apart, which `printed`
 * has; behind them how its number is bounded and how firmly it is put, where the printed words do not say so.
 * @param language undefined: as it is stored
 */
export function ownWords(model: Model, node: DatasetNode, language?: Language): readonly string[] {
  const facts = new Set(model.factProperties.map(({ name }) => name));
  const properties = [...(model.nodeTypes.get(node.type)?.properties.values() ?? [])];
  const words = [
    ...properties.filter(({ name }) => !facts.has(name)),
    ...properties.filter(({ name }) => facts.has(name)),
  ]
    .filter(({ name }) => !isToldByPrinted(node, name))
    .filter((each) => each.key || (each.required && each.default === undefined && !each.figure))
    .filter((each) => !['id', 'json', 'boolean'].includes(each.valueKind))
    .filter((each) => language === undefined || node.type !== STATED_VALUE || each.name !== 'property')
    .flatMap((each) => {
      const text = valueText(node.properties, each.name);
      if (text === undefined) return [];
      return [language ? wordsFor(model, node, each, text, language) : text];
    });
  if (language === undefined) return words;
  const hedges = properties
    .filter((each) => each.valueKind === 'enum' && each.default !== undefined && !each.key)
    .flatMap((each) => {
      const text = valueText(node.properties, each.name);
      const isSilent = text === undefined || text === each.default || isPrinted(node, each, text);
      return isSilent ? [] : [phraseOf(model, each, text, language)];
    });
  if (node.properties.chosen === false) hedges.push(NOT_CHOSEN[language]);
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), `${last}${inBrackets(hedges, language)}`].filter((each) => each !== '');
}

/** Of a stated number its value and its bound, where that is told as it is printed. */
function isToldByPrinted({ type, properties }: DatasetNode, name: string): boolean {
  const { printed, bound } = properties;
  if (type !== STATED_VALUE || bound === undefined) return false;
  if (bound === EXACT) return name !== 'property' && name !== 'value';
  return printed !== undefined && (name === 'value' || name === 'bound');
}

const NOT_CHOSEN: Readonly<Record<Language, string>> = { ZH: '未采用', EN: 'not chosen' };

/** Whether the words of a number as printed say a value of an enum: 约350人 is ABOUT. */
function isPrinted({ properties }: DatasetNode, { valueTexts }: PropertyModel, value: string): boolean {
  const said = valueTexts.get(value)?.match(/\p{Script=Han}+/gu) ?? [];
  return said.some((word) => String(properties.printed ?? '').includes(word));
}

/** A value in words. A stated value is one of the property that it names. */
function wordsFor(
  model: Model,
  node: DatasetNode,
  property: PropertyModel,
  text: string,
  language: Language,
): string {
  if (node.type === STATED_VALUE) {
    const prefix = node.id.split(':')[0];
    const owner = [...model.nodeTypes.values()].find(({ root }) => root?.prefix === prefix);
    return valueWords(model, owner?.properties.get(String(node.properties.property)), text, language);
  }
  return property.phrase
    ? phraseOf(model, property, text, language)
    : valueWords(model, property, text, language);
}

/** A value as text; undefined where there is none. */
export function valueText(properties: Properties, name: string): string | undefined {
  if (!Object.hasOwn(properties, name)) return undefined;
  const value = properties[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.join(' · ');
  return String(value);
}

/** The types whose records are named, or found, by what they hang on. */
export function dependentTypes(model: Model): ReadonlySet<string> {
  const types = [...model.nodeTypes.values()].filter((type) => isDependent(model, type));
  return new Set(types.map(({ name }) => name));
}

/** Whether records of a type are of others: they have no name, or cannot be without the one they belong to. */
function isDependent(model: Model, type: NodeTypeModel): boolean {
  if (!type.root) return false;
  if (!isA(model, type.name, ENTITY)) return true;
  return [...type.relationships.values()].some((each) => each.required && each.written && !each.many);
}

function indexDependents(
  model: Model,
  desired: Pick<Dataset, 'relationships'>,
  changes: readonly Change[],
  dependent: (id: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const sides = writtenSides(model);
  const wanted = new Set<string>();
  const want = (id: string) => {
    const record = id.split('#')[0] ?? id;
    if (dependent(record)) wanted.add(record);
  };
  const gone: DatasetRelationship[] = [];
  for (const change of changes) {
    if ('node' in change) want(change.node.id);
    else {
      want(change.relationship.from);
      want(change.relationship.to);
      if (change.action === 'delete') gone.push(change.relationship);
    }
  }
  if (wanted.size === 0) return new Map();
  const fields = new Map([...sides.keys()].map((type, position) => [type, position]));
  const found = new Map<string, Map<string, number>>();
  for (const group of [desired.relationships.values(), gone]) {
    for (const { type, from, to } of group) {
      const side = sides.get(type);
      if (!side) continue;
      const [here, far] = side.direction === 'OUT' ? [from, to] : [to, from];
      if (!wanted.has(here)) continue;
      const ends = found.get(here) ?? new Map<string, number>();
      ends.set(far, Math.min(fields.get(type) ?? 0, ends.get(far) ?? fields.size));
      found.set(here, ends);
    }
  }
  // In the order in which the model declares the fields, whatever the order of the dataset.
  return new Map([...found].map(([id, ends]) => [id, [...ends].sort(byField).map(([end]) => end)]));
}

function byField([a, one]: readonly [string, number], [b, other]: readonly [string, number]): number {
  return one - other || (a < b ? -1 : 1);
}
