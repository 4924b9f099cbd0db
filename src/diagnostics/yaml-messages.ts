/** Messages to curators about texts that are not YAML, or that use a part of YAML that seeds do not have. */

import { cutText } from './cut-text.ts';
import type { Fault } from './diagnostic.ts';
import { error, quote } from './fault.ts';
import type { Position } from './messages.ts';
import type { Text } from './text.ts';
import { visibleText } from './visible-text.ts';

const WRITE_OUT: Text = { en: 'write the value out', zh: '请直接写出值' };

export const yamlFaults = {
  syntax: (yamlCode: string, yamlMessage: string): Fault => {
    const reported = visibleText(yamlMessage);
    const [message, hint] = SYNTAX[yamlCode] ?? [{ en: reported, zh: `YAML 语法错误：${reported}` }];
    return error('yaml/syntax', message, hint);
  },
  wideMark: (wide: string, narrow: string): Fault =>
    error(
      'yaml/syntax',
      {
        en: `this line has a wide ${quote(wide)} where YAML takes ${quote(narrow)}`,
        zh: `这一行用了全角 ${quote(wide)}，YAML 应用半角 ${quote(narrow)}`,
      },
      {
        en: `write ${quote(`${narrow} `)}, half-width and with a space after it`,
        zh: `请写半角 ${quote(`${narrow} `)}，后面加一个空格`,
      },
    ),
  wideSpace: (): Fault =>
    error(
      'yaml/syntax',
      {
        en: 'this line has a full-width or non-breaking space, which YAML does not read as a space',
        zh: '这一行有全角空格或不换行空格，YAML 不当作空格',
      },
      { en: 'write an ordinary space', zh: '请用普通空格' },
    ),
  noSpace: (mark: string): Fault =>
    error(
      'yaml/syntax',
      {
        en: `a space is missing after the ${quote(mark)} of this line`,
        zh: `这一行的 ${quote(mark)} 后缺少空格`,
      },
      { en: `write ${quote(`${mark} `)}`, zh: `请写 ${quote(`${mark} `)}` },
    ),
  secondDocument: (): Fault =>
    error(
      'yaml/syntax',
      { en: 'a second YAML document begins here', zh: '此处开始了第二个 YAML 文档' },
      { en: 'delete the `---`, or make it a file', zh: '请删去 `---`，或另存为一个文件' },
    ),
  tooDeep: (most: number): Fault =>
    error(
      'yaml/syntax',
      {
        en: `lists and maps are more than ${most} deep here`,
        zh: `此处的列表和键值表嵌套超过 ${most} 层`,
      },
      { en: 'no seed needs more than about ten: flatten it', zh: '一般不超过十层：请减少嵌套' },
    ),
  tooManyTokens: (most: number): Fault =>
    error(
      'yaml/syntax',
      { en: `the file has more than ${most} words and marks`, zh: `文件的词和标记超过 ${most} 个` },
      { en: 'split it: folders carry no meaning', zh: '请拆分文件：分在哪个文件夹都可以' },
    ),
  keyTwice: (key: string, position: Position): Fault =>
    error(
      'yaml/syntax',
      {
        en: `the key ${quote(key)} is written twice in one map, first at ${position}`,
        zh: `键 ${quote(key)} 在同一处写了两次，第一次在 ${position}`,
      },
      { en: 'keep one of the two', zh: '请保留一个' },
    ),
  tag: (tag: string): Fault =>
    error(
      'yaml/syntax',
      {
        en: `seeds have no YAML tags such as ${quote(tag)}`,
        zh: `种子文件不用 ${quote(tag)} 之类的 YAML 标签`,
      },
      {
        en: 'delete it: the model declares what a value is; put a text that begins so in quotes',
        zh: '请删去：值的类型由模型规定；如文本确以此开头，请加引号',
      },
    ),
  directive: (line: string): Fault =>
    error(
      'yaml/syntax',
      {
        en: `seeds have no YAML directives such as ${quote(line)}`,
        zh: `种子文件不用 ${quote(line)} 之类的 YAML 指令`,
      },
      {
        en: 'delete the line: every seed file is YAML 1.2',
        zh: '请删去这一行：种子文件都是 YAML 1.2',
      },
    ),
  aliasUnknown: (name: string): Fault =>
    error(
      'yaml/syntax',
      {
        en: `the alias *${cutText(name)} has no anchor &${cutText(name)} before it`,
        zh: `别名 *${cutText(name)} 之前没有锚点 &${cutText(name)}`,
      },
      WRITE_OUT,
    ),
  aliasCircle: (name: string): Fault =>
    error(
      'yaml/syntax',
      {
        en: `the alias *${cutText(name)} is inside the value that it repeats`,
        zh: `别名 *${cutText(name)} 位于它所重复的值之内`,
      },
      WRITE_OUT,
    ),
  aliasTooMany: (most: number): Fault =>
    error(
      'yaml/syntax',
      {
        en: `the aliases of this file repeat more than ${most} values`,
        zh: `文件中的别名重复了超过 ${most} 个值`,
      },
      { en: 'write the values out, or fewer aliases', zh: '请直接写出值，或减少别名' },
    ),
  mergeKey: (): Fault =>
    error(
      'yaml/syntax',
      { en: 'seeds have no merge key `<<`', zh: '种子文件不用合并键 `<<`' },
      {
        en: 'write the keys out; `defaults:` gives a file its evidence',
        zh: '请直接写出各键；全文件共用的依据写在 `defaults:` 下',
      },
    ),
} as const;

