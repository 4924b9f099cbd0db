/** Files among the seeds that look like seeds, and are not read. */

import type { Dirent } from 'node:fs';
import type { Fault } from '../../diagnostics/diagnostic.ts';
import { fileFaults } from '../../diagnostics/file-messages.ts';
import { isSeedName } from './is-seed-name.ts';

const OUTSIDE = 'keep this file outside the folders of seeds';

/** Forms in which facts arrive, by the end of the name, and how to make seeds of them. */
const FORMS: readonly (readonly [RegExp, string, string])[] = [
  [
    /\.(?:xlsx?|xlsm|xlsb|ods|et|numbers)$/i,
    'a workbook',
    `save each sheet as “CSV UTF-8 (逗号分隔)”, named as its type: firms.csv; ${OUTSIDE}`,
  ],
  [/\.tsv$/i, 'a table that ends in .tsv', 'name it firms.csv: tabs between cells are read there, too'],
  [
    /\.(?:docx?|odt|wps|rtf)$/i,
    'a document',
    `write its facts into a YAML file, and it as a record under \`sources:\`; ${OUTSIDE}`,
  ],
];
/** What office programs lay beside a file that is open. */
const OFFICE_LOCK = /^(?:~\$|\.~)/;

/** What is said of an entry of a folder that is no seed file; undefined where it does not look like one. */
export function ignoredFile(entry: Dirent): Fault | undefined {
  const { name } = entry;
  if (!entry.isFile()) {
    return isSeedName(name) && !entry.isSymbolicLink()
      ? fileFaults.ignored('a pipe, socket or device', 'put a file here, or give this another name')
      : undefined;
  }
  const form = OFFICE_LOCK.test(name) ? undefined : FORMS.find(([end]) => end.test(name));
  return form && fileFaults.ignored(form[1], form[2]);
}
