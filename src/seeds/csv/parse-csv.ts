/** A CSV table → what is written: the records of the one type that the file's name says. */

import { csvFaults } from '../../diagnostics/csv-messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { type Model, type NodeTypeModel, SOURCE } from '../../model/model.ts';
import type { Report } from '../written/report.ts';
import type { ParsedFile, SourceText, Span } from '../written/written.ts';
import { joinRows } from './join-rows.ts';
import { readColumns } from './read-columns.ts';
import { splitCsv } from './split-csv.ts';

/** The type of the records of a table: what its file's name says up to the first dot. */
export function typeOfTable(
  types: ReadonlyMap<string, NodeTypeModel>,
  { file }: SourceText,
): NodeTypeModel | undefined {
  return types.get(nameOfTable(file));
}

function nameOfTable(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).split('.')[0] ?? '';
}

/**
 * What a table says.
 * @param types the node types by their keys in seed files
 */
export function parseCsv(
  model: Model,
  types: ReadonlyMap<string, NodeTypeModel>,
  source: SourceText,
  report: Report,
): ParsedFile {
  const nothing: ParsedFile = { written: undefined, broken: [], doubtfulFrom: 0 };
  const top: Span = { source, start: 0, end: 0 };
  const name = nameOfTable(source.file);
  const type = typeOfTable(types, source);
  if (!type) report(top, csvFaults.typeUnknown(name, nearest(name, types.keys()), [...types.keys()]));
  let faults = 0;
  const [header, ...rows] = splitCsv(source, report);
  if (!header && source.text.trim() === '') report(top, csvFaults.noHeader());
  if (!type || !header) return nothing;
  const columns = readColumns(model, type, header, (span, fault) => {
    faults += 1;
    report(span, fault);
  });
  // Under a header with faults every row would seem to lack something: they are known to others, and not judged.
  const doubtful = faults > 0 || header.broken;
  const silent: Report = () => undefined;
  const records = joinRows(columns, rows, type.name !== SOURCE, doubtful ? silent : report);
  const items = records.map(({ map }) => map);
  const broken = records.filter((record) => record.broken || doubtful).map(({ map }) => map.span.start + 1);
  const key = { form: 'text', text: name, span: header.span } as const;
  const list = { form: 'list', items, span: header.span } as const;
  return {
    written: { form: 'map', entries: [{ key, value: list }], span: header.span },
    // One character into the row: at its beginning a fault would count for the row before, too.
    broken: broken.sort((a, b) => a - b),
    doubtfulFrom: Number.POSITIVE_INFINITY,
  };
}
