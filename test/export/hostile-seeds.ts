/** Seeds whose values would break out of whatever they are written into, were they let. */

/** Texts that mean something to Cypher, CSV, YAML, JSON or a spreadsheet. */
export const HOSTILE: readonly string[] = [
  `'; MATCH (n) DETACH DELETE n; //`,
  '\\u0027 \\\\u0027 \\n \\',
  'a "quoted" `text`, with; all | of - it: #no & *none',
  'two\nlines\tand\r\nmore',
  '=1+1',
  '-5',
  '@sum',
  '{ to: x }',
  '[a]',
  'null',
  '007',
  '1.10',
  '𠮷野家 😀 \u2028 \u00a0',
  '$rows $x %0A <b>',
];

/** A small city with each of them as a name and an alias, and one record of everything else that seeds can say. */
export function hostileSeeds(texts: readonly string[] = HOSTILE): string {
  const agencies = texts.map((text, index) => {
    const written = JSON.stringify(text);
    return `  - { id: agency:a${index}, name: ${written}, aliases: [${written}, ${JSON.stringify(`${text} x`)}], evidence: { source: source:s, locator: ${written} } }`;
  });
  return `dataset: { name: ${JSON.stringify(texts.join(' '))}, timeZone: Asia/Shanghai, home: region:shanghai, licence: CC-BY-4.0 }
defaults: { evidence: { source: source:s, locator: p1 } }
sources:
  - { id: source:s, name: 来源, tier: OFFICIAL, publishedOn: 2024-01 }
  - { id: source:editors, name: 编者, tier: EDITORIAL }
  - { id: source:news, name: 新闻, tier: NEWS }
agencies:
${agencies.join('\n')}
industries: [{ id: industry:ic, name: 集成电路, industryKind: INDUSTRY, evidence: { source: source:editors } }]
regions: [{ id: region:shanghai, name: 上海市, level: MUNICIPALITY }]
zones:
  - id: zone:z
    name: 张江
    formerIds: [zone:old]
    zoneKind: SITE
    areaKm2: [{ value: 超过4.50平方公里, evidence: { source: source:s, locator: p2, checkedBy: '李四, "甲" {x}', checkedOn: 2024-05-01 } }, { value: 4.5, bound: ABOUT, printed: 约4.5km², evidence: { source: source:news, locator: p3 } }]
    within: [{ to: region:shanghai, extent: PART, validFrom: 2020, evidence: [{ source: source:s, locator: p4 }, { source: source:news, locator: p5, checkedBy: '=1+1', checkedOn: 2024-05-02 }] }]
firms:
  - id: firm:f
    name: 企业
    industries: [{ to: industry:ic, modality: ESTIMATED }]
    places: [{ to: zone:z, role: PRODUCTION, modality: PLANNED, validFrom: 2025-06 }, { to: zone:z, role: R_AND_D }]
    listings: [{ exchange: 深交所, code: "002382", listedOn: 2010 }]
    titles: [{ title: 专精特新, validFrom: 2022, evidence: { locator: p9, checkedBy: 李四、王五, checkedOn: 2024-05-03 } }]
    figures: [{ attribute: REVENUE, value: 超过3.2亿元, period: 2023 }, { attribute: PROFIT, value: -1.5万, period: 2023, evidence: { source: source:news, locator: p1 } }]
indicators: [{ id: indicator:output, name: 产值, unit: 元, basis: 规模以上, behaviour: YEARLY }]
observations: [{ id: observation:o, indicator: indicator:output, place: region:shanghai, period: 2023-H1, value: 力争1.6万亿 }]
policies: [{ id: policy:p, name: 措施, industries: [industry:ic], places: [region:shanghai], issuedOn: 2023 }]
targets: [{ id: target:t, indicator: indicator:output, place: region:shanghai, policy: policy:p, due: 2025, value: 3-5万亿 }]
measures:
  - id: measure:m
    name: 补助
    policy: policy:p
    instrument: GRANT
    cap: 最高500万元
    rateMax: 不超过30%
    criteria:
      - { attribute: EMPLOYEES, operator: GTE, values: [50] }
      - { anyOf: [[{ attribute: INDUSTRY, operator: IS_IN, values: [industry:ic] }], [{ attribute: REVENUE, operator: GT, values: [1亿], basis: LAST_YEAR }, { attribute: OTHER, operator: NOT_CHECKABLE, values: [其他, other] }]], evidence: { locator: 第四条 } }
    windows: [{ opensOn: 2024-01-01, closesOn: 2024-03-31 }]
projects: [{ id: project:j, name: 一期, investment: { amount: 近3亿, currency: USD }, floorAreaM2: 6万, floorAreaM2Bound: AT_LEAST, buildings: 约40栋 }]
knownNone: [{ id: known-none:k, industry: industry:ic, place: zone:z, of: firms, validFrom: 2024-05-01 }]
`;
}
