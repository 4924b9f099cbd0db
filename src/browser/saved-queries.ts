/** The saved queries: one file each, read-only, grouped by what is asked. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../diagnostics/compare-text.ts';
import { invariant } from '../diagnostics/invariant.ts';

/** A group of saved queries; its name is that of their folder. */
export interface QueryGroup {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** A saved query. */
export interface SavedQuery {
  readonly group: QueryGroup;
  /** The name of its file, without the ending. */
  readonly slug: string;
  readonly zh: string;
  readonly en: string;
  /** The text of its file. The day, where one matters, is the parameter `$day`, a number such as 20241001. */
  readonly text: string;
  /** The same without a parameter: the day is today in the time zone of the dataset. */
  readonly ready: string;
}

/** The groups, in the order in which a newcomer meets them. */
export const QUERY_GROUPS: readonly QueryGroup[] = [
  { name: 'start', zh: '从这里开始', en: 'Start here' },
  { name: 'support', zh: '政策与支持', en: 'Policies and support' },
  { name: 'measures', zh: '措施', en: 'Measures' },
  { name: 'industries', zh: '产业', en: 'Industries' },
  { name: 'places', zh: '区域与园区', en: 'Places and zones' },
  { name: 'firms', zh: '企业与计划', en: 'Firms and plans' },
  { name: 'figures', zh: '目标与数据', en: 'Targets and figures' },
  { name: 'evidence', zh: '依据', en: 'Evidence' },
];

const FOLDER = join(import.meta.dirname, 'queries');
const ENDING = '.cypher';
/** The line by which a file binds the day. */
const DAY_LINE = 'WITH $day AS day';
/** Replaces that line, since Neo4j Browser does not ask for missing parameters. */
const TODAY = `// 默认为今天；查其他日期，把下面两行换成 WITH 20241001 AS day · Today. For another day, replace the next two lines by WITH 20241001 AS day
MATCH (graph:KnowledgeGraph)
WITH toInteger(replace(toString(date({timezone: graph.timeZone})), '-', '')) AS day`;

/** Reads all saved queries: by group, then by file name. */
export function readSavedQueries(folder = FOLDER): readonly SavedQuery[] {
  return QUERY_GROUPS.flatMap((group) =>
    readdirSync(join(folder, group.name))
      .filter((name) => name.endsWith(ENDING))
      .sort(compareText)
      .map((name) => readSavedQuery(group, name.slice(0, -ENDING.length), folder)),
  );
}

function readSavedQuery(group: QueryGroup, slug: string, folder: string): SavedQuery {
  const text = readFileSync(join(folder, group.name, `${slug}${ENDING}`), 'utf8');
  const [, zh, en] = /^\/\/ (.+?) · (.+)\n/.exec(text) ?? [];
  invariant(zh && en, `${group.name}/${slug} does not begin with a name in Chinese and English`);
  return { group, slug, zh, en, text, ready: text.replace(`${DAY_LINE}\n`, `${TODAY}\n`) };
}

/** The saved query of a group and slug. */
export function savedQuery(queries: readonly SavedQuery[], name: string): SavedQuery {
  const found = queries.find(({ group, slug }) => `${group.name}/${slug}` === name);
  invariant(found, `there is no saved query ${name}`);
  return found;
}
