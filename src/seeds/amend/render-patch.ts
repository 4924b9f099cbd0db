/** Edits of a file as a patch: the lines that change, before and after. */

import type { TextEdit } from '../rename/text-edits.ts';
import { editText } from '../rename/text-edits.ts';
import { positionOf, type SourceText } from '../written/written.ts';

/** A patch in the unified form without context, one hunk for lines next to each other. */
export function renderPatch(source: SourceText, edits: readonly TextEdit[]): readonly string[] {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const hunks: { readonly from: number; to: number; readonly edits: TextEdit[] }[] = [];
  for (const edit of ordered) {
    const [from, to] = [edit.start, edit.end].map((offset) => positionOf(source, offset).line);
    const last = hunks.at(-1);
    if (last && from !== undefined && to !== undefined && from <= last.to + 1) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else hunks.push({ from: from ?? 1, to: to ?? 1, edits: [edit] });
  }
  let shift = 0;
  return [
    `--- ${source.file}`,
    `+++ ${source.file}`,
    ...hunks.flatMap(({ from, to, edits: own }) => {
      const start = source.lineStarts[from - 1] ?? 0;
      const end = source.lineStarts[to] ?? source.text.length;
      const old = source.text.slice(start, end);
      const moved = own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
      const [before, after] = [linesOf(old), linesOf(editText(old, moved))];
      const head = `@@ -${from},${before.length} +${from + shift},${after.length} @@`;
      shift += after.length - before.length;
      return [head, ...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)];
    }),
  ];
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
