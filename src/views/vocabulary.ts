/** What the schema declares, as views need it: the model, and what the values of enums are called. */

import type { Language } from '../model/language.ts';
import type { Model, NodeTypeModel } from '../model/model.ts';
import type { Words } from '../model/read-words.ts';
import { bareName, writtenName } from '../model/record-name.ts';

/** What the schema declares. */
export interface Vocabulary {
  readonly model: Model;
  /** The words of every value of every enum of the API, by the enum's name. */
  readonly enums: ReadonlyMap<string, ReadonlyMap<string, Words>>;
}

/** How a map is written in JSON. */
const MAP = '$map';
/** What a page has no use for, and what holds syntax trees. */
const LEFT_OUT = new Set(['description', 'limits', 'valueLimits', 'writtenUnits', 'arguments', 'version']);

/** The vocabulary as JSON, without what only servers and curators need; of computed fields the names. */
export function packVocabulary(vocabulary: Vocabulary): string {
  return JSON.stringify(vocabulary, (key, value: unknown) => {
    if (key === 'computed' && value instanceof Map)
      return { [MAP]: [...value.keys()].map((name) => [name, name]) };
    if (LEFT_OUT.has(key)) return undefined;
    if (value instanceof Map) return { [MAP]: [...value] };
    return value instanceof Set ? undefined : value;
  });
}

/** The vocabulary that {@link packVocabulary} wrote: what it left out is not there. */
export function unpackVocabulary(text: string): Vocabulary {
  return JSON.parse(text, (_key, value: unknown) => {
    const entries = typeof value === 'object' && value !== null && MAP in value ? value[MAP] : undefined;
    return Array.isArray(entries) ? new Map(entries as [unknown, unknown][]) : value;
  }) as Vocabulary;
}

/** What is known of an entity wherever it is named. */
export interface Named {
  readonly __typename?: string;
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string | null;
}

/** The type that an id's prefix belongs to; undefined where it is none of the model's. */
export function typeOfId(model: Model, id: string): NodeTypeModel | undefined {
  const prefix = id.split(':')[0] ?? '';
  return [...model.nodeTypes.values()].find((type) => type.root?.prefix === prefix);
}

/** The name of an entity in a language, without marks. */
export function plainName({ name, nameEn }: Named, language: Language): string {
  return bareName({ name, ...(nameEn ? { nameEn } : {}) }, language);
}

/** The name of an entity as a sentence writes it: titles in their marks. */
export function nameInSentence(
  { model }: Vocabulary,
  entity: Named,
  language: Language,
  isInside = true,
): string {
  const style = (model.nodeTypes.get(entity.__typename ?? '') ?? typeOfId(model, entity.id))?.nameStyle;
  const { name, nameEn } = entity;
  return writtenName(style, { name, ...(nameEn ? { nameEn } : {}) }, language, isInside);
}

/** What a value of an enum is called; the value itself where the schema has no words. */
export function enumWords({ enums }: Vocabulary, name: string, value: string, language: Language): string {
  return enums.get(name)?.get(value)?.[language] ?? value;
}

/** What a node type is called. */
export function typeWords({ model }: Vocabulary, name: string, language: Language): string {
  return model.nodeTypes.get(name)?.words[language] ?? name;
}
