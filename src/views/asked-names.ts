/** Names of what an address asks about, by the ids that it contains. */

import type { Language } from '../model/language.ts';
import { type Named, plainName } from './vocabulary.ts';

/** What `nodes(ids:)` answers: null where nothing has an id, without a name where it is no entity. */
export type Asked = readonly (Named | object | null)[];

/** The entity with an id among those asked for. */
function askedEntity(asked: Asked, id: string | undefined): Named | undefined {
  return asked.find((each): each is Named => each !== null && 'name' in each && each.id === id);
}

/** Its name; undefined where there is no such entity. */
export function askedName(asked: Asked, id: string | undefined, language: Language): string | undefined {
  const entity = askedEntity(asked, id);
  return entity && plainName(entity, language);
}
