/** A fact as its relationship type says it, with all that it says of itself: nothing that bounds it is left out. */

import type { Language } from '../language.ts';
import type { Model, PropertyModel, StoredRelationship } from '../model.ts';
import type { Details } from '../recorded-change.ts';
import { valueWords } from './value-words.ts';

/** A part of a template that is said only where the property it names is. */
const OPTIONAL = /\[([^[\]{}]*)\{(\w+)\}([^[\]{}]*)\]/g;

/** An end of a fact as the sentence writes it; names of kinds are written otherwise at its beginning. */
export type WriteEnd = (end: 'from' | 'to', isInside: boolean) => string;

/**
 * The sentence of a fact. Its properties are in its template where that has a placeholder for them, else in
 * brackets after it; values equal to the default are left out.
 * @example 沈德医疗位于周浦镇（研发；计划中） · Lin-gang lies partly within Pudong
 */
export function factSentence(
  model: Model,
  stored: StoredRelationship,
  write: WriteEnd,
  details: Details,
  language: Language,
): string {
  const { shown, spoken, template } = fillTemplate(model, stored, details, language);
  const sentence = template.replaceAll(/\{(from|to)\}/g, (_, end, at: number) => write(end, at > 0));
  const behind = shown
    .filter(({ name }) => !spoken.has(name))
    .map((property) => phraseOf(model, property, details[property.name] ?? '', language));
  return sentence + inBrackets(behind, language);
}

/**
 * The template of a fact with what it says of itself there: only {from} and {to} are left in it. `shown` is all that is
 * not as its default says, `spoken` the names of what the template has said.
 */
export function fillTemplate(
  model: Model,
  stored: StoredRelationship,
  details: Details,
  language: Language,
): {
  readonly shown: readonly PropertyModel[];
  readonly spoken: ReadonlySet<string>;
  readonly template: string;
} {
  const shown = factProperties(model, stored).filter(({ name, default: silent }) => {
    return details[name] !== undefined && details[name] !== silent;
  });
  const spoken = new Set<string>();
  const template = stored.sentence[language].replaceAll(OPTIONAL, (_, before, slot, after) => {
    const property = shown.find(({ name }) => name === slot);
    if (!property) return '';
    spoken.add(slot);
    return `${before}${valueWords(model, property, details[slot] ?? '', language)}${after}`;
  });
  return { shown, spoken, template };
}

/** The properties that a fact of a type may have. */
export function factProperties(model: Model, stored: StoredRelationship): readonly PropertyModel[] {
  return [...stored.properties, ...model.factProperties];
}

/** A value by itself: by its phrase, the value of an enum alone, anything else behind its property. */
export function phraseOf(model: Model, property: PropertyModel, text: string, language: Language): string {
  const value = valueWords(model, property, text, language);
  if (property.phrase) return property.phrase[language].replace('{value}', () => value);
  return property.valueKind === 'enum' ? value : `${property.words[language]} ${value}`;
}

/** The values in brackets after a sentence; empty where there are none. */
export function inBrackets(texts: readonly string[], language: Language): string {
  if (texts.length === 0) return '';
  return language === 'ZH' ? `（${texts.join('；')}）` : ` (${texts.join(', ')})`;
}
