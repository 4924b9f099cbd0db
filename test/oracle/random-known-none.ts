/** Random records of what was looked for and found absent, and levels of regions, over a random dataset. */

import fc from 'fast-check';
import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { relationshipKey } from '../../src/model/identity.ts';
import { type Drawn, index } from './random-dataset.ts';

const record = fc.record({
  of: fc.constantFrom('policies', 'firms'),
  industry: fc.option(index, { nil: undefined, freq: 1 }),
  place: fc.option(index, { nil: undefined, freq: 3 }),
  validFrom: fc.constantFrom('2021', '2022-01', '2022-06-15', '2022-06-16'),
  validTo: fc.constantFrom(undefined, undefined, '2022-06-14', '2022-06-15', '2023'),
  modality: fc.constantFrom('STATED', 'STATED', 'STATED', 'ESTIMATED', 'PLANNED'),
});

/** What is drawn over a dataset. */
export const knownNoneDrawn = fc.record({
  records: fc.array(record, { maxLength: 4, size: 'max' }),
  levels: fc.array(fc.constantFrom('DISTRICT', 'DISTRICT', 'CITY', 'TOWN'), { minLength: 3, maxLength: 3 }),
});

const EVIDENCE = [{ source: 'source:s', locator: 'p1' }];

/** The dataset with the drawn records and levels, its first region being its home. */
export function withKnownNone(dataset: Dataset, drawn: Drawn<typeof knownNoneDrawn>): Dataset {
  const nodes = new Map<string, DatasetNode>(dataset.nodes);
  const relationships = new Map<string, DatasetRelationship>(dataset.relationships);
  const ids = (...types: readonly string[]) =>
    [...dataset.nodes.values()].filter(({ type }) => types.includes(type)).map(({ id }) => id);
  const regions = ids('Region');
  for (const [at, id] of regions.entries()) {
    const region = nodes.get(id);
    if (!region) continue;
    nodes.set(id, { ...region, properties: { ...region.properties, level: drawn.levels[at] ?? 'DISTRICT' } });
  }
  const pick = (all: readonly string[], at: number | undefined) =>
    at === undefined || all.length === 0 ? undefined : all[at % all.length];
  for (const [at, { of, industry, place, validFrom, validTo, modality }] of drawn.records.entries()) {
    const id = `known-none:k${at + 1}`;
    const to = pick(ids('Region', 'Zone'), place);
    const about =
      pick(ids('Industry'), industry) ?? (to === undefined ? pick(ids('Industry'), at) : undefined);
    const properties = { of, validFrom, modality, ...(validTo === undefined ? {} : { validTo }) };
    nodes.set(id, { id, type: 'KnownNone', properties, evidence: EVIDENCE });
    const link = (type: string, end: string | undefined) => {
      if (end === undefined) return;
      const key = relationshipKey(type, id, end, []);
      relationships.set(key, {
        key,
        type,
        from: id,
        to: end,
        properties: { modality: 'STATED' },
        evidence: EVIDENCE,
      });
    };
    link('KNOWN_NONE_FOR', about);
    link('KNOWN_NONE_IN', to);
  }
  return { info: { ...dataset.info, home: regions[0] }, nodes, relationships };
}
