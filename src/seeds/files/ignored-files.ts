/** Files among the seeds that look like seeds, and are not read. */

import type { Dirent } from 'node:fs';
import type { Fault } from '../../diagnostics/diagnostic.ts';
import { fileFaults } from '../../diagnostics/file-messages.ts';
import type { Text } from '../../diagnostics/text.ts';
import { isSeedName } from './is-seed-name.ts';

const OUTSIDE: Text = {
  en: 'keep this file outside the folders of seeds',
  zh: '原文件请放在种子文件夹之外',
};

/** Forms in which facts arrive, by the end of the name, and how to make seeds of them. */
const FORMS: readonly (readonly [RegExp, Text, Text])[] = [
  [
    /\.(?:xlsx?|xlsm|xlsb|ods|et|numbers)$/i,
    { en: 'a workbook', zh: '工作簿' },
    {
      en: `save each sheet as “CSV UTF-8 (逗号分隔)”, named as its type: firms.csv; ${OUTSIDE.en}`,
      zh: `请将每张工作表另存为“CSV UTF-8（逗号分隔）”，以类型命名：firms.csv；${OUTSIDE.zh}`,
    },
  ],
  [
    /\.tsv$/i,
    { en: 'a table that ends in .tsv', zh: '.tsv 表格' },
    {
      en: 'name it firms.csv: tabs between cells are read there, too',
      zh: '请命名为 firms.csv：单元格之间也可以用制表符',
    },
  ],
  [
    /\.(?:docx?|odt|wps|rtf)$/i,
    { en: 'a document', zh: '文档' },
    {
      en: `write its facts into a YAML file, and it as a record under \`sources:\`; ${OUTSIDE.en}`,
      zh: `请将其中的事实写入 YAML 文件，并在 \`sources:\` 下登记该文档；${OUTSIDE.zh}`,
    },
  ],
];
/** What office programs lay beside a file that is open. */
const OFFICE_LOCK = /^(?:~\$|\.~)/;

/** What is said of an entry of a folder that is no seed file; undefined where it does not look like one. */
export function ignoredFile(entry: Dirent): Fault | undefined {
  const { name } = entry;
  if (!entry.isFile()) {
    return isSeedName(name) && !entry.isSymbolicLink()
      ? fileFaults.ignored(
          { en: 'a pipe, socket or device', zh: '管道、套接字或设备' },
          { en: 'put a file here, or give this another name', zh: '请换成普通文件，或改名' },
        )
      : undefined;
  }
  const form = OFFICE_LOCK.test(name) ? undefined : FORMS.find(([end]) => end.test(name));
  return form && fileFaults.ignored(form[1], form[2]);
}