/** What YAML's own faults mean, and how to fix them, by the library's codes. */
const SYNTAX: Readonly<Record<string, readonly [problem: Text, hint?: Text]>> = {
  BAD_INDENT: [
    { en: 'the indentation does not fit, or a bracket is not closed', zh: '缩进不对，或括号没有闭合' },
    { en: 'indent by spaces, two for each level', zh: '请用空格缩进，每层两个' },
  ],
  TAB_AS_INDENT: [
    { en: 'a tab indents this line', zh: '这一行用制表符缩进' },
    { en: 'indent by spaces', zh: '请用空格缩进' },
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    {
      en: 'a second `key: value` is on this line, or the next line is indented too far',
      zh: '这一行有第二个 `键: 值`，或下一行缩进过多',
    },
    {
      en: 'put a text that contains `: ` in quotes; write the keys of one record in one column',
      zh: '含有 `: ` 的文本请加引号；同一条记录的各键请对齐',
    },
  ],
  BAD_SCALAR_START: [
    { en: 'a text cannot begin with this character', zh: '文本不能以这个字符开头' },
    { en: 'put the text in quotes', zh: '请给文本加引号' },
  ],
  BAD_DQ_ESCAPE: [
    { en: 'this is not a valid escape in a double-quoted text', zh: '双引号文本中的转义写法无效' },
    {
      en: "write \\\\ for a backslash, or use 'single quotes'",
      zh: "反斜杠请写 \\\\，或改用 '单引号'",
    },
  ],
  MULTILINE_IMPLICIT_KEY: [
    { en: 'this line has no `key:`', zh: '这一行没有 `键:`' },
    { en: 'write each line of a map as `key: value`', zh: '每一行请写成 `键: 值`' },
  ],
  NON_STRING_KEY: [{ en: 'a key is a word, not a list or a map', zh: '键应为一个词，不能是列表或键值表' }],
  MISSING_CHAR: [
    {
      en: 'a quote or bracket that opens here is not closed, or a `-` or `:` is missing',
      zh: '此处的引号或括号没有闭合，或缺少 `-` 或 `:`',
    },
    {
      en: 'close it, or line it up with its neighbours; put a text with special characters in quotes',
      zh: '请闭合，或与相邻各行对齐；含特殊字符的文本请加引号',
    },
  ],
  KEY_OVER_1024_CHARS: [
    {
      en: 'a key of more than 1,024 characters: a quote or a bracket may be open',
      zh: '键超过 1024 个字符：可能有引号或括号没有闭合',
    },
  ],
};
