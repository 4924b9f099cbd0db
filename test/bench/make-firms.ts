/** The firms of a made-up country, with what they make and build, and the clusters they belong to. */

import { type Country, coarseDate, joined, type Named, slugOf } from './country.ts';
import { observedFigure } from './hedged-figures.ts';
import { madeUpUscc } from './made-up-uscc.ts';
import type { Ground } from './make-ground.ts';
import type { Industries } from './make-industries.ts';
import { BRANDS, LEGAL_FORMS, type NamePart, TRADES } from './name-parts.ts';
import type { SeedRecord, SeedValue } from './print-seeds.ts';
import { type SeededRandom, shuffled, zipf } from './seeded-random.ts';

/** What firms are tied to. */
export interface FirmWorld {
  readonly ground: Ground;
  readonly industries: Industries;
}

const ROLES = ['HEADQUARTERS', 'REGISTERED', 'R_AND_D', 'PRODUCTION', 'PRODUCTION', 'SITE'];
const SIZES = ['MICRO', 'SMALL', 'SMALL', 'SMALL', 'MEDIUM', 'LARGE'];
const TITLES = ['专精特新中小企业', '高新技术企业', '专精特新小巨人企业'];
const PROJECT_STAGES = ['ANNOUNCED', 'SIGNED', 'UNDER_CONSTRUCTION', 'COMPLETED', 'OPERATING'];

/** Makes so many clusters: an industry in a city, by a scheme. */
export function makeClusters(
  country: Country,
  { ground, industries }: FirmWorld,
  count: number,
): { readonly clusters: readonly Named[]; readonly records: readonly SeedRecord[] } {
  const { random } = country;
  const regions = [...ground.cities, ...ground.districts];
  const made = Array.from({ length: count }, (_, at) => {
    const [region, industry] = [random.pick(regions), random.pick(industries.industries)];
    const [zh, en] = country.once(() =>
      joined([region.zh, region.en], [`${industry.zh}产业集群`, `${industry.en} Cluster`]),
    );
    const id = `cluster:${slugOf(en, at + 1)}`;
    const year = random.between(2018, 2025);
    const record: SeedRecord = {
      id,
      name: zh,
      nameEn: en,
      industries: [random.percent(50) ? { to: industry.id, validFrom: year } : industry.id],
      places: [random.percent(50) ? { to: region.id, validFrom: year } : region.id],
      titles: [{ title: '先进制造业集群', scheme: '集群发展专项', validFrom: year }],
      evidence: country.evidence(),
    };
    return { named: { id, zh, en }, record };
  });
  return { clusters: made.map(({ named }) => named), records: made.map(({ record }) => record) };
}

/** Makes so many firms, and what they make and build. Few places and industries have very many of them. */
export function makeFirms(
  country: Country,
  { ground, industries }: FirmWorld,
  clusters: readonly Named[],
  sizes: { readonly firms: number; readonly products: number; readonly projects: number },
): Readonly<Record<'firms' | 'products' | 'projects', readonly SeedRecord[]>> {
  const { random } = country;
  const drawPlace = zipf(random, shuffled(random, ground.places));
  const drawIndustry = zipf(random, shuffled(random, industries.all));
  const drawCluster = zipf(random, clusters);
  const products = makeProducts(country, drawIndustry, sizes.products);
  const projects = makeProjects(country, drawIndustry, drawPlace, sizes.projects);
  const ids: string[] = [];
  const firms = Array.from({ length: sizes.firms }, (_, at): SeedRecord => {
    const [name, nameEn] = country.once(() => firmName(random, random.pick(ground.cities)));
    const id = `firm:${slugOf(nameEn.replace(/ (?:Technology )?(?:Group )?(?:Co\., Ltd\.|Corp\.)$/, ''), at + 1)}`;
    ids.push(id);
    const other = () => random.pick(ids);
    const links = (share: number): readonly string[] | undefined => {
      const far = random.percent(share) && ids.length > 1 ? other() : id;
      return far === id ? undefined : [far];
    };
    return {
      id,
      name,
      nameEn,
      uscc: random.percent(70) ? madeUpUscc(random, at) : undefined,
      foundedOn: random.percent(80) ? foundedOn(country) : undefined,
      smeSize: random.pick(SIZES),
      industries: random.distinct(countOf(random, [60, 30]), () => drawIndustry().id),
      places: random.distinct(countOf(random, [70]), drawPlace).map(({ id: to }) => placeOf(random, to)),
      products: at < products.length ? [String(products[at]?.id)] : undefined,
      projects: at < projects.length ? [String(projects[at]?.id)] : undefined,
      clusters: random.percent(10) ? [drawCluster().id] : undefined,
      parents: links(3),
      customers: links(5),
      listings: random.percent(2)
        ? [{ exchange: '科创板', code: `${688_000 + at}`, listedOn: random.between(2019, 2025) }]
        : undefined,
      titles: random.percent(8)
        ? [
            {
              title: random.pick(TITLES),
              validFrom: random.between(2019, 2022),
              validTo: random.between(2023, 2026),
            },
          ]
        : undefined,
      figures: random.percent(12) ? figuresOf(random) : undefined,
      evidence: country.evidence(),
    };
  });
  return { firms, products, projects };
}

