/** The seeds on hand, as an import asks them. */

import type { Model } from '../model/model.ts';
import type { SeedRecord } from '../seeds/written/list-records.ts';
import { statedTexts } from '../seeds/written/stated-texts.ts';
import { type FindName, knownNames } from './known-names.ts';

/** What is on hand before the list. */
export interface OnHand {
  readonly findName: FindName;
  /** The record of an id. */
  readonly isKnown: (id: string) => boolean;
  /** Ids of records by a property that no two records share: 统一社会信用代码. */
  readonly byUnique: (property: string, value: string) => string | undefined;
  /** What a record states of a property, as written. */
  readonly stated: (id: string, property: string) => readonly string[];
}

/** Properties that no two records share. */
export const UNIQUE = ['uscc', 'number', 'code'];

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
