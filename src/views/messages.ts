/** What the explorer says of itself, in both languages; what it says of facts comes from the schema and the API. */

import type { Language } from '../model/language.ts';

const MESSAGES = {
  home: ['首页', 'Home'],
  support: ['政策支持', 'Support'],
  matrix: ['覆盖矩阵', 'Matrix'],
  search: ['检索', 'Search'],
  searchFor: ['检索名称、文号、拼音或首字母', 'Search names, numbers, pinyin or initials'],
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