/** One, two or more, by how many of 100 have that many; what is left has one more. */
function countOf(random: SeededRandom, shares: readonly number[]): number {
  const drawn = random.fraction() * 100;
  let sum = 0;
  const found = shares.findIndex((share) => {
    sum += share;
    return drawn < sum;
  });
  return found < 0 ? shares.length + 1 : found + 1;
}

function firmName(random: SeededRandom, city: Named): NamePart {
  const place: NamePart = [city.zh.replace(/市$/, ''), city.en.replace(/ City$/, '')];
  const brand = joined(random.pick(BRANDS), random.pick(BRANDS), '');
  const proper: NamePart = [brand[0], brand[1].replace(/^./, (letter) => letter.toUpperCase())];
  const words = joined(joined(proper, random.pick(TRADES)), random.pick(LEGAL_FORMS));
  return random.percent(85) ? joined(place, words) : words;
}

/** A year in most cases; where sources differ, what each says. */
function foundedOn(country: Country): SeedValue {
  const { random } = country;
  const year = random.between(1985, 2023);
  if (!random.percent(3)) return coarseDate(country, year);
  return [
    { value: `${year}`, evidence: { source: country.source(), locator: 'p1' } },
    { value: `${year}-05`, evidence: { source: country.source(), locator: '正文' } },
  ];
}

function placeOf(random: SeededRandom, to: string): SeedRecord {
  const role = random.pick(ROLES);
  if (random.percent(6))
    return { to, role, modality: 'PLANNED', validFrom: `${random.between(2025, 2027)}-06` };
  if (random.percent(8)) return { to, role, validFrom: random.between(2005, 2023) };
  return { to, role };
}

function figuresOf(random: SeededRandom): readonly SeedRecord[] {
  const period = random.between(2021, 2024);
  return [
    { attribute: 'EMPLOYEES', value: observedFigure(random, '人'), period },
    { attribute: 'REVENUE', value: observedFigure(random, '元'), period },
  ];
}

function makeProducts(country: Country, drawIndustry: () => Named, count: number): readonly SeedRecord[] {
  const { random } = country;
  return Array.from({ length: count }, (_, at): SeedRecord => {
    const industry = drawIndustry();
    return {
      id: `product:${slugOf(industry.en, at + 1)}`,
      name: `${random.pick(BRANDS)[0]}${random.pick(BRANDS)[0]}牌${industry.zh}产品${at + 1}型`,
      nameEn: `${industry.en} Model ${at + 1}`,
      productStage: random.pick(['RESEARCH', 'TRIAL', 'APPROVED', 'IN_OPERATION']),
      industries: [industry.id],
      evidence: country.evidence(),
    };
  });
}

function makeProjects(
  country: Country,
  drawIndustry: () => Named,
  drawPlace: () => Named,
  count: number,
): readonly SeedRecord[] {
  const { random } = country;
  return Array.from({ length: count }, (_, at): SeedRecord => {
    const [industry, place] = [drawIndustry(), drawPlace()];
    return {
      id: `project:${slugOf(industry.en, at + 1)}`,
      name: `${place.zh}${industry.zh}产业化基地项目${at + 1}期`,
      nameEn: `${industry.en} Base, Phase ${at + 1}`,
      projectStage: random.pick(PROJECT_STAGES),
      investment: `${random.between(1, 90)}亿元`,
      buildings: random.between(1, 12),
      dueOn: `${random.between(2025, 2028)}-06`,
      places: [random.percent(30) ? { to: place.id, modality: 'PLANNED' } : place.id],
      industries: [industry.id],
      evidence: country.evidence(),
    };
  });
}
