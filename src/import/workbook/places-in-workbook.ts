/** Where a workbook of an export has what the seed files made from it say. */

import { TO } from '../../export/workbook/seed-sheets.ts';
import {
  entryOf,
  type SourceText,
  type Span,
  type Written,
  type WrittenEntry,
} from '../../seeds/written/written.ts';
import { parseYaml } from '../../seeds/yaml/parse-yaml.ts';
import { type PlaceOf, placeInWords } from '../place-faults.ts';
import type { WorkbookSeeds } from './seeds-of-workbook.ts';

const ID = 'id';

/** The row of a span: that of an item where it has a sheet of its own, else that of its record, and the column. */
export function placesInWorkbook({ rows }: Pick<WorkbookSeeds, 'rows'>): PlaceOf {
  const read = new Map<SourceText, Written | undefined>();
  return (span) => {
    const { source } = span;
    if (!read.has(source)) read.set(source, parseYaml(source, () => undefined).written);
    const list = entryAt(read.get(source), span);
    const record = list && itemAt(list.value, span)?.item;
    const written = record?.form === 'map' ? entryOf(record, ID)?.value : undefined;
    const id = written?.form === 'text' ? written.text : undefined;
    if (!list || id === undefined) return undefined;
    const sheet = list.key.text;
    const field = entryAt(record, span);
    const own = field && rows.get(`${sheet}.${field.key.text}`)?.get(id);
    if (field && own) {
      const found = itemAt(field.value, span);
      const row = own[found?.nth ?? 0];
      const column = found?.item.form === 'text' ? TO : columnOf(entryAt(found?.item, span), span);
      if (row !== undefined)
        return placeInWords({ sheet: `${sheet}.${field.key.text}`, row, heading: column });
    }
    const row = rows.get(sheet)?.get(id)?.[0];
    return row === undefined ? undefined : placeInWords({ sheet, row, heading: columnOf(field, span) });
  };
}

/** The column of a key; of evidence, that of the key inside. */
function columnOf(field: WrittenEntry | undefined, span: Span): string | undefined {
  if (field?.key.text !== 'evidence') return field?.key.text;
  return entryAt(itemAt(field.value, span)?.item, span)?.key.text;
}

function entryAt(map: Written | undefined, { start, end }: Span): WrittenEntry | undefined {
  const entries = map?.form === 'map' ? map.entries : [];
  return entries.find(
    ({ key, value }) => key.span.start <= start && end <= Math.max(key.span.end, value.span.end),
  );
}

/** The item of a list that has a span; a value that is no list is the one item. */
function itemAt(
  value: Written,
  { start, end }: Span,
): { readonly item: Written; readonly nth: number } | undefined {
  if (value.form !== 'list') return { item: value, nth: 0 };
  const nth = value.items.findIndex(({ span }) => span.start <= start && end <= span.end);
  const item = value.items[nth];
  return item && { item, nth };
}
