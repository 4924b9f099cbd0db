/** A stored value as people read it: criteria as a sentence, dates and values of enums in words, all else as it is. */

import type { Language } from '../language.ts';
import type { Model, PropertyModel } from '../model.ts';
import {
  amountInChinese,
  amountInEnglish,
  criterionSentence,
  type Vocabulary,
} from './criterion-sentence.ts';
import { dateWords } from './date-words.ts';
import { readAlternatives } from './read-alternatives.ts';

/** The enum whose values conditions compare attributes with. */
const SIZES = 'SmeSize';
/** The currency whose unit Chinese texts write as 元. */
const YUAN = 'CNY';

/**
 * A value of a property in words.
 * @param text as it is stored
 * @param nameOf the names of records that a criterion refers to; without it, ids are shown
 */
export function valueWords(
  model: Model,
  property: PropertyModel | undefined,
  text: string,
  language: Language,
  nameOf: (id: string) => string | undefined = () => undefined,
): string {
  if (property === undefined || (property.list && property.valueKind !== 'json')) return text;
  switch (property.valueKind) {
    case 'enum':
      return property.valueWords.get(text)?.[language] ?? text;
    case 'date':
    case 'coarseDate':
    case 'period':
      return dateWords(text, language);
    case 'boolean':
      return BOOLEANS[language][text] ?? text;
    case 'money':
      return moneyWords(text, language);
    case 'json': {
      const alternatives = readAlternatives(text);
      const vocabulary = criterionVocabulary(model, language, (id) => nameOf(id) ?? idItself(id));
      return alternatives ? criterionSentence(alternatives, language, vocabulary) : text;
    }
    default:
      return text;
  }
}

/**
 * What criteria call their attributes and values.
 * @param nameOf what a record is called, by its id
 */
export function criterionVocabulary(
  model: Model,
  language: Language,
  nameOf: (id: string) => string | undefined,
): Vocabulary {
  const properties = [...model.nodeTypes.values()].flatMap((each) => [...each.properties.values()]);
  const sizes = properties.find(({ type }) => type === SIZES)?.valueWords;
  const attributes = properties.map((each) => partNamed(each, 'attribute')).find(Boolean)?.valueWords;
  return {
    attribute: (name) => attributes?.get(name)?.[language] ?? name,
    value: (value) => nameOf(value) ?? sizes?.get(value)?.[language],
  };
}

const BOOLEANS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ZH: { true: '是', false: '否' },
  EN: { true: 'yes', false: 'no' },
};

function idItself(value: string): string | undefined {
  return value.includes(':') ? value : undefined;
}

/** 5000000 CNY → 500万元. */
function moneyWords(text: string, language: Language): string {
  const [amount = '', currency] = text.split(' ');
  if (currency === undefined) return text;
  const unit = currency === YUAN ? '元' : undefined;
  if (language === 'EN') return unit ? amountInEnglish(amount, unit) : text;
  return unit ? `${amountInChinese(amount, unit)}${unit}` : text;
}

function partNamed({ parts }: PropertyModel, name: string): PropertyModel | undefined {
  return parts.find((part) => part.name === name) ?? parts.flatMap((part) => partNamed(part, name) ?? [])[0];
}
