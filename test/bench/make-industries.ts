/** The industries of a made-up country: groups, industries, the segments of their chains, and what is counted of them. */

import { type Country, joined, type Named, slugOf } from './country.ts';
import { INDUSTRY_FIRST, INDUSTRY_GROUPS, INDUSTRY_LAST, type NamePart, SEGMENTS } from './name-parts.ts';
import type { SeedRecord } from './print-seeds.ts';

/** The industries by what they are. */
export interface Industries {
  readonly industries: readonly Named[];
  /** Industries and segments: what firms operate in. */
  readonly all: readonly Named[];
  readonly records: readonly SeedRecord[];
}

/** An indicator, as observations and targets of it need to know it. */
export interface Indicator {
  readonly id: string;
  readonly unit: string;
  readonly behaviour: string;
}

/** What is counted: name, English name, unit, definition, behaviour. */
const COUNTED: readonly (readonly [...NamePart, unit: string, basis: string, behaviour: string])[] = [
  ['产业规模', 'Industry scale', '元', '一个产业一年的营业收入', 'YEARLY'],
  ['工业总产值', 'Industrial output', '元', '规模以上工业企业一年的产值', 'YEARLY'],
  ['工业增加值', 'Industrial value added', '元', '规模以上工业企业一年的增加值', 'YEARLY'],
  ['产值增长率', 'Output growth', '%', '产值比上年增长', 'RATE'],
  ['战略性新兴产业占比', 'Share of emerging industries', '%', '占规模以上工业总产值的比重', 'RATE'],
  ['规模以上企业数', 'Firms above scale', '家', '年末规模以上企业的户数', 'STOCK'],
  ['高新技术企业数', 'High-tech firms', '家', '年末有效期内的户数', 'STOCK'],
  ['新增专精特新企业', 'New specialised firms', '家', '当期认定的户数', 'FLOW'],
  ['开工项目数', 'Projects started', '个', '投资亿元以上、当期开工的项目', 'FLOW'],
  ['竣工面积', 'Floor space built', '平方米', '当期竣工的厂房面积', 'FLOW'],
  ['研发投入强度', 'Research intensity', '%', '研发费用占营业收入的比重', 'RATE'],
  ['绿色工厂数', 'Green factories', '家', '累计认定的户数', 'STOCK'],
];

/** The indicators: the same of every country. */
export function makeIndicators(country: Country): {
  readonly indicators: readonly Indicator[];
  readonly records: readonly SeedRecord[];
} {
  const records = COUNTED.map(([name, nameEn, unit, basis, behaviour], at) => ({
    id: `indicator:${slugOf(nameEn, at + 1)}`,
    name,
    nameEn,
    unit,
    basis,
    quantity: name,
    behaviour,
    evidence: country.evidence(),
  }));
  return { indicators: records, records };
}

/** Makes so many industries: one of all, a few groups, industries in them, and for each the segments of its chain. */
export function makeIndustries(country: Country, count: number): Industries {
  const { random } = country;
  const records: SeedRecord[] = [
    {
      id: 'industry:all',
      name: '全部产业',
      nameEn: 'All industries',
      industryKind: 'GROUP',
      evidence: country.evidence(),
    },
  ];
  const add = (name: NamePart, rest: SeedRecord): Named => {
    const [zh, en] = name;
    const id = `industry:${slugOf(en, records.length)}`;
    records.push({ id, name: zh, nameEn: en, ...rest, evidence: country.evidence() });
    return { id, zh, en };
  };
  const groups = INDUSTRY_GROUPS.slice(0, Math.max(2, Math.min(INDUSTRY_GROUPS.length, count / 12))).map(
    (part) =>
      add(
        country.once(() => part),
        { industryKind: 'GROUP' },
      ),
  );
  const left = count - records.length;
  const industries = Array.from({ length: Math.ceil(left / (SEGMENTS.length + 1)) }, () =>
    add(
      country.once(() => joined(random.pick(INDUSTRY_FIRST), random.pick(INDUSTRY_LAST))),
      {
        industryKind: 'INDUSTRY',
        broader: random.distinct(random.percent(15) ? 2 : 1, () => random.pick(groups).id),
        codes: random.percent(60)
          ? [
              {
                standard: 'GB/T 4754',
                edition: '2017',
                code: `C${random.between(13, 43)}${random.between(10, 99)}`,
              },
            ]
          : undefined,
      },
    ),
  );
  const segments: Named[] = [];
  for (let at = 0; records.length < count; at += 1) {
    const industry = industries[Math.floor(at / SEGMENTS.length)] as Named;
    const [zh, en, stage] = SEGMENTS[at % SEGMENTS.length] as (typeof SEGMENTS)[number];
    const upper = at % SEGMENTS.length === 0 ? undefined : segments.at(-1);
    const segment = add(
      country.once(() => joined([industry.zh, industry.en], [zh, en])),
      {
        industryKind: 'SEGMENT',
        chainStage: stage,
        broader: random.percent(8) ? [...new Set([industry.id, random.pick(industries).id])] : [industry.id],
      },
    );
    if (upper) records[records.findIndex(({ id }) => id === upper.id)] = feeding(records, upper, segment);
    segments.push(segment);
  }
  return { industries, all: [...industries, ...segments], records };
}

function feeding(records: readonly SeedRecord[], upper: Named, lower: Named): SeedRecord {
  const { evidence, ...rest } = records.find(({ id }) => id === upper.id) ?? {};
  return { ...rest, feeds: [lower.id], evidence };
}
