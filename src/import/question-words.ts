/** The open questions of an import in words: what is in doubt, and how to answer it. */

import type { Text } from '../diagnostics/text.ts';
import type { Language } from '../model/language.ts';
import { reasonOf } from '../questions/resolve/reason-words.ts';
import type { Likely } from './known-names.ts';
import type { Doubt } from './question.ts';
import { NEW } from './read-map.ts';

type Words<Kind extends Doubt['kind']> = (doubt: Extract<Doubt, { readonly kind: Kind }>) => Text;

const WORDS: { readonly [Kind in Doubt['kind']]: Words<Kind> } = {
  HEADING_MISSING: ({ near }) => ({
    en: `The list has no such heading.${near === undefined ? '' : ` Did you mean "${near}"?`} Correct it in the map.`,
    zh: `名单没有这一列。${near === undefined ? '' : `是否为“${near}”？`}请更正映射文件。`,
  }),
  HEADING_TWICE: () => ({
    en: 'Two columns have this heading. Give one of them another name in the list.',
    zh: '有两列同名。请在名单中改其中一列的列名。',
  }),
  HEADING_UNIT: ({ unit, inMap }) => ({
    en: `The heading says ${unit}, and \`unit\` of the map is ${inMap}. Write the right one in the map.`,
    zh: `列名的单位为${unit}，映射文件的 \`unit\` 为${inMap}。请在映射文件中更正。`,
  }),
  OTHER_TABLE: () => ({
    en: 'This row is the header of another table: from here on nothing is read. Copy that table into a sheet of its own, or delete this row if the list goes on.',
    zh: '本行是另一张表的表头，自此以下未读取。请将该表移到单独的工作表；如仍属本名单，请删除本行。',
  }),
  NUMBER: ({ expected }) => ({
    en: `The number should be ${expected}. Is a row missing, or does the numbering begin anew?`,
    zh: `序号应为${expected}。是否缺行，或序号重新开始？`,
  }),
  ROUNDED: () => ({
    en: 'Excel keeps 15 digits of a number, so that the last ones are lost. Take it from the source as text.',
    zh: 'Excel 只保留数字的前 15 位，末尾已丢失。请按来源以文本格式重新填写。',
  }),
  ERROR: () => ({
    en: 'The cell holds an error of Excel. Take the value from the source.',
    zh: '单元格是 Excel 错误值。请按来源填写。',
  }),
  NO_RESULT: () => ({
    en: 'The cell holds a formula that was never calculated. Open the list in Excel, save it and import it again.',
    zh: '单元格是未计算的公式。请用 Excel 打开并保存后重新导入。',
  }),
  NAME_MISSING: () => ({
    en: 'The row names no record. Add its name, or delete the row.',
    zh: '该行没有名称。请补充名称或删除该行。',
  }),
  NAME_DOUBTFUL: ({ likely }) => ({
    en: `It may be ${listed(likely, 'EN')}. Write the id, or ${NEW}, for this name below \`names:\` in the map.`,
    zh: `可能是 ${listed(likely, 'ZH')}。请在映射文件 \`names:\` 下为该名称写明编号，新记录写 ${NEW}。`,
  }),
  ANSWER_UNKNOWN: ({ id }) => ({
    en: `No record has the id ${id}, which \`names:\` in the map gives this name. Correct the id there, or write ${NEW}.`,
    zh: `映射文件 \`names:\` 为该名称写明的编号 ${id} 没有对应记录。请更正编号，新记录写 ${NEW}。`,
  }),
  RENAMED: ({ id }) => ({
    en: `${id} is on record by another name. Check the new name, and add it to that record.`,
    zh: `${id} 以其他名称登记。请核对新名称并补入该记录。`,
  }),
  MAY_BE_RENAMED: ({ id, before, shared }) => ({
    en: `Renamed? The list no longer has ${before} (${id}), and both names have "${shared}". Write the id, or ${NEW}, for this name below \`names:\` in the map.`,
    zh: `是否更名？名单不再列有${before}（${id}），两个名称均含“${shared}”。请在映射文件 \`names:\` 下为该名称写明编号，新记录写 ${NEW}。`,
  }),
  NAME_TWICE: ({ row }) => ({
    en: `Row ${row} is about the same record. This row is left out: delete one, or correct a name.`,
    zh: `与第${row}行是同一记录，本行未导入。请删除其一或更正名称。`,
  }),
  REFERENCE: ({ likely }) => ({
    en: `${likely.length === 0 ? 'No record has this name.' : `It may be ${listed(likely, 'EN')}.`} Write the id for this name below \`names:\` in the map.`,
    zh: `${likely.length === 0 ? '没有这一名称的记录。' : `可能是 ${listed(likely, 'ZH')}。`}请在映射文件 \`names:\` 下为该名称写明编号。`,
  }),
  DIFFERS: ({ id, property, recorded }) => ({
    en: `${id} has ${recorded} as \`${property}\`. The list's value is left out: check which one the source supports.`,
    zh: `${id} 的 \`${property}\` 已登记为${recorded}。名单的值未导入，请核对来源。`,
  }),
};

/** A doubt in a sentence or two. */
export function doubtInWords(doubt: Doubt): Text {
  // Each entry takes the doubts of its own kind.
  return (WORDS[doubt.kind] as Words<typeof doubt.kind>)(doubt as never);
}

function listed(likely: readonly Likely[], language: Language): string {
  const each = likely.map(
    ({ id, judgement }) => `${id} (${judgement.score.toFixed(2)}, ${reasonOf(judgement, language)})`,
  );
  return each.join(language === 'ZH' ? '、' : ', ');
}
