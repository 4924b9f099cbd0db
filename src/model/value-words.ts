/** A stored value as people read it: criteria as a sentence, values of enums by what they are called, all else as it stands. */

import { type Alternative, type Condition, criterionSentence } from './criterion-sentence.ts';
import type { Language } from './language.ts';
import type { Model, PropertyModel } from './model.ts';

/** The enum whose values conditions hold attributes against. */
const SIZES = 'SmeSize';

/**
 * A value of a property in words. Ids of records stay ids: what they are called is not asked.
 * @param text as it is stored
 */
export function valueWords(
  model: Model,
  property: PropertyModel | undefined,
  text: string,
  language: Language,
): string {
  if (property?.valueKind === 'enum' && !property.list && property.values.includes(text)) {
    if (language === 'EN') return text.toLowerCase().replaceAll('_', ' ');
    return firstWords(chineseTerm(property.valueTexts.get(text))) ?? text;
  }
  if (property?.valueKind !== 'json') return text;
  const alternatives = alternativesIn(text);
  if (!alternatives) return text;
  const attributes = partNamed(property, 'attribute')?.valueTexts;
  const sizes = propertyOfType(model, SIZES)?.valueTexts;
  return criterionSentence(alternatives, language, {
    attribute: (name) => firstWords(attributes?.get(name)) ?? name,
    value: (value) => {
      if (!sizes?.has(value)) return value.includes(':') ? value : undefined;
      return language === 'ZH' ? firstWords(sizes.get(value)) : value.toLowerCase();
    },
  });
}

/** The Chinese words at the end of a description, without what stands in brackets: 面积（平方公里） → 面积. */
export function chineseTerm(description: string | undefined): string | undefined {
  const term = description
    ?.split(/\.\s+/)
    .at(-1)
    ?.replace(/（[^）]*）/g, '')
    .trim();
  return term !== undefined && /\p{Script=Han}/u.test(term) ? term : undefined;
}

/** The first words of a description: 研发费用 of 研发费用 (booked). */
export function firstWords(description: string | undefined): string | undefined {
  return description?.split(/[\s(（,，]/)[0];
}

/** Undefined where it is no criterion: other hands may have written anything. */
function alternativesIn(text: string): readonly Alternative[] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const conditions = array(read)?.map((each) => array((each as Partial<Alternative> | null)?.conditions));
  const isCriterion = conditions?.every((list) =>
    list?.every((each) => array((each as Partial<Condition> | null)?.values)),
  );
  return isCriterion ? (read as readonly Alternative[]) : undefined;
}

function array(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function partNamed({ parts }: PropertyModel, name: string): PropertyModel | undefined {
  return parts.find((part) => part.name === name) ?? parts.flatMap((part) => partNamed(part, name) ?? [])[0];
}

function propertyOfType(model: Model, type: string): PropertyModel | undefined {
  const properties = [...model.nodeTypes.values()].flatMap((each) => [...each.properties.values()]);
  return properties.find((property) => property.type === type);
}
