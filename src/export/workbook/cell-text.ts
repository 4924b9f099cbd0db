/** The value at a key of a seed as the text of one cell, and back as far as no YAML is needed. */

import { inLine, type SeedValue } from '../forms/seed-text.ts';

/** Between the values of one cell, as in seed tables. */
const BETWEEN = '|';
/** What would be read as something else, or is changed on its way through a workbook: such a text is written in quotes. */
const NEEDS_QUOTES = /^$|^["[{\s]|\s$|[|\p{Cc}]|_x[\da-f]{4}_/iu;

/**
 * A value as a cell: a text as it is, several between bars, everything else in the form of seeds.
 * @example 张江 · 张江|张江科学城 · [{ value: 2023, evidence: { source: source:a, locator: p1 } }]
 */
export function cellText(value: SeedValue): string {
  if (typeof value === 'string') return quoted(value);
  const texts = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  return Array.isArray(value) && texts.length === value.length && texts.length > 0
    ? texts.map(quoted).join(BETWEEN)
    : inLine(value);
}

/** The texts of a cell that holds several; an empty one where two bars have nothing between them. */
export function textsOfCell(cell: string): readonly string[] {
  const parts = cell.match(/"(?:[^"\\]|\\.)*"(?=\||$)|[^|]+|(?<=\|)(?=\||$)|^(?=\|)/gu) ?? [];
  return parts.map(textOfCell);
}

/** The text of a cell that holds one. */
export function textOfCell(cell: string): string {
  if (!/^".*"$/su.test(cell)) return cell;
  try {
    return String(JSON.parse(cell));
  } catch {
    // Someone has typed a text between quotes.
    return cell;
  }
}

/** Whether a cell is written in the form of seeds: a list or a map in brackets. */
export function isSeedForm(cell: string): boolean {
  return /^[[{]/.test(cell);
}

/** Workbooks write characters as `_x000D_`: a text that holds such a sequence itself is written without it. */
function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? JSON.stringify(text).replaceAll('_x', '\\u005fx') : text;
}
