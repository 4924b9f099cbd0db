/** What the fields of records are called in sentences. */

import type { Language } from '../language.ts';
import type { Model } from '../model.ts';
import { readWords, wordsOf } from '../read-words.ts';

/** What a field of a node type is called; its own name where the model does not know it. */
export function fieldName(model: Model, nodeType: string, name: string, language: Language): string {
  const type = model.nodeTypes.get(nodeType) ?? model.interfaces.get(nodeType);
  const stored = type?.properties.get(name) ?? type?.relationships.get(name) ?? type?.owned.get(name);
  const computed = type?.computed.get(name);
  const words = stored?.words ?? (computed && readWords(computed));
  return words?.[language] ?? (language === 'EN' ? wordsOf(name) : name);
}
