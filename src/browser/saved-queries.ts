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
  /** As its file has it: the day, where one matters, is the parameter `$day`, as a number like 20241001. */
  readonly text: string;
  /** Ready to run without any parameter: the day is today where the dataset is at home. */
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
/** How a file binds the day that it asks about. */
const DAY_LINE = 'WITH $day AS day';
/** What a query begins with that takes no parameter. Neo4j Browser asks for none before it runs one. */
const TODAY = `// 默认今天；看另一天，把下面两行换成 WITH 20241001 AS day · Today; for another day put WITH 20241001 AS day for the next two lines
MATCH (graph:KnowledgeGraph)
WITH toInteger(replace(toString(date({timezone: graph.timeZone})), '-', '')) AS day`;

/** Reads all saved queries: groups in their order, the files of each by name, the first one of a guide's walk first. */
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
  invariant(zh && en, `${group.name}/${slug} begins with no name in Chinese and English`);
  return { group, slug, zh, en, text, ready: text.replace(`${DAY_LINE}\n`, `${TODAY}\n`) };
}

/** The saved query of a group and slug. */
export function savedQuery(queries: readonly SavedQuery[], name: string): SavedQuery {
  const found = queries.find(({ group, slug }) => `${group.name}/${slug}` === name);
  invariant(found, `there is no saved query ${name}`);
  return found;
}
