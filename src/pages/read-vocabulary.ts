/** What the schema's files declare, as views need it. */

import { type DocumentNode, Kind } from 'graphql';
import type { Model } from '../model/model.ts';
import { readValueWords, type Words } from '../model/read-words.ts';
import type { Vocabulary } from '../views/vocabulary.ts';

/** The vocabulary of a model and of the declarations of its files and questions. */
export function readVocabulary(model: Model, declarations: readonly DocumentNode[]): Vocabulary {
  const enums = new Map<string, ReadonlyMap<string, Words>>();
  for (const definition of declarations.flatMap((each) => each.definitions)) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) continue;
    const values = (definition.values ?? []).map((each) => [each.name.value, readValueWords(each)] as const);
    enums.set(definition.name.value, new Map(values));
  }
  return { model, enums };
}
