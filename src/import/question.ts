/** What an import cannot decide: a person answers, in the map or in the list. */

import type { Likely } from './known-names.ts';
import type { CellDoubt } from './sheet.ts';

/** An open question, at a row of the list where it is about one. */
export interface Question {
  /** As spreadsheets count, from 1; undefined for one about the whole table. */
  readonly row: number | undefined;
  /** The heading of the column; undefined for one about the whole row. */
  readonly heading: string | undefined;
  /** The cell as it is. */
  readonly text: string;
  readonly about: Doubt;
}

/** What is in doubt. */
export type Doubt =
  /** The table has no such heading: the nearest that it has. */
  | { readonly kind: 'HEADING_MISSING'; readonly near: string | undefined }
  | { readonly kind: 'HEADING_TWICE' }
  /** The heading names another unit than the map does. */
  | { readonly kind: 'HEADING_UNIT'; readonly unit: string; readonly inMap: string }
  /** From this row on the sheet has another table. */
  | { readonly kind: 'OTHER_TABLE' }
  /** The numbers of rows have a gap, or begin anew. */
  | { readonly kind: 'NUMBER'; readonly expected: number }
  | { readonly kind: CellDoubt }
  | { readonly kind: 'NAME_MISSING' }
  /** The name may be a record's. */
  | { readonly kind: 'NAME_DOUBTFUL'; readonly likely: readonly Likely[] }
  /** The map gives the name an id that no record has. */
  | { readonly kind: 'ANSWER_UNKNOWN'; readonly id: string; readonly likely: readonly Likely[] }
  /** The record of the row's number or former name is on hand by another name. */
  | { readonly kind: 'RENAMED'; readonly id: string }
  /** The name is like that of a record that the list no longer has: the characters that both have. */
  | { readonly kind: 'MAY_BE_RENAMED'; readonly id: string; readonly before: string; readonly shared: string }
  /** Another row has the same record. */
  | { readonly kind: 'NAME_TWICE'; readonly row: number }
  /** No record has the name that a cell refers to, or several may have. */
  | { readonly kind: 'REFERENCE'; readonly likely: readonly Likely[] }
  /** A record on hand has another value. */
  | { readonly kind: 'DIFFERS'; readonly id: string; readonly property: string; readonly recorded: string };
