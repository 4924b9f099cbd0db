/** Seed files in canonical order and layout, with the proof that they say what they said. */

import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Model } from '../../model/model.ts';
import { datasetDigest } from '../../model/stored/dataset-digest.ts';
import type { OpenFile, OpenSeeds } from '../files/open-seeds.ts';
import type { FileChange } from '../files/replace-files.ts';
import { readTexts, type SeedsResult } from '../read-seeds.ts';
import { isTable } from '../written/is-table.ts';
import { collectDiagnostics } from '../written/report.ts';
import { sourceText } from '../written/written.ts';
import { formatText } from './format-text.ts';

/** What is to be done to seed files. */
export interface FormattedSeeds {
  readonly changes: readonly FileChange[];
  /** What keeps files from being read as YAML; they stay as they are. */
  readonly faults: readonly Diagnostic[];
  /** Files that stay as they are for another reason. */
  readonly kept: readonly { readonly file: string; readonly why: string }[];
  /** Whether all the new files together say what the old ones did; where not, nothing may be written. */
  readonly same: boolean;
}

/** The canonical text of each YAML file that has another; a table has no other layout. */
export function formatSeeds(model: Model, { files, diagnostics }: OpenSeeds): FormattedSeeds {
  const faults: Diagnostic[] = [...diagnostics];
  const kept: { readonly file: string; readonly why: string }[] = [];
  const changes: FileChange[] = [];
  const texts = new Map<OpenFile, string>();
  for (const file of files.filter(({ sound, source }) => sound && !isTable(source.file))) {
    const formatted = formatText(model, file.source);
    if ('faults' in formatted) faults.push(...formatted.faults);
    else if ('kept' in formatted) kept.push({ file: file.source.file, why: formatted.kept });
    else if (file.marked || formatted.text !== file.source.text) {
      texts.set(file, formatted.text);
      changes.push(changeOf(file, formatted.text));
    }
  }
  return { changes, faults, kept, same: changes.length === 0 || sameSense(model, files, texts) };
}

/** The change of a file to another text. */
export function changeOf({ source, path, marked }: OpenFile, after: string): FileChange {
  return { file: source.file, path, before: `${marked ? BYTE_ORDER_MARK : ''}${source.text}`, after };
}

/** What may precede a text. */
export const BYTE_ORDER_MARK = '\ufeff';

function sameSense(model: Model, files: readonly OpenFile[], texts: ReadonlyMap<OpenFile, string>): boolean {
  const before = readTexts(model, files, collectDiagnostics());
  const after = readTexts(model, replaceTexts(files, texts), collectDiagnostics());
  if (before.dataset && after.dataset) return datasetDigest(before.dataset) === datasetDigest(after.dataset);
  return !before.dataset && !after.dataset && faultsOf(before) === faultsOf(after);
}

/** Files with some of their texts replaced. */
export function replaceTexts(
  files: readonly OpenFile[],
  texts: ReadonlyMap<OpenFile, string>,
): readonly OpenFile[] {
  return files.map((file) => {
    const text = texts.get(file);
    return text === undefined ? file : { ...file, source: sourceText(file.source.file, text) };
  });
}

/** The faults, wherever they are; a message may name a line. */
function faultsOf({ diagnostics }: SeedsResult): string {
  const words = diagnostics.map(({ file, code, message }) => `${file} ${code} ${message.en}`);
  return words
    .map((each) => each.replace(/:\d+/g, ''))
    .sort()
    .join('\n');
}
