/** The seeds on hand, as an import asks them. */

import type { Model } from '../model/model.ts';
import type { SeedRecord } from '../seeds/written/list-records.ts';
import { statedTexts } from '../seeds/written/stated-texts.ts';
import { knownNames } from './known-names.ts';
import type { OnHand } from './read-list.ts';

/** Properties that no two records share. */
const UNIQUE = ['uscc', 'number', 'code'];

/** Reads the records of the seeds once. */
export function readOnHand(model: Model, records: readonly SeedRecord[]): OnHand {
  const byId = new Map<string, SeedRecord>();
  const byUnique = new Map<string, string>();
  for (const record of records) {
    if (record.id === undefined) continue;
    byId.set(record.id, record);
    for (const property of UNIQUE) {
      for (const { text } of statedTexts(record.map, property))
        byUnique.set(`${property}\0${text}`, record.id);
    }
  }
  return {
    findName: knownNames(model, records),
    isKnown: (id) => byId.has(id),
    byUnique: (property, value) => byUnique.get(`${property}\0${value}`),
    stated: (id, property) => {
      const record = byId.get(id);
      return record ? statedTexts(record.map, property).map(({ text }) => text) : [];
    },
  };
}
