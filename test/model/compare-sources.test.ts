/** Which of several sources of one value counts, by tier and by how much of each was read (§1.7). */

import { expect, test } from 'vitest';
import { readModel } from '../../src/model/schema/read-model.ts';
import { compareSources, type StatedIn } from '../../src/model/stored/compare-sources.ts';

const properties = readModel('schema').nodeTypes.get('Source')?.properties;
const tiers = properties?.get('tier')?.values ?? [];

const stated = (tier: string, read?: string, publishedOn?: number): StatedIn => ({
  tier,
  read,
  publishedOn,
  source: 'source:a',
  locator: 'p1',
});

test.each([
  [
    'a stronger tier counts first where it is not recorded how much was read',
    stated('OFFICIAL'),
    stated('FILING'),
  ],
  [
    'a filing read in full counts before an official page read in part',
    stated('FILING', 'FULL'),
    stated('OFFICIAL', 'EXCERPT'),
  ],
  [
    'a data set read in full counts before a filing read in part',
    stated('DATASET', 'FULL'),
    stated('FILING', 'EXCERPT'),
  ],
  [
    'an official page read in part counts before a full reprint',
    stated('OFFICIAL', 'EXCERPT'),
    stated('REPRINT', 'FULL'),
  ],
  [
    'an official page read in part counts before a later reprint',
    stated('OFFICIAL', 'EXCERPT', 20200101),
    stated('REPRINT', 'EXCERPT', 20240101),
  ],
  [
    'a reprint read in part counts before an official title',
    stated('REPRINT', 'EXCERPT'),
    stated('OFFICIAL', 'TITLE'),
  ],
  ['an official title counts before news read in full', stated('OFFICIAL', 'TITLE'), stated('NEWS', 'FULL')],
  [
    'news of which only the title was read counts before the curators',
    stated('NEWS', 'TITLE'),
    stated('EDITORIAL'),
  ],
  [
    'of one tier the newer counts, in part or in full',
    stated('NEWS', 'EXCERPT', 20240101),
    stated('NEWS', 'FULL', 20230101),
  ],
])('%s', (_, first, second) => {
  expect(compareSources(first, second, tiers)).toBeLessThan(0);
  expect(compareSources(second, first, tiers)).toBeGreaterThan(0);
});

test('every extent and tier that weighing knows is declared', () => {
  expect(properties?.get('read')?.values).toEqual(expect.arrayContaining(['EXCERPT', 'TITLE']));
  expect(tiers).toEqual(expect.arrayContaining(['REPRINT', 'NEWS']));
});
