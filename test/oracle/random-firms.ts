/** Random firms, and chains of segments, over a random dataset. */

import fc from 'fast-check';
import type { Dataset, Properties } from '../../src/model/dataset.ts';
import { buildDataset, type Fact } from './build-dataset.ts';
import { at, type Drawn, index } from './random-dataset.ts';

const ROLES = ['R_AND_D', 'PRODUCTION', 'SITE', 'HEADQUARTERS', 'REGISTERED', 'TAX', undefined] as const;

const held = fc.record({
  modality: fc.constantFrom('STATED', 'STATED', 'STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'),
  validFrom: fc.constantFrom(undefined, undefined, undefined, '2021', '2022-06-15', '2022-06-16'),
  validTo: fc.constantFrom(undefined, undefined, undefined, '2022-06-14', '2022-06-15', '2023'),
});
const link = fc.record({ from: index, to: index, held, role: fc.constantFrom(...ROLES) });

/** What is drawn over a dataset. */
export const firmsDrawn = fc.record({
  operates: fc.array(link, { minLength: 2, maxLength: 7 }),
  located: fc.array(link, { minLength: 2, maxLength: 8 }),
  feeds: fc.array(link, { maxLength: 4 }),
  kinds: fc.array(fc.constantFrom('SEGMENT', 'SEGMENT', 'SEGMENT', 'INDUSTRY'), {
    minLength: 7,
    maxLength: 7,
  }),
  stages: fc.array(fc.constantFrom(undefined, 'UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM', 'SERVICE'), {
    minLength: 7,
    maxLength: 7,
  }),
});

const FIRMS = ['firm:f1', 'firm:f2', 'firm:f3', 'firm:f4'];

/** The dataset with the drawn firms, kinds and stages of its industries, and links between those. */
export function withFirms(dataset: Dataset, drawn: Drawn<typeof firmsDrawn>): Dataset {
  const ids = (...types: readonly string[]) =>
    [...dataset.nodes.values()].filter(({ type }) => types.includes(type)).map(({ id }) => id);
  const [industries, places] = [ids('Industry'), ids('Region', 'Zone')];
  const records: Record<string, Properties> = {};
  for (const [n, id] of industries.entries()) {
    const chainStage = drawn.stages[n % 7];
    records[id] = {
      industryKind: drawn.kinds[n % 7] ?? 'SEGMENT',
      ...(chainStage === undefined ? {} : { chainStage }),
    };
  }
  const facts = [
    ...drawn.operates.map((each) => fact('OPERATES_IN', at(FIRMS, each.from), at(industries, each.to), each)),
    ...drawn.located.map(
      (each): Fact => ({
        ...fact('FIRM_LOCATED_IN', at(FIRMS, each.from), at(places, each.to), each),
        role: each.role,
      }),
    ),
    ...drawn.feeds
      .map((each) => fact('FEEDS', at(industries, each.from), at(industries, each.to), each))
      .filter(({ from, to }) => from !== to),
  ];
  const added = buildDataset(records, facts);
  return {
    ...dataset,
    nodes: new Map([
      ...dataset.nodes,
      ...[...added.nodes].filter(([id]) => !dataset.nodes.has(id) || id in records),
    ]),
    relationships: new Map([...dataset.relationships, ...added.relationships]),
  };
}

function fact(type: string, from: string, to: string, { held }: Drawn<typeof link>): Fact {
  const { validFrom, validTo, modality } = held;
  // An end before its start holds on no day: leave the end out.
  const isBackward = validFrom !== undefined && validTo !== undefined && validTo < validFrom;
  return { type, from, to, modality, validFrom, ...(isBackward ? {} : { validTo }) };
}
