/** What identifies a record without a name, or what a record owns: the words of its own properties. */

import type { DatasetNode, Properties } from '../dataset.ts';
import { EXACT } from '../hedge.ts';
import type { Language } from '../language.ts';
import { type Model, type NodeTypeModel, type PropertyModel, STATED_VALUE } from '../model.ts';
import type { Naming } from '../recorded-change.ts';
import { inBrackets, phraseOf } from './fact-sentence.ts';
import { valueWords } from './value-words.ts';

/** What an owned node is called. */
export function ownNaming(model: Model, node: DatasetNode): Naming {
  return composedNaming((language) => ownWords(model, node, language)) ?? { name: '' };
}

/** A name composed of words; undefined without words. */
export function composedNaming(words: (language: Language) => readonly string[]): Naming | undefined {
  const [name, nameEn] = [words('ZH').join('，'), words('EN').join(', ')];
  if (name === '') return undefined;
  return nameEn === name ? { name } : { name, nameEn };
}

/** The words of one property of a node. */
export interface OwnPart {
  readonly name: string;
  readonly words: string;
}

/** The words of a node's properties, and what hedges them. */
export interface OwnParts {
  readonly parts: readonly OwnPart[];
  readonly hedges: readonly string[];
}

/**
 * What identifies a node that has no name: its keys and what it must have, the exact number apart, which `printed`
 * has; behind them how its number is bounded and how firmly it is put, where the printed words do not say so.
 * @param language undefined: as it is stored
 */
export function ownWords(model: Model, node: DatasetNode, language?: Language): readonly string[] {
  const { parts, hedges } = ownParts(model, node, language);
  const words = parts.map((part) => part.words);
  if (language === undefined) return words;
  const last = words.at(-1) ?? '';
  return [...words.slice(0, -1), `${last}${inBrackets(hedges, language)}`].filter((each) => each !== '');
}

/**
 * The same, part by part.
 * @param isWhole whether every property with a value is included, not only those that identify it
 */
export function ownParts(model: Model, node: DatasetNode, language?: Language, isWhole = false): OwnParts {
  const facts = new Set(model.factProperties.map(({ name }) => name));
  const properties = [...(model.nodeTypes.get(node.type)?.properties.values() ?? [])];
  const parts = [
    ...properties.filter(({ name }) => !facts.has(name)),
    ...properties.filter(({ name }) => facts.has(name)),
  ]
    .filter(({ name }) => !isToldByPrinted(node, name))
    .filter((each) => each.key || ((isWhole || each.required) && each.default === undefined && !each.figure))
    .filter((each) => !['id', 'json', 'boolean'].includes(each.valueKind))
    .filter((each) => language === undefined || node.type !== STATED_VALUE || each.name !== 'property')
    .flatMap((each): readonly OwnPart[] => {
      const text = valueText(node.properties, each.name);
      if (text === undefined) return [];
      return [{ name: each.name, words: language ? wordsFor(model, node, each, text, language) : text }];
    });
  if (language === undefined) return { parts, hedges: [] };
  const hedges = properties
    .filter((each) => each.valueKind === 'enum' && each.default !== undefined && !each.key)
    .flatMap((each) => {
      const text = valueText(node.properties, each.name);
      const isSilent = text === undefined || text === each.default || isPrinted(node, each, text);
      return isSilent ? [] : [phraseOf(model, each, text, language)];
    });
  if (node.properties.chosen === false) hedges.push(NOT_CHOSEN[language]);
  return { parts, hedges };
}

/** Whether the printed words of a stated number already contain a property: its value or bound. */
function isToldByPrinted({ type, properties }: DatasetNode, name: string): boolean {
  const { printed, bound } = properties;
  if (type !== STATED_VALUE || bound === undefined) return false;
  if (bound === EXACT) return name !== 'property' && name !== 'value';
  return printed !== undefined && (name === 'value' || name === 'bound');
}

const NOT_CHOSEN: Readonly<Record<Language, string>> = { ZH: '未采用', EN: 'not chosen' };

/** Whether the printed words of a number express a value of an enum: 约350人 is ABOUT. */
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
    const stated = typeOfOwner(model, node)?.properties.get(String(node.properties.property));
    return valueWords(model, stated, text, language);
  }
  return property.phrase
    ? phraseOf(model, property, text, language)
    : valueWords(model, property, text, language);
}

/** A value as text; undefined where the property has no value. */
export function valueText(properties: Properties, name: string): string | undefined {
  if (!Object.hasOwn(properties, name)) return undefined;
  const value = properties[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.join(' · ');
  return String(value);
}

/** The type of the record that owns a node, which its id begins with. */
export function typeOfOwner(model: Model, { id }: DatasetNode): NodeTypeModel | undefined {
  const prefix = id.split(':')[0];
  return [...model.nodeTypes.values()].find(({ root }) => root?.prefix === prefix);
}
