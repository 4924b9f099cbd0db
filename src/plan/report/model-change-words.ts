/** A step from one model to another, in words. */

import type { Text } from '../../diagnostics/text.ts';
import type { ModelChange } from '../model-change.ts';

/** A line each: what becomes of the records, of constraints and indexes, and whether the graph had this model before. */
export function modelChangeWords({ create, drop, former }: ModelChange): readonly Text[] {
  return [
    { en: '~ all records are rewritten: the model changed', zh: '~ 模型有变，所有记录重新写入' },
    ...named(create, '+', 'constraints and indexes to create', '新建约束和索引'),
    ...named(drop, '-', 'indexes to drop', '删除索引'),
    ...(former === undefined ? [] : [formerWords(former)]),
  ];
}

function named(names: readonly string[], sign: string, en: string, zh: string): readonly Text[] {
  if (names.length === 0) return [];
  return [{ en: `${sign} ${en}: ${names.join(', ')}`, zh: `${sign} ${zh}：${names.join('、')}` }];
}

function formerWords(former: number): Text {
  return {
    en: `! the graph had this schema up to revision ${former} and has left it: kg apply needs --former-schema`,
    zh: `! 图谱在版本 ${former} 及以前使用此模式，其后已更换：kg apply 须加 --former-schema`,
  };
}
