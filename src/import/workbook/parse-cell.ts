/** The text of a cell → the value at a key of a seed. */

import type { Text } from '../../diagnostics/text.ts';
import type { SeedValue } from '../../export/forms/seed-text.ts';
import { isSeedForm, textOfCell, textsOfCell } from '../../export/workbook/cell-text.ts';
import { collectDiagnostics } from '../../seeds/written/report.ts';
import { sourceText, type Written } from '../../seeds/written/written.ts';
import { parseYaml } from '../../seeds/yaml/parse-yaml.ts';

/** A value, or what is wrong with the cell. */
export type ParsedCell = { readonly value: SeedValue } | { readonly fault: Text };

/**
 * Reads a cell that is not empty.
 * @param many whether it holds several values, between bars
 */
export function parseCell(cell: string, many: boolean): ParsedCell {
  if (isSeedForm(cell)) return parseSeedForm(cell);
  return { value: many ? textsOfCell(cell) : textOfCell(cell) };
}

function parseSeedForm(cell: string): ParsedCell {
  const { report, sorted } = collectDiagnostics();
  const { written } = parseYaml(sourceText('', cell), report);
  const [fault] = sorted();
  if (written && !fault) return { value: seedValueOf(written) };
  const { en, zh } = fault?.message ?? { en: 'it is empty', zh: '内容为空' };
  return {
    fault: {
      en: `What begins with a bracket is read as seeds are, and this cannot be: ${en}. Close every bracket and quote, or write a text in quotes: "[…"`,
      zh: `以括号开头的内容按种子格式读取，但无法读取：${zh}。请补全括号和引号；如为普通文字，请加引号："[…"`,
    },
  };
}

function seedValueOf(written: Written): SeedValue {
  switch (written.form) {
    case 'list':
      return written.items.map(seedValueOf);
    case 'map':
      return Object.fromEntries(written.entries.map(({ key, value }) => [key.text, seedValueOf(value)]));
    default:
      return written.text;
  }
}
