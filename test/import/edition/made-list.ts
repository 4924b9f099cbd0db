/** Made-up lists of firms with a title, as an office would send them year by year, and the seeds around them. */

import { madeUpUscc } from '../../bench/made-up-uscc.ts';
import { seededRandom } from '../../bench/seeded-random.ts';

/** A row of the list. */
export interface ListedFirm {
  readonly name: string;
  /** Undefined where the list has no number for it. */
  readonly uscc: string | undefined;
  readonly district: string;
  readonly staff: number;
}

/** Where firms are. */
export const DISTRICTS = ['浦东新区', '闵行区', '宝山区', '徐汇区', '崇明区'];

/** The headings of the list. */
const HEADINGS = ['序号', '企业名称', '统一社会信用代码', '所在区', '从业人数'];

const PARTS = [
  '安柏岑德尔法歌和吉凯岚墨诺欧朋乾若思拓维希雅泽川',
  '亭轩屿珂禾舟砚澜峤荻芮苏沅汀溪穗桐柚榆棠梓楠枫柏桉',
  '光微纳芯智云数图量算测控感联通导驱动传接合晶膜材源',
  '科达创信恒盛嘉泰宏昌兴隆瑞丰裕华成康宁顺利安和平诚',
];

/** The name of the n-th firm: no two of the first 600 are alike. */
export function firmName(n: number): string {
  const round = Math.floor(n / 25);
  const at = [n, round + n, 7 * n + 3 * round, 11 * n + 7 * round];
  return `${at.map((each, part) => PARTS[part]?.[each % 25]).join('')}有限公司`;
}

/** The first firms of a list. */
export function madeFirms(count: number): readonly ListedFirm[] {
  const random = seededRandom(7);
  return Array.from({ length: count }, (_, n) => ({
    name: firmName(n),
    uscc: n % 4 === 3 ? undefined : madeUpUscc(random, n),
    district: DISTRICTS[n % DISTRICTS.length] ?? '',
    staff: 100 + ((n * 37) % 900),
  }));
}

/** The rows of a sheet: title, header, firms. */
export function sheetRows(title: string, firms: readonly ListedFirm[]): (string | number)[][] {
  return [
    [title],
    HEADINGS,
    ...firms.map(({ name, uscc = '', district, staff }, at) => [at + 1, name, uscc, district, staff]),
  ];
}

/** The map of the list of a year. */
export function listMap(year: number, extent: 'WHOLE' | 'BATCH' = 'WHOLE'): string {
  return `source: source:list-${year}
type: firms
extent: ${extent}
columns:
  序号: rowNumber
  企业名称: name
  统一社会信用代码: uscc
  所在区: { to: places.to, types: [Region] }
  从业人数: { to: figures.value, unit: 人, with: { figures.attribute: EMPLOYEES, figures.period: ${year - 1} } }
with:
  titles.title: 专精特新中小企业
  titles.validFrom: ${year}-03
  places.role: REGISTERED
`;
}

/** The seeds that lists are imported into. */
export const SEEDS = `dataset: { name: 示例, timeZone: Asia/Shanghai, home: region:city }
defaults:
  evidence: { source: source:divisions, locator: 表1 }
sources:
  - { id: source:divisions, name: 示例区划, publishedOn: 2020-01, retrievedOn: 2026-11-30, tier: OFFICIAL }
  - { id: source:register, name: 示例登记册, publishedOn: 2023-06-01, retrievedOn: 2026-11-30, tier: OFFICIAL }
  - { id: source:list-2024, name: 示例名单（2024年度）, publishedOn: 2024-03-01, retrievedOn: 2026-11-30, tier: OFFICIAL }
  - { id: source:list-2025, name: 示例名单（2025年度）, publishedOn: 2025-03-01, retrievedOn: 2026-11-30, tier: OFFICIAL }
  - { id: source:list-2026, name: 示例名单（2026年度）, publishedOn: 2026-03-01, retrievedOn: 2026-11-30, tier: OFFICIAL }
regions:
  - { id: region:city, name: 上海市, level: CITY }
${DISTRICTS.map((name, at) => `  - { id: region:d${at}, name: ${name}, level: DISTRICT, within: [region:city] }`).join('\n')}
industries:
  - { id: industry:all, name: 全部产业, industryKind: GROUP }
`;
