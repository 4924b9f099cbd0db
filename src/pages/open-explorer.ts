/** The explorer of a schema: its build begins at once, and its pages are there from the start. */

import type { DocumentNode } from 'graphql';
import type { OpenPages } from '../api/server-options.ts';
import type { Model } from '../model/model.ts';
import { buildExplorer } from './build-explorer.ts';
import { readTerms } from './linked-data.ts';
import { readVocabulary } from './read-vocabulary.ts';
import { openPages } from './serve-pages.ts';

/**
 * Opens the explorer.
 * @param folder that of this package
 * @param declarations the files of the schema, and those of its questions
 * @param onFailed takes why there is no build, where there is none
 */
export function openExplorer(
  folder: string,
  model: Model,
  declarations: readonly DocumentNode[],
  onFailed: (error: unknown) => void,
): OpenPages {
  const vocabulary = readVocabulary(model, declarations);
  const terms = new Map(declarations.flatMap((each) => [...readTerms(each)]));
  const built = buildExplorer(folder, vocabulary);
  built.catch(onFailed);
  return openPages({ vocabulary, terms, built });
}
