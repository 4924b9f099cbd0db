/** The ground of a made-up country: regions down to towns, zones, agencies and the sources that all is stated in. */

import { type Country, coarseDate, joined, type Named, slugOf, sourceId } from './country.ts';
import { type NamePart, OFFICES, PLACE_FIRST, PLACE_LAST, ZONE_SORTS } from './name-parts.ts';
import type { SeedRecord } from './print-seeds.ts';

/** Regions by level, and all that lies in them. */
export interface Ground {
  readonly country: Named;
  readonly cities: readonly Named[];
  readonly districts: readonly Named[];
  /** Zones, towns and districts: where firms are. */
  readonly places: readonly Named[];
  readonly agencies: readonly Named[];
  readonly records: {
    readonly regions: readonly SeedRecord[];
    readonly zones: readonly SeedRecord[];
    readonly agencies: readonly SeedRecord[];
    readonly sources: readonly SeedRecord[];
  };
}

/** How many there are to be. */
export interface GroundSizes {
  readonly regions: number;
  readonly zones: number;
  readonly agencies: number;
  readonly sources: number;
}

/** More towns in a district than this, and there are more districts. */
const TOWNS_OF_DISTRICT = 14;
const DISTRICTS_OF_CITY = 12;
const TIERS = [
  'OFFICIAL',
  'OFFICIAL',
  'OFFICIAL',
  'OFFICIAL',
  'FILING',
  'DATASET',
  'REPRINT',
  'NEWS',
  'NEWS',
];

/** Makes regions, zones, agencies and sources. */
export function makeGround(country: Country, sizes: GroundSizes): Ground {
  const regions: SeedRecord[] = [];
  const top = addRegion(country, regions, {
    level: 'COUNTRY',
    end: ['国', ''],
    parent: undefined,
    code: undefined,
  });
  const districtCount = Math.max(2, Math.round(sizes.regions / (TOWNS_OF_DISTRICT + 1)));
  const cityCount = Math.max(1, Math.round(districtCount / DISTRICTS_OF_CITY));
  const cities = Array.from({ length: cityCount }, (_, at) =>
    addRegion(country, regions, { level: 'CITY', end: ['市', ' City'], parent: top, code: cityCode(at) }),
  );
  const districts = Array.from({ length: districtCount }, (_, at) => {
    const parent = cities[at % cityCount] as Named;
    const code =
      cityCode(at % cityCount).slice(0, 4) + String(2 + Math.floor(at / cityCount)).padStart(2, '0');
    return addRegion(country, regions, { level: 'DISTRICT', end: ['区', ' District'], parent, code });
  });
  const towns = Array.from({ length: sizes.regions - 1 - cityCount - districtCount }, (_, at) => {
    const end: NamePart = country.random.percent(50) ? ['镇', ' Town'] : ['街道', ' Subdistrict'];
    return addRegion(country, regions, {
      level: 'TOWN',
      end,
      parent: districts[at % districtCount],
      code: undefined,
    });
  });
  const zones: SeedRecord[] = [];
  const zonePlaces = Array.from({ length: sizes.zones }, () => addZone(country, zones, districts));
  const agencies = makeAgencies(country, sizes.agencies, [top, ...cities, ...districts]);
  return {
    country: top,
    cities,
    districts,
    places: [...zonePlaces, ...towns, ...districts],
    agencies: agencies.map(({ named }) => named),
    records: {
      regions,
      zones,
      agencies: agencies.map(({ record }) => record),
      sources: makeSources(
        country,
        sizes.sources,
        agencies.map(({ named }) => named),
      ),
    },
  };
}

/** Six digits: the area, the city in it, and 00 for the city itself. */
function cityCode(at: number): string {
  return `${1 + (Math.floor(at / 90) % 8)}${String(1 + (at % 9))}${String(1 + (Math.floor(at / 9) % 10)).padStart(2, '0')}00`;
}

function addRegion(
  country: Country,
  records: SeedRecord[],
  of: {
    readonly level: string;
    readonly end: NamePart;
    readonly parent: Named | undefined;
    readonly code: string | undefined;
  },
): Named {
  const [zh, en] = country.once(() => joined(placeName(country), of.end, ''));
  const id = `region:${slugOf(en, records.length + 1)}`;
  records.push({
    id,
    name: zh,
    nameEn: en,
    aliases: country.random.percent(20) ? [zh.replace(/(?:国|市|区|镇|街道)$/, '')] : undefined,
    level: of.level,
    code: of.code,
    within: of.parent && [of.parent.id],
    evidence: country.evidence(),
  });
  return { id, zh, en };
}

function placeName({ random }: Country): NamePart {
  const [first, last] = [random.pick(PLACE_FIRST), random.pick(PLACE_LAST)];
  if (random.percent(60)) return joined(first, last, '');
  return joined(joined(first, random.pick(PLACE_LAST), ''), last, '');
}

function addZone(country: Country, records: SeedRecord[], districts: readonly Named[]): Named {
  const { random } = country;
  const home = random.pick(districts);
  const sort = random.pick(ZONE_SORTS);
  const [zh, en] = country.once(() => joined(placeName(country), [sort[0], sort[1]]));
  const id = `zone:${slugOf(en, records.length + 1)}`;
  const next = districts[(districts.indexOf(home) + 1) % districts.length] as Named;
  const straddles = random.percent(12) && next.id !== home.id;
  const part = (to: string) => ({
    to,
    extent: 'PART',
    evidence: { source: country.source(), locator: '正文' },
  });
  records.push({
    id,
    name: zh,
    nameEn: en,
    zoneKind: sort[2],
    areaKm2: random.percent(60) ? `${random.between(1, 90)}.${random.between(1, 9)}` : undefined,
    within: straddles ? [part(home.id), part(next.id)] : [home.id],
    evidence: country.evidence(),
  });
  return { id, zh, en };
}

function makeAgencies(
  country: Country,
  count: number,
  regions: readonly Named[],
): readonly { readonly named: Named; readonly record: SeedRecord }[] {
  return Array.from({ length: count }, (_, at) => {
    const region = regions[Math.floor(at / OFFICES.length) % regions.length] as Named;
    const office = OFFICES[at % OFFICES.length] as NamePart;
    const [zh, en] = country.once(() => joined([region.zh, region.en], office));
    const id = `agency:${slugOf(en, at + 1)}`;
    const level = region.zh.endsWith('国') ? 'NATIONAL' : region.zh.endsWith('市') ? 'CITY' : 'DISTRICT';
    const record = { id, name: zh, nameEn: en, governmentLevel: level, evidence: country.evidence() };
    return { named: { id, zh, en }, record };
  });
}

function makeSources(country: Country, count: number, agencies: readonly Named[]): readonly SeedRecord[] {
  const { random } = country;
  return Array.from({ length: count }, (_, at) => {
    const publisher = random.pick(agencies);
    const year = random.between(2016, 2025);
    return {
      id: sourceId(at + 1),
      name: `${publisher.zh}公告（${year}年第${at + 1}号）`,
      nameEn: `Notice ${at + 1} of ${year}, ${publisher.en}`,
      publisher: publisher.zh,
      url: `https://www.example.cn/notices/${year}/${at + 1}.html`,
      publishedOn: coarseDate(country, year),
      retrievedOn: `2026-0${random.between(1, 9)}-1${random.between(0, 9)}`,
      // The first ones carry what files have by default.
      tier: at === 0 ? 'OFFICIAL' : random.pick(TIERS),
    };
  });
}
