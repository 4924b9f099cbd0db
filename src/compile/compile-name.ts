/** The name of a record as a sentence writes it: what is read of the node, and how. */

import { cypherName } from '../cypher/names.ts';
import type { Language } from '../model/language.ts';
import type { Model } from '../model/model.ts';
import { namingOf, writtenName } from '../model/record-name.ts';
import { record } from './compiled.ts';

/** What a name is written by, of the node that `variable` is bound to. */
export function nameParts(model: Model, variable: string): string {
  const untitled = [...model.nodeTypes.values()].flatMap(
    ({ nameStyle }) => nameStyle.untitled?.property ?? [],
  );
  const properties = ['nodeType', 'name', 'nameEn', ...new Set(untitled)];
  return `${variable} {${properties.map((name) => `.${cypherName(name)}`).join(', ')}}`;
}

/**
 * The name, read from those parts.
 * @param isInside whether it is preceded by a part of the sentence
 */
export function readName(model: Model, raw: unknown, lang: Language, isInside: boolean): string {
  const { nodeType, ...properties } = record(raw);
  const style = model.nodeTypes.get(String(nodeType))?.nameStyle;
  return writtenName(style, namingOf(style, properties) ?? { name: '' }, lang, isInside);
}
