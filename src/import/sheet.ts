/** A list as an office sends it: the rows of one sheet, each cell as a person sees it. */

import { TextError } from '../diagnostics/text-error.ts';

/** A sheet of a workbook, or a CSV file. */
export interface Sheet {
  /** Undefined for a CSV file. */
  readonly name: string | undefined;
  /** None of a hidden one. */
  readonly rows: readonly SheetRow[];
  /** Whether people do not see it: it is named, and not read. */
  readonly isHidden?: boolean;
}

/** A row with at least one cell that is not empty. */
export interface SheetRow {
  /** As spreadsheets count, from 1. */
  readonly number: number;
  /** Cells of a merged range all have its text. */
  readonly cells: readonly Cell[];
}

/** A cell; an empty one has an empty text. */
export interface Cell {
  readonly text: string;
  /** Why the text may not be what was meant. */
  readonly doubt?: CellDoubt;
}

/** `ROUNDED`: a number of more digits than Excel keeps; `ERROR`: a formula that failed; `NO_RESULT`: one never calculated. */
export type CellDoubt = 'ROUNDED' | 'ERROR' | 'NO_RESULT';

/** A file that cannot be read as a list, in words for the person who has it. */
export class UnreadableList extends TextError {
  override name = 'UnreadableList';
}

/** A cell without what spreadsheets hide in texts. */
export function cellOf(text: string, doubt?: CellDoubt): Cell {
  const clean = text
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, '')
    .replace(/[\u00a0\t]/g, ' ')
    .trim();
  return doubt === undefined ? { text: clean } : { text: clean, doubt };
}

/** The different texts of a row, in their order. */
export function textsOf({ cells }: SheetRow): readonly string[] {
  return [...new Set(cells.map(({ text }) => text).filter((text) => text !== ''))];
}
