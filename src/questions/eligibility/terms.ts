/** What records, attributes and values are called in the sentences of eligibility. */

import type { Language } from '../../model/language.ts';
import type { Model } from '../../model/model.ts';
import type { Vocabulary } from '../../model/words/criterion-sentence.ts';
import { criterionVocabulary } from '../../model/words/value-words.ts';
import type { Terms } from '../../rules/eligibility/found-words.ts';
import type { Rulebook } from '../../rules/eligibility/rulebook.ts';

/** The words of one language. */
export interface Words {
  readonly terms: Terms;
  readonly vocabulary: Vocabulary;
}

/** The words of each language, made once. */
export function createWords(model: Model, { names }: Rulebook): (lang: Language) => Words {
  const made = new Map<Language, Words>();
  const roles = [...model.stored.values()]
    .flatMap(({ properties }) => properties)
    .find(({ type }) => type === 'PlaceRole')?.valueWords;
  const make = (lang: Language): Words => {
    const nameOf = (id: string) => {
      const found = names.get(id);
      return found && ((lang === 'EN' ? found.nameEn : undefined) ?? found.name);
    };
    const vocabulary = criterionVocabulary(model, lang, nameOf);
    const terms: Terms = {
      lang,
      record: (id) => nameOf(id) ?? id,
      attribute: vocabulary.attribute,
      role: (role) => roles?.get(role)?.[lang] ?? role,
      size: (size) => vocabulary.value(size) ?? size,
    };
    return { vocabulary, terms };
  };
  return (lang) => {
    const words = made.get(lang) ?? make(lang);
    made.set(lang, words);
    return words;
  };
}

/** Source tiers, strongest first. */
export function sourceTiers({ model }: { readonly model: Model }): readonly string[] {
  return model.nodeTypes.get('Source')?.properties.get('tier')?.values ?? [];
}
