/** Messages to curators about files among the seeds: those that cannot be read, and those that are ignored. */

import { didYouMean, error, quote, warning } from './fault.ts';
import type { Text } from './text.ts';
import { visibleText } from './visible-text.ts';

export const fileFaults = {
  folderMissing: (folder: string) =>
    error(
      'file/encoding',
      { en: `there is no folder ${quote(folder)}`, zh: `没有文件夹 ${quote(folder)}` },
      {
        en: 'name existing folders with --seeds or KG_SEEDS',
        zh: '请用 --seeds 或 KG_SEEDS 指定存在的文件夹',
      },
    ),
  noFiles: (folders: readonly string[]) =>
    error(
      'file/encoding',
      {
        en: `no seed files: nothing below ${folders.map(quote).join(', ') || 'no folder at all'} ends in .yaml, .yml or .csv`,
        zh: `没有种子文件：${folders.map(quote).join('、') || '未指定文件夹'} 下没有 .yaml、.yml 或 .csv 文件`,
      },
      {
        en: 'write a first file, or name another folder with --seeds',
        zh: '请新建一个文件，或用 --seeds 指定其他文件夹',
      },
    ),
  unreadable: (reason: string) =>
    error('file/encoding', {
      en: `it cannot be read: ${visibleText(reason)}`,
      zh: `文件无法读取：${visibleText(reason)}`,
    }),
  conflict: (ids: readonly string[]) =>
    error(
      'file/conflict',
      {
        en: `git has left a conflict here: two branches changed the same lines${ids.length === 0 ? '' : ` of ${ids.map(quote).join(', ')}`}`,
        zh: `此处有未解决的 git 冲突：两个分支改动了${ids.length === 0 ? '' : ` ${ids.map(quote).join('、')} 的`}相同的行`,
      },
      {
        en: 'keep what is right of both versions, and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`',
        zh: '请保留两个版本中正确的内容，删去 `<<<<<<<`、`=======`、`>>>>>>>` 各行',
      },
    ),
  ignored: (kind: Text, remedy: Text) =>
    warning(
      'file/ignored',
      { en: `${kind.en} is not read as seeds`, zh: `${kind.zh}不会作为种子文件读取` },
      remedy,
    ),
  linkNotRead: () =>
    warning(
      'file/link',
      { en: 'a symbolic link is not read', zh: '符号链接不会读取' },
      {
        en: 'put the file itself there, or name its folder in --seeds',
        zh: '请放入文件本身，或用 --seeds 指定其所在文件夹',
      },
    ),
  tooLarge: (bytes: number, most: number) =>
    error(
      'file/encoding',
      {
        en: `the file has ${bytes} bytes, more than the ${most} allowed`,
        zh: `文件有 ${bytes} 字节，超过上限 ${most} 字节`,
      },
      { en: 'split it: folders carry no meaning', zh: '请拆分文件：分在哪个文件夹都可以' },
    ),
  notUtf8: (looksLike: string, table: boolean) =>
    error(
      'file/encoding',
      {
        en: `this is not UTF-8${looksLike && `, it looks like ${looksLike}`}`,
        zh: `文件不是 UTF-8 编码${looksLike && `，可能是 ${looksLike}`}`,
      },
      table
        ? {
            en: 'in Excel, save it as “CSV UTF-8 (逗号分隔)”',
            zh: '请在 Excel 中另存为“CSV UTF-8（逗号分隔）”',
          }
        : { en: 'save the file as UTF-8', zh: '请将文件存为 UTF-8 编码' },
    ),
  controlCharacter: (character: string) =>
    error(
      'file/encoding',
      {
        en: `the control character ${visibleText(character)} has no place in a text file`,
        zh: `文本文件中不应有控制字符 ${visibleText(character)}`,
      },
      { en: 'delete it', zh: '请删去' },
    ),
  notAMap: () =>
    error('value/type', {
      en: 'a seed file is a map of type keys such as `firms:`, each with a list of records',
      zh: '种子文件应由 `firms:` 等类型键组成，每个类型键下是一列记录',
    }),
  timeZone: (text: string, near: string | undefined) =>
    error(
      'value/format',
      { en: `${quote(text)} is not an IANA time zone`, zh: `${quote(text)} 不是 IANA 时区名` },
      didYouMean(near) ?? { en: 'for example Asia/Shanghai', zh: '例如 Asia/Shanghai' },
    ),
  tooManyRecords: (most: number) =>
    error('value/type', {
      en: `the seeds have more than ${most} records`,
      zh: `种子文件中的记录超过 ${most} 条`,
    }),
} as const;
