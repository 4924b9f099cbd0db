/** Why a list cannot be the next edition of another: each refusal with its place and what to do. */

import { basename } from 'node:path';
import type { Text } from '../../diagnostics/text.ts';
import { dayBefore, firstDay } from '../../model/day.ts';
import { placeOf } from '../../seeds/written/report.ts';
import type { MappedList } from '../import-list.ts';
import type { EditionChanges } from './compare-editions.ts';

/** The publication days of both editions, as far as their sources have them. */
export interface PublishedOn {
  readonly old: string | undefined;
  readonly next: string | undefined;
}

/** More of an old edition than this is not removed without a word. */
const MOST_REMOVED = 0.2;
/** Fewer rows than this share of the old edition are part of a list. */
const LEAST_ROWS = 0.5;

/** The last day on which what the new edition no longer lists holds; undefined where that is not known. */
export function lastDayBefore({ next }: PublishedOn): number | undefined {
  const day = next === undefined ? undefined : firstDay(next);
  return day === undefined ? undefined : dayBefore(day);
}

/** Refuses a list by its map and its sources, before its rows are read. */
export function refuseList(
  { map, table, name }: MappedList,
  editions: readonly string[],
  published: PublishedOn,
  seedFiles: readonly string[],
): Text | undefined {
  const place = placeOf(map.source.span);
  const [old = ''] = editions;
  const next = map.source.text;
  if (editions.includes(next))
    return {
      en: `${place}: the map names ${next} as its source, which is the old edition. Write the id of the new edition's source there, and add that source to the seeds.`,
      zh: `${place}：映射文件的来源 ${next} 就是旧版。请改为新版来源的 id，并在种子文件中补充该来源。`,
    };
  const loaded = seedFiles.find((file) => basename(file) === name);
  if (loaded !== undefined)
    return {
      en: `${loaded} is the table of this list: it has been imported. Take the table out of the seeds to import it again, or give the list another file name.`,
      zh: `${loaded} 就是本名单的表，已经导入。如需重新导入，请先将该表移出种子文件夹，或更改名单文件名。`,
    };
  if (map.extent === 'WHOLE' && published.next === undefined)
    return {
      en: `${place}: ${next} has no \`publishedOn\`, so the last day of what it no longer lists is unknown. Add the day to the source, or write \`extent: BATCH\` in the map.`,
      zh: `${place}：${next} 没有 \`publishedOn\`，无法确定移出事项的终止日期。请在该来源补充日期，或在映射文件中写 \`extent: BATCH\`。`,
    };
  const [before, after] = [published.old, published.next].map((text) => text && firstDay(text));
  if (before && after && after <= before)
    return {
      en: `${place}: ${next} was published on ${published.next}, not after ${old}, which was published on ${published.old}. Exchange the two editions, or write their days to the day.`,
      zh: `${place}：${next} 发布于 ${published.next}，并不晚于 ${old}（${published.old}）。请调换新旧两版，或将发布日期写到日。`,
    };
  if (table.rows.length === 0)
    return {
      en: `The list has no row below its header in row ${table.headerRow}. Check the sheet, and whether a filter was saved with it.`,
      zh: `第 ${table.headerRow} 行表头之下没有数据行。请核对工作表，以及文件是否按筛选结果保存。`,
    };
  return undefined;
}

/** Refuses an old edition of which nothing is on record. */
export function refuseUnknown({ map }: MappedList, [old = '']: readonly string[]): Text {
  return {
    en: `No record among \`${map.typeKey}\` rests on ${old}. Check the id after --edition-of and \`type\` in the map; a first edition is imported without --edition-of.`,
    zh: `\`${map.typeKey}\` 中没有以 ${old} 为依据的记录。请核对 --edition-of 之后的 id 和映射文件的 \`type\`；首版导入不加 --edition-of。`,
  };
}

/** Refuses a whole list that leaves out so much that it may be a part of one. */
export function refuseRemoved(
  { map, table }: MappedList,
  { members, removed }: EditionChanges,
): Text | undefined {
  if (map.extent !== 'WHOLE') return undefined;
  const [rows, gone] = [table.rows.length, removed.length];
  const remedy = {
    en: 'Check that this is the whole list. If it is, add --yes-whole; if it is the batch of one year, write `extent: BATCH` in the map.',
    zh: '请核对是否为完整名单。确为完整名单的，请加 --yes-whole；仅为一年批次的，请在映射文件中写 `extent: BATCH`。',
  };
  if (rows < LEAST_ROWS * members)
    return {
      en: `The list has ${rows} rows, fewer than half of the ${members} of the old edition. ${remedy.en}`,
      zh: `名单共 ${rows} 行，不足旧版 ${members} 条的一半。${remedy.zh}`,
    };
  if (gone > MOST_REMOVED * members)
    return {
      en: `The list leaves out ${gone} of the ${members} of the old edition, more than 20 %. ${remedy.en}`,
      zh: `旧版 ${members} 条中有 ${gone} 条未列入，超过 20%。${remedy.zh}`,
    };
  return undefined;
}
