/** A made-up country as seed files: the same number of records and the same seed give the same bytes. */

import { beginCountry, sourceId } from './country.ts';
import { makeClusters, makeFirms } from './make-firms.ts';
import { makeGround } from './make-ground.ts';
import { makeIndicators, makeIndustries } from './make-industries.ts';
import { makePolicies } from './make-policies.ts';
import { printCsv, printYaml, type SeedRecord } from './print-seeds.ts';

/** Texts of seed files by their paths. */
export type SeedFiles = ReadonlyMap<string, string>;

/** Fewer records than this are no country. */
export const LEAST_RECORDS = 150;
/** Records of one file. */
const FILE_RECORDS = 1_000;
/** Of 100 firms that have no more than a table can say, how many stand in the table. */
const IN_TABLE = 50;
/** What a table of firms says. */
const COLUMNS = [
  'id',
  'name',
  'nameEn',
  'uscc',
  'foundedOn',
  'smeSize',
  'industries',
  'places.to',
  'places.role',
  'places.validFrom',
  'places.modality',
  'source',
  'locator',
];

/**
 * The seed files of a country of its own.
 * @param records how many, {@link LEAST_RECORDS} at least
 * @param seed what decides everything else
 */
export function makeSeeds(records: number, seed: number): SeedFiles {
  const share = (percent: number, least: number, most = records) =>
    Math.min(most, Math.max(least, Math.round((records * percent) / 100)));
  const sizes = {
    sources: share(4, 4),
    regions: share(3, 12),
    zones: share(2, 3),
    agencies: share(1, 6),
    industries: share(2, 20, 900),
    policies: share(4, 6),
    measures: share(3, 5),
    targets: share(2, 4),
    observations: share(8, 8),
    knownNone: share(0.5, 2),
    clusters: share(1, 3),
    products: share(2, 3),
    projects: share(1, 3),
  };
  const country = beginCountry(seed, sizes.sources);
  const ground = makeGround(country, sizes);
  const industries = makeIndustries(country, sizes.industries);
  const { indicators, records: indicatorRecords } = makeIndicators(country);
  const world = { ground, industries };
  const { clusters, records: clusterRecords } = makeClusters(country, world, sizes.clusters);
  const others = Object.values(sizes).reduce((sum, size) => sum + size, indicatorRecords.length);
  const firms = makeFirms(country, world, clusters, { ...sizes, firms: records - others });
  const policies = makePolicies(country, { ...world, indicators, clusters }, sizes);
  const { inTable, inYaml } = partFirms(country.random.percent, firms.firms);
  const byKey: Readonly<Record<string, readonly SeedRecord[]>> = {
    ...ground.records,
    industries: industries.records,
    indicators: indicatorRecords,
    clusters: clusterRecords,
    ...firms,
    firms: inYaml,
    ...policies,
  };
  return new Map([
    ['dataset.yaml', datasetText(seed, ground.country.id, ground.country.zh)],
    [
      'firms.csv',
      printCsv(
        COLUMNS,
        inTable.flatMap((firm) => tableRows(firm, country.source())),
      ),
    ],
    ...Object.entries(byKey).flatMap(([key, all]) => filesOf(key, all, country.source)),
  ]);
}

function datasetText(seed: number, home: string, name: string): string {
  return [
    `# Made up, by seed ${seed}: nothing here is so.`,
    'dataset:',
    `  name: ${name}产业政策图谱`,
    '  timeZone: Asia/Shanghai',
    `  home: ${home}`,
    '  licence: CC0-1.0',
    '',
  ].join('\n');
}

function filesOf(
  key: string,
  records: readonly SeedRecord[],
  source: () => string,
): readonly (readonly [string, string])[] {
  return Array.from({ length: Math.ceil(records.length / FILE_RECORDS) }, (_, at) => {
    const part = records.slice(at * FILE_RECORDS, (at + 1) * FILE_RECORDS);
    const number = String(at + 1).padStart(3, '0');
    return [`${key}/${key}-${number}.yaml`, printYaml(key, key === 'sources' ? sourceId(1) : source(), part)];
  });
}

/** The firms that stand in the table, and those with more to say than it has columns. */
function partFirms(
  percent: (share: number) => boolean,
  firms: readonly SeedRecord[],
): { readonly inTable: readonly SeedRecord[]; readonly inYaml: readonly SeedRecord[] } {
  const known = new Set(['evidence', 'places', ...COLUMNS]);
  const fits = (firm: SeedRecord) =>
    !Array.isArray(firm.foundedOn) &&
    Object.entries(firm).every(([key, value]) => value === undefined || known.has(key));
  const inTable = new Set(firms.filter((firm) => fits(firm) && percent(IN_TABLE)));
  return { inTable: [...inTable], inYaml: firms.filter((firm) => !inTable.has(firm)) };
}

/** A row for each place of a firm; what the firm is stands in the first. */
function tableRows(firm: SeedRecord, source: string): readonly SeedRecord[] {
  const { evidence, places, ...rest } = firm;
  const pieces = (Array.isArray(evidence) ? evidence : [evidence]) as readonly SeedRecord[];
  const cells = {
    source: pieces.map((piece) => piece.source ?? source),
    locator: pieces.map((piece) => piece.locator ?? ''),
  };
  const links = (Array.isArray(places) ? places : []) as readonly SeedRecord[];
  return links.map((link, at) => ({
    ...(at === 0 ? rest : { id: rest.id }),
    ...cells,
    ...Object.fromEntries(Object.entries(link).map(([key, value]) => [`places.${key}`, value])),
  }));
}
