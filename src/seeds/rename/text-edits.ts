/** Changes at places of a text that leave everything else as it is. */

/** A stretch of a text and its replacement; of no length for an insertion. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all edits made; they do not overlap. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const edit of inOrder(edits)) {
    parts.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return parts.join('') + text.slice(from);
}

/** Where offsets of the old text, at none of which something is inserted, are in the new one; ascending. */
export function movedOffsets(offsets: readonly number[], edits: readonly TextEdit[]): readonly number[] {
  const ordered = inOrder(edits);
  let next = 0;
  let shift = 0;
  return [...offsets]
    .sort((a, b) => a - b)
    .map((offset) => {
      for (let edit = ordered[next]; edit && edit.start < offset; edit = ordered[next]) {
        shift += edit.text.length - (edit.end - edit.start);
        next += 1;
      }
      return offset + shift;
    });
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start);
}

/** An id instead of another in a scalar as written: its quotes and all around it stay. */
export function editId(written: string, from: string, to: string): string {
  const parts = written.split(from);
  // Written with escapes it can only be in double quotes.
  return parts.length === 2 ? parts.join(to) : `"${to}"`;
}
