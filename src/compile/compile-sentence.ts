/** The sentence of a criterion: its conditions, with the names of the records they speak of. */

import { GraphQLEnumType } from 'graphql';
import { type Alternative, criterionSentence } from '../model/criterion-sentence.ts';
import { type Language, languageOf } from '../model/language.ts';
import { NODE } from '../model/model.ts';
import { firstWords } from '../model/value-words.ts';
import { array, type CompileContext, type Compiled, record } from './compiled.ts';
import type { SelectedField } from './selected-field.ts';

/** The enum of what conditions look at; what its values are called in Chinese stands in their descriptions. */
const ATTRIBUTES = 'CriterionAttribute';
/** Enums whose values conditions hold attributes against. */
const VALUES = ['SmeSize'];

/**
 * The sentence of the criterion that `variable` stands for, in the language asked.
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
      return criterionSentence(JSON.parse(alternatives) as readonly Alternative[], lang, {
        attribute: (name) => label(context, ATTRIBUTES, name) ?? name,
        value: (value) => nameOf.get(value) ?? wordOf(context, value, lang),
      });
    },
  };
}

/** A word of the model in a language: MEDIUM is 中型, or medium. */
function wordOf(context: CompileContext, value: string, lang: Language): string | undefined {
  const found = VALUES.map((name) => label(context, name, value)).find((each) => each !== undefined);
  return found === undefined || lang === 'ZH' ? found : value.toLowerCase().replaceAll('_', ' ');
}

/** The first words of an enum value's description. */
function label(context: CompileContext, enumName: string, value: string): string | undefined {
  const type = context.schema.getType(enumName);
  const described = type instanceof GraphQLEnumType ? type.getValue(value)?.description : undefined;
  return firstWords(described ?? undefined);
}
