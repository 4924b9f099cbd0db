/** One changed record: the last firm of the first file of firms, of another size and in one industry more. */

import { invariant } from '../../src/diagnostics/invariant.ts';
import type { SeedFiles } from './make-seeds.ts';

/** An edit: which file is another, its text, and which record it is about. */
export interface OneEdit {
  readonly path: string;
  readonly text: string;
  readonly id: string;
  /** The industry that the firm operates in from now on. */
  readonly industry: string;
}

const FIRMS = 'firms/firms-001.yaml';
const INDUSTRIES = 'industries/industries-001.yaml';

/** Edits one record of made seeds; everything else keeps its bytes. */
export function editOneRecord(files: SeedFiles): OneEdit {
  const text = files.get(FIRMS) ?? '';
  const start = text.lastIndexOf('\n  - id: ') + 1;
  const record = text.slice(start);
  const id = /id: (\S+)/.exec(record)?.[1];
  const listed = [...(files.get(INDUSTRIES) ?? '').matchAll(/^ {2}- id: (\S+)/gmu)].map(
    ([, each]) => each ?? '',
  );
  const industry = listed.find((each) => each !== 'industry:all' && !record.includes(each));
  invariant(id && industry, 'made seeds have a file of firms and one of industries');
  const size = record.includes('smeSize: MICRO') ? 'LARGE' : 'MICRO';
  const edited = record
    .replace(/smeSize: \w+/, `smeSize: ${size}`)
    .replace(/industries: \[/, `industries: [${industry}, `);
  return { path: FIRMS, text: text.slice(0, start) + edited, id, industry };
}
