/** What the explorer says of itself, in both languages; what it says of facts comes from the schema and the API. */

import type { Language } from '../model/language.ts';

const MESSAGES = {
  home: ['首页', 'Home'],
  support: ['政策支持', 'Support'],
  matrix: ['覆盖矩阵', 'Matrix'],
  chain: ['产业链', 'Chain'],
  compare: ['区域比较', 'Compare'],
  path: ['关联路径', 'Paths'],
  data: ['数据', 'Data'],
  search: ['检索', 'Search'],
  searchFor: ['检索名称、文号、拼音或首字母', 'Search names, numbers, pinyin or initials'],
  typeList: ['{type}：{count} 项', '{type}: {count}'],
  searchTitle: ['“{text}”的检索结果：{count} 项', 'Search for “{text}”: {count} results'],
  whichPolicies: ['哪些政策支持', 'Which policies support'],
  clustersOf: ['的集群，在', 'clusters in'],
  onDay: ['，于', ' on'],
  ask: ['查看', 'Show'],
  any: ['全部产业', 'all industries'],
  anywhere: ['所有区域', 'all places'],
  supportTitle: [
    '{policies} 项政策支持{industry}的 {clusters} 个集群（{place}，{day}）',
    '{policies} policies support {clusters} clusters of {industry} ({place}, {day})',
  ],
  supportFirst: [
    '共 {total} 组政策、集群和区域；以下计数为前 {shown} 组',
    '{total} triples of policy, cluster and place; counts are of the first {shown}',
  ],
  supportNone: ['没有符合条件的政策', 'No policy fits'],
  supportCounts: [
    '{policies} 项政策 · {clusters} 个集群 · {places} 个区域 · {total} 组',
    '{policies} policies · {clusters} clusters · {places} places · {total} triples',
  ],
  chainTitle: [
    '{industry}产业链{where}：{segments} 个环节，{open} 个没有企业记录，{single} 个仅一家',
    'The chain of {industry}{where}: {segments} segments, {open} without a firm on record, {single} with only one',
  ],
  chainEmpty: ['{industry}没有记录产业链环节', 'No segments of {industry} are on record'],
  chainChoices: ['{count} 个产业记录了产业链环节', '{count} industries have a chain on record'],
  chainSummary: [
    '未查到 {none} 个，未核查 {unknown} 个，其中 {filled} 个别处有企业；{links} 条供给关系',
    '{none} looked for without result, {unknown} not researched, {filled} of them filled elsewhere; {links} links of supply',
  ],
  firmsThere: ['{count} 家企业', '{count} firms'],
  plannedThere: ['另有计划中 {count} 家', '{count} more planned'],
  compareTitle: ['{places}：共有 {common} 项', '{places}: {common} in common'],
  compareFew: ['选择 2 到 8 个区域', 'Choose from 2 to 8 places'],
  compareSummary: [
    '{figures} 项数据口径和时期都相同，可以比较；{periods} 项时期不同',
    '{figures} figures of the same definition and period can be compared; {periods} are of different periods',
  ],
  common: ['共有', 'in common'],
  only: ['独有', 'only here'],
  figure: ['数据', 'figure'],
  firmCount: ['企业数', 'firms'],
  plannedFirmCount: ['计划中的企业数', 'planned firms'],
  policyCount: ['有效政策数', 'policies in force'],
  clusterCount: ['集群数', 'clusters'],
  industryFirms: ['产业的企业数', 'firms in the industry'],
  pathTitle: [
    '“{from}”与“{to}”：{count} 条关联路径，最短 {length} 步',
    '“{from}” and “{to}”: {count} paths, steps in the shortest: {length}',
  ],
  pathNone: ['“{from}”与“{to}”之间没有找到路径', 'No path between “{from}” and “{to}”'],
  pathEnds: ['选择起点和终点', 'Choose both ends'],
  dataTitle: ['{dataset}：版本 {revision}', '{dataset}: revision {revision}'],
  dataSummary: [
    '{nodes} 个节点，{relationships} 条关系，{sources} 个来源；许可 {licence}',
    '{nodes} nodes, {relationships} relationships, {sources} sources; licence {licence}',
  ],
  weakClaims: ['仅一则新闻支持的陈述', 'statements that one report alone backs'],
  conflictingClaims: ['来源不一致的陈述', 'statements on which sources differ'],
  firm: ['企业申报', 'Firm'],
  firmTitle: ['你的企业能申请哪些政策？', 'Which policies can your firm apply for?'],
  firmSummary: [
    '逐条核对申报条件：可申请的、还差什么的、差多少的。填写的内容不会上传保存。',
    'Criterion by criterion: what it can apply for, what is missing, and by how much it misses. Nothing entered is stored.',
  ],
  firmAnswer: [
    '{firm}：{can} 项可申请，{open} 项待补充信息',
    '{firm}: can apply for {can}, {open} more lack facts',
  ],
  profileAnswer: ['{can} 项可申请，{open} 项待补充信息', 'Can apply for {can}, {open} more lack facts'],
  firmCounts: [
    '逐条核对了 {total} 项现行有效的措施和政策',
    '{total} measures and policies in force, held against each criterion',
  ],
  window: ['申报窗口', 'Application window'],
  windowOpens: ['开始申报：{name}', 'Applications open: {name}'],
  windowCloses: ['申报截止：{name}', 'Applications close: {name}'],
  changes: ['变更与到期', 'Changes'],
  changesTitle: [
    '{of}最近 {changes} 处变更，{days} 天内 {coming} 项到期或截止',
    '{of}{changes} latest changes, {coming} ends and due days within {days} days',
  ],
  changesNone: ['{of}{days} 天内 {coming} 项到期或截止', '{of}{coming} ends and due days within {days} days'],
  changesSummary: ['当前版本 {revision}，{day}载入', 'Revision {revision}, applied {day}'],
  calendarOf: ['{of}：到期、截止与目标期限', '{of}: expiries, closing days and due targets'],
  fromRevision: ['据图谱版本 {revision}', 'By revision {revision} of the graph'],
  due: ['目标期限', 'Target due'],
  targetDue: ['{of} {wanted}（{state}）', '{of}, {wanted} ({state})'],
  colon: ['：', ': '],
  targets: ['目标进度', 'Targets'],
  targetsTitle: [
    '{of}{total} 个目标，{measured} 个有可比数据',
    '{of}{total} targets, {measured} of them with figures to compare',
  ],
  targetsCounts: [
    '有数据的目标中，{reached} 个已达成，{behind} 个落后或未达成；其余写明为什么不能判断。',
    'Of those with figures {reached} are reached, {behind} are behind or missed; of the others it says why they cannot be judged.',
  ],
  targetsNone: ['{of}没有记录在案的目标', '{of}No target on record'],
  policy: ['政策', 'Policy'],
  cluster: ['集群', 'Cluster'],
  place: ['区域', 'Place'],
  scope: ['范围', 'Scope'],
  whole: ['全部', 'whole'],
  part: ['部分', 'part'],
  modality: ['表述性质', 'Modality'],
  notFound: ['没有编号为“{id}”的记录', 'There is no record with the id “{id}”'],
  pageNotFound: ['没有这个页面', 'There is no such page'],
  preparing: ['页面正在准备，几秒后自动刷新。', 'The page is being prepared and reloads in a few seconds.'],
  notBuilt: ['页面未能生成；接口可照常使用。', 'The page could not be built; the API works as usual.'],
  noScript: [
    '本页需要 JavaScript；数据也可直接下载：',
    'This page needs JavaScript; the data can also be downloaded:',
  ],
} as const;

/** A message by its name. */
export type Message = keyof typeof MESSAGES;

/** A message in a language, with its values filled in. */
export function say(
  language: Language,
  message: Message,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = MESSAGES[message][language === 'ZH' ? 0 : 1];
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
