/** Candidates and places as the statement of `resolve` gives them. */

import { array, record } from '../../compile/compiled.ts';
import { textOfLine } from '../../model/text/search-form.ts';
import type { Candidate, CandidateText } from './judge-candidate.ts';
import type { placeNames } from './place-names.ts';

/** A candidate with all it goes by. */
export function readCandidate({
  id,
  type,
  name,
  nameEn,
  number,
  aliases,
}: Readonly<Record<string, unknown>>): Candidate {
  const texts: readonly (readonly [CandidateText['field'], unknown])[] = [
    ['name', name],
    ['nameEn', nameEn],
    ['number', number],
    ...array(aliases).map((text): readonly [CandidateText['field'], unknown] => ['aliases', text]),
  ];
  return {
    id: String(id),
    nodeType: String(type),
    texts: texts.flatMap(([field, text]) => (typeof text === 'string' ? [{ field, text }] : [])),
  };
}

/** Places with the texts that were found of them. */
export function readPlaces(raw: unknown): Parameters<typeof placeNames>[0] {
  return array(raw).map((each) => {
    const { id, isRegion, names } = record(each);
    return {
      id: String(id),
      isRegion: isRegion === true,
      names: array(names).map((name) => textOfLine(String(name))),
    };
  });
}
