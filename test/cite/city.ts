/** A small city: seeds, and the texts that they cite. */

/** Seeds of a small city; all that they state stands where they say. */
export const SEEDS = `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: source:report } }
sources:
  - { id: source:report, name: 示例市产业发展报告, tier: NEWS, publishedOn: 2024-02-20 }
  - { id: source:rules, name: 示例市若干规定, tier: OFFICIAL }
  - { id: source:plan, name: 示例市机器人行动方案, tier: OFFICIAL, publishedOn: 2023-10 }
  - { id: source:unread, name: 没有文本的来源, tier: NEWS }
  - { id: source:own, name: 编者, tier: EDITORIAL }
regions:
  - { id: region:city, name: 示例市, aliases: [示例], level: CITY, evidence: { locator: p1 } }
  - { id: region:east, name: 东湖区, level: DISTRICT, within: [{ to: region:city, evidence: { source: source:plan, locator: 二 } }], evidence: { locator: p2 } }
industries:
  - { id: industry:soft, name: 软件, industryKind: INDUSTRY, evidence: { source: source:unread, locator: p1 } }
  - { id: industry:chips, name: 芯片, industryKind: INDUSTRY, evidence: { locator: p2 } }
firms:
  - id: firm:one
    name: 甲乙科技有限公司
    nameEn: { value: Jiayi, evidence: { source: source:own } }
    industries: [industry:chips]
    places: [{ to: region:east, role: PRODUCTION, validFrom: 2025-06, evidence: { locator: p2-p3 } }]
    titles: [{ title: 专精特新, validFrom: 2023, evidence: { locator: p3 } }]
    evidence: { locator: p2 }
indicators:
  - { id: indicator:scale, name: 产业规模, unit: 元, basis: 一年, behaviour: YEARLY, evidence: { locator: p1 } }
  - { id: indicator:density, name: 机器人密度, unit: 台/万人, basis: 每万人, behaviour: STOCK, evidence: { source: source:plan, locator: 第一条 } }
observations:
  - { id: observation:scale, indicator: indicator:scale, place: region:city, period: 2023, value: 1.6万亿元, evidence: { locator: p1 } }
  - { id: observation:other, indicator: indicator:scale, place: region:city, period: 2023, value: 7亿元, evidence: { source: source:unread, locator: p1 } }
policies:
  - id: policy:rules
    name: 示例市若干规定
    number: 示府〔2023〕8号
    issuedOn: 2023-09-19
    industries: [industry:chips]
    places: [region:city]
    evidence: { source: source:rules, locator: 正文 }
  - id: policy:plan
    name: 示例市机器人行动方案
    issuedOn: 2023-10
    industries: [industry:chips]
    places: [region:city]
    evidence: { source: source:plan, locator: 第一条 }
targets:
  - id: target:density
    indicator: indicator:density
    place: region:city
    policy: policy:plan
    due: 2025
    value: 力争达360台/万人
    evidence: { source: source:plan, locator: 第一条 }
measures:
  - id: measure:grant
    name: 流片补贴
    policy: policy:rules
    instrument: GRANT
    cap: 最高500万元
    criteria: [{ attribute: EMPLOYEES, operator: GTE, values: [50] }]
    evidence: { source: source:rules, locator: 第二条 }
`;
/** The text of its report: four lines below the title, the last two of another article. */
export const REPORT = `发布时间:2024-02-20 示例市产业发展报告

　　去年产业规模达16000亿元。
　　东湖区的甲乙科技主攻芯片。
　　其东湖基地明年6月投用，2023年获评“专精特新”。

相关文章
产业规模达9万亿元
`;
/** The text of its rules. */
export const RULES =
  '示例市若干规定\n示府[2023]8号，2023年9月19日印发，支持芯片。\n第一条 目的。\n第二条 流片补贴：从业人员五十人以上，最高五百万元。\n';
/** The text of its plan. */
export const PLAN =
  '示例市机器人行动方案\n第一条 示例市支持芯片，机器人密度2025年力争达360台/万人。\n二、东湖区位于示例市。\n三、东湖区部分位于示例市。\n';
