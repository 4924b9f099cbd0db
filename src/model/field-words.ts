/** What the fields of records are called: by their own names in English, by the end of what describes them in Chinese. */

import type { Language } from './language.ts';
import type { Model } from './model.ts';
import { chineseTerm } from './value-words.ts';

/** What a field of a node type is called; its own name where the model has no word for it. */
export function fieldName(model: Model, nodeType: string, name: string, language: Language): string {
  if (language === 'EN') return wordsOf(name);
  const type = model.nodeTypes.get(nodeType);
  const declared =
    type?.properties.get(name) ??
    type?.relationships.get(name) ??
    type?.owned.get(name) ??
    type?.computed.get(name)?.description;
  const description = declared && ('value' in declared ? declared.value : declared.description);
  return chineseTerm(description) ?? name;
}

/** "area km2" of areaKm2, "known none" of KnownNone. */
export function wordsOf(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}
