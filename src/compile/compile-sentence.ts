/** The sentence of a criterion: its conditions, with the names of the records they speak of. */

import { languageOf } from '../model/language.ts';
import { NODE } from '../model/model.ts';
import { type Alternative, criterionSentence } from '../model/words/criterion-sentence.ts';
import { criterionVocabulary } from '../model/words/value-words.ts';
import { array, type CompileContext, type Compiled, record } from './compiled.ts';
import type { SelectedField } from './selected-field.ts';

/**
 * The sentence of the criterion bound to `variable`, in the language asked.
 * @example
 * CALL (n0) { UNWIND n0.alternativesIds AS k1 MATCH (n2:Node {id: k1}) RETURN collect([n2.id, n2.name, n2.nameEn]) AS c3 }
 */
export function compileSentence(context: CompileContext, field: SelectedField, variable: string): Compiled {
  const lang = languageOf(field.arguments.lang);
  const [id, named, names] = [context.variable('k'), context.variable('n'), context.variable('c')];
  return {
    calls: `CALL (${variable}) { UNWIND ${variable}.alternativesIds AS ${id} MATCH (${named}:${NODE} {id: ${id}})
RETURN collect([${named}.id, ${named}.name, ${named}.nameEn]) AS ${names} }
`,
    text: `{f0: ${variable}.alternatives, f1: ${names}}`,
    read: (raw) => {
      const { f0: alternatives, f1: found } = record(raw);
      if (typeof alternatives !== 'string') return null;
      const nameOf = new Map(
        array(found).map((each) => {
          const [key, name, nameEn] = array(each);
          return [String(key), String((lang === 'EN' ? nameEn : undefined) ?? name ?? key)] as const;
        }),
      );
      const vocabulary = criterionVocabulary(context.model, lang, (value) => nameOf.get(value));
      return criterionSentence(JSON.parse(alternatives) as readonly Alternative[], lang, vocabulary);
    },
  };
}
