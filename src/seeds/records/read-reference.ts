/** A written reference → the id of the record that it means. */

import { csvFaults } from '../../diagnostics/csv-messages.ts';
import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { concreteTypes } from '../../model/model.ts';
import { isTable } from '../written/is-table.ts';
import { reportForm } from '../written/report.ts';
import type { Written } from '../written/written.ts';
import type { Reading } from './reading.ts';

/**
 * The id of the record referred to; a former id gives today's. Undefined where there is none, which is reported.
 * @param what the key that the reference is written at
 * @param target the node type or interface that it takes
 * @param one whether it must be the only one
 */
export function readReference(
  reading: Reading,
  written: Written,
  what: string,
  target: string,
  one = false,
): string | undefined {
  const { model, index, suggest, report } = reading;
  if (written.form !== 'text') {
    reportForm(report, written, quote(what), { en: 'the id of a record', zh: '一条记录的 id' });
    return undefined;
  }
  const types = concreteTypes(model, target);
  const known = index.find(written.text);
  if (known) reading.onReference?.(written, known.id);
  const parts = written.text.split(/\s*[,，、;；|]\s*|\s+/u).filter((part) => part !== '');
  if (!known && parts.length > 1 && parts.every((part) => part.includes(':')))
    report(
      written.span,
      isTable(written.span.source.file)
        ? csvFaults.refSeveral(written.text, what, parts, one)
        : recordFaults.refSeveral(written.text, parts),
    );
  else if (!known) report(written.span, recordFaults.refUnknown(written.text, suggest(written.text, types)));
  else if (types.includes(known.type)) return known.id;
  else {
    const near = suggest(written.text, types);
    report(
      written.span,
      recordFaults.refType(written.text, known.type, quote(what), types.join(' or '), near),
    );
  }
  return undefined;
}
