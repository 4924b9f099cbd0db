/** Messages to curators about records: what is wrong, what would be right, how to fix it; in English and in Chinese. */

import { excelRemedy } from './excel-remedy.ts';
import {
  didYouMean,
  error,
  fillIn,
  mergeOrDistinguish,
  quote,
  warning,
  withArticle,
  writeOneOf,
} from './fault.ts';
import { en, type Part, type Text, zh } from './text.ts';
import { visibleText } from './visible-text.ts';

/** The position of another declaration, as it is printed: seeds/firms.yaml:4. */
export type Position = string;

export const recordFaults = {
  // keys
  typeUnknown: (key: string, near: string | undefined, all: readonly string[]) =>
    error(
      'key/unknown',
      { en: `there is no type key ${quote(key)}`, zh: `没有类型键 ${quote(key)}` },
      didYouMean(near) ?? writeOneOf(all),
    ),
  keyUnknown: (key: string, owner: Part, near: string | undefined, all: readonly string[]) =>
    error(
      'key/unknown',
      { en: `${en(owner)} has no key ${quote(key)}`, zh: `${zh(owner)} 没有键 ${quote(key)}` },
      didYouMean(near) ?? { en: `it has ${all.join(', ')}`, zh: `可用的键：${all.join('、')}` },
    ),
  keyInverse: (key: string, owner: Part, writtenAt: Part) =>
    error(
      'key/unknown',
      {
        en: `${quote(key)} of ${en(owner)} is not written here`,
        zh: `${zh(owner)} 的 ${quote(key)} 不写在这里`,
      },
      {
        en: `write it at the other end, as ${en(writtenAt)}`,
        zh: `请写在关系的另一端：${zh(writtenAt)}`,
      },
    ),
  keyOfEvidence: (key: string, owner: Part) =>
    error(
      'key/unknown',
      { en: `${en(owner)} has no key ${quote(key)}`, zh: `${zh(owner)} 没有键 ${quote(key)}` },
      key.startsWith('checked')
        ? {
            en: 'write both within the evidence that was checked: `evidence: { checkedBy: …, checkedOn: … }`',
            zh: '请把两者写在已复核的依据中：`evidence: { checkedBy: …, checkedOn: … }`',
          }
        : {
            en: 'write `evidence: { source: …, locator: … }`',
            zh: '请写成 `evidence: { source: …, locator: … }`',
          },
    ),
  keyAnswered: (key: string, owner: Part) =>
    error(
      'key/unknown',
      {
        en: `${quote(key)} of ${en(owner)} is derived from other facts, never written`,
        zh: `${zh(owner)} 的 ${quote(key)} 由其他事实推出，不在种子文件中填写`,
      },
      { en: 'delete it', zh: '请删去' },
    ),
  keyMissing: (key: string, owner: Part) =>
    fillIn(
      key,
      error(
        'key/missing',
        { en: `${en(owner)} lacks its ${quote(key)}`, zh: `${zh(owner)} 缺少 ${quote(key)}` },
        { en: `add ${quote(`${key}:`)}`, zh: `请补充 ${quote(`${key}:`)}` },
      ),
    ),
  allMissing: (keys: readonly string[], owner: Part) =>
    error(
      'key/missing',
      {
        en: `${en(owner)} has none of ${keys.map(quote).join(', ')}`,
        zh: `${zh(owner)} 没有填写 ${keys.map(quote).join('、')} 中的任何一项`,
      },
      { en: 'add at least one of them', zh: '请至少填写一项' },
    ),
  datasetMissing: () =>
    error(
      'key/missing',
      { en: 'no file has a `dataset:` map', zh: '没有文件写有 `dataset:`' },
      {
        en: 'add one with `name` and `timeZone`, once over all folders',
        zh: '请在所有文件夹中写一次 `dataset:`，含 `name` 和 `timeZone`',
      },
    ),

  // values
  wrongForm: (what: Part, expected: Part, found: Part, hint?: Text) =>
    error(
      'value/type',
      {
        en: `${en(what)} takes ${en(expected)}, not ${en(found)}`,
        zh: `${zh(what)} 应为${zh(expected)}，而不是${zh(found)}`,
      },
      hint,
    ),
  notRecords: (key: string, found: Part, id: string | undefined) =>
    error(
      'value/type',
      {
        en: `${quote(key)} takes a list of records, not ${en(found)}`,
        zh: `${quote(key)} 应为一列记录，而不是${zh(found)}`,
      },
      id === undefined
        ? {
            en: 'begin each record with a dash and a space: `- id: …`',
            zh: '每条记录以短横线加空格开头：`- id: …`',
          }
        : {
            en: `begin each record with a dash, and let it name its id: ${quote(`- id: ${id}`)}`,
            zh: `每条记录以短横线开头并写明 id：${quote(`- id: ${id}`)}`,
          },
    ),
  notARecord: (key: string, text: string) =>
    error(
      'value/type',
      {
        en: `${quote(key)} takes records, and ${quote(text)} is a text`,
        zh: `${quote(key)} 应为记录，而 ${quote(text)} 是文本`,
      },
      {
        en: 'write `- id: …` and below it `name: …`, with a space after each dash and colon',
        zh: '请写 `- id: …`，下一行写 `name: …`，短横线和冒号后各加一个空格',
      },
    ),
  nothing: (what: Part, word: string, table: boolean) => {
    const leaveOut: Text = table
      ? { en: 'leave the cell empty', zh: '将单元格留空' }
      : { en: 'leave the key out', zh: '去掉这个键' };
    return word === ''
      ? error(
          'value/type',
          { en: `${en(what)} has no value`, zh: `${zh(what)} 没有值` },
          { en: `write one, or ${leaveOut.en}`, zh: `请填写，或${leaveOut.zh}` },
        )
      : error(
          'value/type',
          {
            en: `${en(what)} has no value: ${quote(word)} means none`,
            zh: `${zh(what)} 没有值：${quote(word)} 表示空值`,
          },
          {
            en: `write one, or ${leaveOut.en}; a text of these letters goes in quotes: ${quote(`"${word}"`)}`,
            zh: `请填写，或${leaveOut.zh}；如确为这几个字母，请加引号：${quote(`"${word}"`)}`,
          },
        );
  },
  onlyOne: (what: Part) =>
    error(
      'value/type',
      { en: `${en(what)} takes one value, not a list`, zh: `${zh(what)} 只能填一个值，不能是列表` },
      { en: 'write it without dash or brackets', zh: '请去掉短横线或方括号' },
    ),
  noLongForm: (what: Part) =>
    error(
      'value/type',
      {
        en: `${en(what)} cannot be written as { value, evidence }`,
        zh: `${zh(what)} 不能写成 { value, evidence }`,
      },
      {
        en: 'only single-valued properties of a record can: write the value alone',
        zh: '只有记录的单值属性可以这样写：请直接写值',
      },
    ),
  notA: (what: Part, text: string, expected: Part, example: string) =>
    error(
      'value/type',
      {
        en: `${en(what)} takes a ${en(expected)}, not ${quote(text)}`,
        zh: `${zh(what)} 应为${zh(expected)}，而不是 ${quote(text)}`,
      },
      { en: `for example ${example}`, zh: `例如 ${example}` },
    ),
  badFormat: (what: Part, text: string, expected: Part, hint?: Text) =>
    error(
      'value/format',
      {
        en: `${en(what)} takes ${en(expected)}, not ${quote(text)}`,
        zh: `${zh(what)} 应为${zh(expected)}，而不是 ${quote(text)}`,
      },
      excelRemedy(text) ?? hint,
    ),
  wideComma: (what: Part, text: string) =>
    error(
      'value/format',
      {
        en: `${quote(text)} is one text of ${en(what)}: \`，\` does not separate items`,
        zh: `${quote(text)} 会被当作 ${zh(what)} 的一个值：全角逗号 \`，\` 不分隔各项`,
      },
      {
        en: 'write `,` between them; in quotes where the comma belongs to the text',
        zh: '请用半角逗号 `,` 分隔；如逗号属于文本本身，请加引号',
      },
    ),
  emptyText: (what: Part) =>
    error(
      'value/format',
      { en: `${en(what)} is empty`, zh: `${zh(what)} 是空的` },
      { en: 'write a text, or leave the key out', zh: '请填写，或去掉这个键' },
    ),
  textTooLong: (what: Part, length: number, most: number) =>
    error('value/format', {
      en: `${en(what)} has ${length} characters, more than the ${most} allowed`,
      zh: `${zh(what)} 有 ${length} 个字符，超过上限 ${most} 个`,
    }),
  textInvisible: (what: Part, character: string) =>
    error(
      'value/format',
      {
        en: `${en(what)} contains the invisible character ${visibleText(character)}`,
        zh: `${zh(what)} 含有不可见字符 ${visibleText(character)}`,
      },
      { en: 'delete it', zh: '请删去' },
    ),
  notInEnum: (what: Part, text: string, near: string | undefined, all: readonly string[]) =>
    error(
      'value/enum',
      {
        en: `${quote(text)} is not a value of ${en(what)}`,
        zh: `${quote(text)} 不是 ${zh(what)} 的可选值`,
      },
      didYouMean(near) ?? writeOneOf(all),
    ),

  // ids and references
  idFormat: (id: string, prefix: string, near: string | undefined) =>
    error(
      'id/format',
      {
        en: `${quote(id)} is not a valid id here: write ${quote(`${prefix}:`)}, then lower case letters, digits and hyphens`,
        zh: `${quote(id)} 不是这里的有效 id：应以 ${quote(`${prefix}:`)} 开头，后接小写字母、数字和连字符`,
      },
      near ? { en: `for example ${quote(near)}`, zh: `例如 ${quote(near)}` } : undefined,
    ),
  wrongPart: (one: string, part: string, likely: string, prefix: string) =>
    error(
      'id/format',
      {
        en: `${withArticle(one)} is written under ${quote(`${part}:`)}; is the line ${quote(`${likely}:`)} missing?`,
        zh: `${one} 记录写在了 ${quote(`${part}:`)} 下；是否漏写了 ${quote(`${likely}:`)} 一行？`,
      },
      {
        en: `write ${quote(`${likely}:`)} above it, or let its id begin with ${quote(`${prefix}:`)}`,
        zh: `请在其上方写 ${quote(`${likely}:`)}，或让 id 以 ${quote(`${prefix}:`)} 开头`,
      },
    ),
  idTooLong: (id: string, most: number) =>
    error('id/format', {
      en: `the id ${quote(id)} has more than ${most} characters`,
      zh: `id ${quote(id)} 超过 ${most} 个字符`,
    }),
  idTwice: (id: string, position: Position, comparison?: Text) =>
    error(
      'id/duplicate',
      {
        en: `the id ${quote(id)} is already used at ${position}`,
        zh: `id ${quote(id)} 已用于 ${position}`,
      },
      comparison ?? {
        en: 'one id, one record: merge the two, or give this one another id',
        zh: '一个 id 对应一条记录：请合并两条记录，或为这一条另取 id',
      },
    ),
  formerIdOwn: (id: string) =>
    error(
      'id/duplicate',
      {
        en: `${quote(id)} is the id of this record, not a former one`,
        zh: `${quote(id)} 是这条记录的现用 id，不是曾用 id`,
      },
      { en: 'delete it from `formerIds`', zh: '请从 `formerIds` 中删去' },
    ),
  formerIdTwice: (id: string) =>
    error(
      'id/duplicate',
      {
        en: `${quote(id)} is listed twice among the former ids of this record`,
        zh: `${quote(id)} 在这条记录的曾用 id 中列了两次`,
      },
      { en: 'delete one', zh: '请删去一个' },
    ),
  factTwice: (what: Part, position: Position, keys: readonly string[]) =>
    error(
      'id/duplicate',
      {
        en: `${en(what)} is written twice in this record, first at ${position}`,
        zh: `${zh(what)} 在这条记录中写了两次，第一次在 ${position}`,
      },
      mergeOrDistinguish(keys),
    ),
  itemTwice: (list: Part, position: Position, keys: readonly string[]) =>
    error(
      'id/duplicate',
      {
        en: `this item of ${en(list)} is the same one as at ${position}`,
        zh: `${zh(list)} 的这一项与 ${position} 处相同`,
      },
      mergeOrDistinguish(keys),
    ),
  datasetTwice: (position: Position) =>
    error(
      'id/duplicate',
      { en: `\`dataset:\` is already written at ${position}`, zh: `\`dataset:\` 已写在 ${position}` },
      { en: 'keep one over all folders', zh: '所有文件夹中只保留一处' },
    ),
  refUnknown: (text: string, near: readonly string[]) =>
    error(
      'ref/unknown',
      { en: `no record has the id ${quote(text)}`, zh: `没有 id 为 ${quote(text)} 的记录` },
      didYouMean(...near) ?? { en: 'fix the id, or add the record', zh: '请改正 id，或补充该记录' },
    ),
  refSeveral: (text: string, parts: readonly string[]) =>
    error(
      'ref/unknown',
      { en: `no record has the id ${quote(text)}`, zh: `没有 id 为 ${quote(text)} 的记录` },
      {
        en: `several ids are a list: ${quote(`[${parts.join(', ')}]`)}, in a table ${quote(parts.join('|'))}`,
        zh: `多个 id 应写成列表：${quote(`[${parts.join(', ')}]`)}，表格中写成 ${quote(parts.join('|'))}`,
      },
    ),
  refType: (id: string, found: string, what: Part, expected: string, near: readonly string[]) =>
    error(
      'ref/type',
      {
        en: `${quote(id)} is ${withArticle(found)}; ${en(what)} takes ${withArticle(expected)}`,
        zh: `${quote(id)} 的类型是 ${found}；${zh(what)} 应引用 ${expected}`,
      },
      didYouMean(...near),
    ),

  // evidence
  evidenceMissing: (what: Part) =>
    error(
      'evidence/missing',
      { en: `${en(what)} has no evidence`, zh: `${zh(what)} 没有注明依据` },
      {
        en: 'add `evidence: { source, locator }` here, or under `defaults:`',
        zh: '请在此处或 `defaults:` 下补充 `evidence: { source, locator }`',
      },
    ),
  evidenceNoSource: () =>
    error(
      'evidence/missing',
      {
        en: 'this evidence names no source, and nothing around it does',
        zh: '这条依据没有写明来源，上层也没有写明',
      },
      {
        en: 'add `source:` with the id of a record of `sources:`',
        zh: '请补充 `source:`，写 `sources:` 中一条记录的 id',
      },
    ),
  locatorMissing: (source: string) =>
    fillIn(
      'locator',
      error(
        'evidence/locator',
        {
          en: `the evidence in ${quote(source)} has no locator`,
          zh: `引自 ${quote(source)} 的依据没有写明出处位置`,
        },
        {
          en: 'add `locator:`, for example p3 or 第十二条; naming `source` drops an inherited one',
          zh: '请补充 `locator:`，例如 p3 或 第十二条；写了 `source` 就不再沿用上层的位置',
        },
      ),
    ),
  locatorWhose: (sources: readonly string[]) =>
    error(
      'evidence/locator',
      {
        en: `this locator could belong to ${sources.map(quote).join(' or ')}`,
        zh: `这个出处位置可能属于 ${sources.map(quote).join(' 或 ')}`,
      },
      { en: 'name the `source` too', zh: '请同时写明 `source`' },
    ),

  // sense
  dateOrder: (startName: string, start: string, endName: string, end: string) =>
    error(
      'date/order',
      {
        en: `${quote(endName)} ${end} is before ${quote(startName)} ${start}`,
        zh: `${quote(endName)} ${end} 早于 ${quote(startName)} ${start}`,
      },
      {
        en: 'a coarse date ends on its last day and starts on its first',
        zh: '只写到年或月的日期：起始按第一天计，截止按最后一天计',
      },
    ),
  treeCycle: (name: string, circle: readonly string[]) =>
    error(
      'tree/cycle',
      {
        en: `${quote(name)} leads in a circle: ${circle.join(' → ')}`,
        zh: `${quote(name)} 形成循环：${circle.join(' → ')}`,
      },
      { en: 'remove the step that is wrong', zh: '请删去其中错误的一步' },
    ),
  namesItself: (what: string, id: string) =>
    error(
      'tree/cycle',
      { en: `${quote(id)} names itself at ${quote(what)}`, zh: `${quote(id)} 的 ${quote(what)} 指向了自身` },
      {
        en: 'name the record that is meant, or delete it',
        zh: '请写明所指的记录，或删去',
      },
    ),
  policyReachesNothing: (lacks: 'SUPPORTS' | 'APPLIES_IN') =>
    lacks === 'SUPPORTS'
      ? warning(
          'policy/reaches-nothing',
          {
            en: 'this policy supports no industry and no cluster',
            zh: '这项政策没有写明支持的产业或集群',
          },
          { en: 'add `industries` or `clusters`', zh: '请补充 `industries` 或 `clusters`' },
        )
      : warning(
          'policy/reaches-nothing',
          { en: 'this policy applies in no place', zh: '这项政策没有写明适用地区' },
          { en: 'add `places`', zh: '请补充 `places`' },
        ),
  policyNoStart: () =>
    warning(
      'policy/no-start',
      {
        en: 'nothing says since when this policy is in force',
        zh: '没有写明这项政策自何时起施行',
      },
      { en: 'add `effectiveFrom` or `issuedOn`', zh: '请补充 `effectiveFrom` 或 `issuedOn`' },
    ),
} as const;
