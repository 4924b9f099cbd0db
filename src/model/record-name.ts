/** Names of records as sentences write them: titles in their marks, names of kinds with a small letter. */

import type { ObjectTypeDefinitionNode } from 'graphql';
import { directiveArgument, directiveOf } from './directives.ts';
import type { Language } from './language.ts';
import type { Words } from './read-words.ts';
import type { Naming } from './recorded-change.ts';

/** How the names of a type's records are written. */
export interface NameStyle {
  /** The pair of marks around a name; '' for none. */
  readonly marks: Words;
  /** The value of a property that says that the name is no title; undefined where every name is one. */
  readonly untitled: { readonly property: string; readonly value: string } | undefined;
  /** Whether names are those of kinds, which English writes with a small letter inside a sentence. */
  readonly common: boolean;
}

const QUOTES = '“”';
/** The replacements of marks inside a name, where the name itself is in the same marks. */
const INNER: Readonly<Record<string, string>> = { '《》': '〈〉', '“”': '‘’' };
/** A first word that is no abbreviation and has no capital of its own inside. */
const PLAIN_WORD = /^[A-Z](?=[a-z]+(?:[^A-Za-z]|$))/;

/** Reads `@named`. What has no name of its own is called by what it says, and quoted. */
export function readNameStyle(definition: ObjectTypeDefinitionNode, hasName: boolean): NameStyle {
  const directive = directiveOf(definition, 'named');
  const argument = (name: string) => directive && directiveArgument(directive, name);
  const otherwise = hasName ? '' : QUOTES;
  const property = argument('unless');
  return {
    marks: { ZH: String(argument('zh') ?? otherwise), EN: String(argument('en') ?? otherwise) },
    untitled:
      property === undefined ? undefined : { property: String(property), value: String(argument('is')) },
    common: argument('common') === true,
  };
}

/** What a record is called, by its properties; undefined where it has no name. */
export function namingOf(
  style: NameStyle | undefined,
  properties: Readonly<Record<string, unknown>>,
): Naming | undefined {
  const { name, nameEn } = properties;
  if (typeof name !== 'string') return undefined;
  const { untitled } = style ?? {};
  return {
    name,
    ...(typeof nameEn === 'string' ? { nameEn } : {}),
    ...(untitled && properties[untitled.property] === untitled.value ? { isUntitled: true } : {}),
  };
}

/** A name in a language, without marks. */
export function bareName({ name, nameEn }: Naming, language: Language): string {
  return language === 'EN' ? (nameEn ?? name) : name;
}

/**
 * A name as a sentence writes it.
 * @param style that of its type; undefined where the type is not known
 * @param isInside whether it is preceded by a part of the sentence
 */
export function writtenName(
  style: NameStyle | undefined,
  naming: Naming,
  language: Language,
  isInside: boolean,
): string {
  const name = bareName(naming, language);
  const marks = naming.isUntitled ? QUOTES : (style?.marks[language] ?? '');
  if (marks !== '') return inMarks(name, marks);
  const isSmall = style?.common === true && isInside && language === 'EN' && naming.nameEn !== undefined;
  return isSmall ? name.replace(PLAIN_WORD, (letter) => letter.toLowerCase()) : name;
}

/** A name by itself: in its type's marks, or in quotes. */
export function quotedName(style: NameStyle | undefined, naming: Naming, language: Language): string {
  return inMarks(bareName(naming, language), (naming.isUntitled ? '' : style?.marks[language]) || QUOTES);
}

/** A text between two marks; the same marks inside it give way to single ones. */
export function inMarks(text: string, marks: string = QUOTES): string {
  const [open = '', close = ''] = Array.from(marks);
  const [innerOpen = open, innerClose = close] = Array.from(INNER[marks] ?? '');
  return `${open}${text.replaceAll(open, innerOpen).replaceAll(close, innerClose)}${close}`;
}
