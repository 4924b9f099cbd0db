/** What relationships are called on a line of a picture: the verb of the sentence that the schema declares. */

import type { Language } from '../model/language.ts';
import { vocabulary } from './state.ts';

/** The verb of a kind of relationship: 支持, supports. */
export function relationshipWords(kind: string, language: Language): string {
  const stored = [...vocabulary.model.stored.values()].find((each) => each.kind === kind);
  if (!stored) return kind;
  return stored.sentence[language]
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/\{from\}|\{to\}/g, '…')
    .replace(/^…\s*|\s*…$/g, '')
    .replace(/\s*…$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
