/** What the dataset asserts of itself: how many records of a type there are, and that some exist. */

import { sayCheck } from '../diagnostics/check-messages.ts';
import { quote, say } from '../diagnostics/messages.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { checkKeys } from './check-keys.ts';
import { typesByKey } from './list-records.ts';
import { readDecimal } from './read-decimal.ts';
import type { Reading } from './reading.ts';
import { reportForm } from './report.ts';
import { entryOf, type Written, type WrittenMap, type WrittenText } from './written.ts';

const NAME = 'name';
const COUNT = 'count';
const BOUNDS = ['atLeast', 'atMost'] as const;
const EXIST = 'exist';

/**
 * Reports what is asserted and does not hold.
 * @example { name: 上海有十六个区, count: regions, atLeast: 17 } and { name: 三大先导产业, exist: [industry:a] }
 */
export function checkAssertions(reading: Reading, written: Written): void {
  const { report } = reading;
  if (written.form !== 'list') {
    reportForm(report, written, '`assertions`', 'a list');
    return;
  }
  for (const item of written.items) {
    if (item.form === 'map') checkAssertion(reading, item);
    else reportForm(report, item, '`assertions`', 'maps');
  }
}

function checkAssertion(reading: Reading, map: WrittenMap): void {
  const { report, index, model, suggest } = reading;
  checkKeys([NAME, COUNT, ...BOUNDS, EXIST], 'an assertion', map, report);
  const name = textAt(reading, map, NAME)?.text ?? 'this assertion';
  if (!entryOf(map, NAME)) report(map.span, say.keyMissing(NAME, 'this assertion'));
  const exist = entryOf(map, EXIST)?.value;
  const items = exist?.form === 'list' ? exist.items : exist ? [exist] : [];
  for (const written of items) {
    const { span } = written;
    if (written.form !== 'text') {
      reportForm(report, written, quote(EXIST), 'ids as texts');
      continue;
    }
    const { text } = written;
    const known = index.find(text);
    if (known) reading.onReference?.(written, known.id);
    else report(span, sayCheck.assertionExists(name, text, suggest(text, [...model.nodeTypes.keys()])));
  }
  const counts = checkCount(reading, map, name);
  if (!counts && items.length === 0) report(map.span, sayCheck.assertionEmpty());
}

/** Whether something is said of a number. */
function checkCount(reading: Reading, map: WrittenMap, name: string): boolean {
  const { report, model, index } = reading;
  const list = textAt(reading, map, COUNT);
  const bounds = BOUNDS.map((key) => textAt(reading, map, key));
  const [lower, upper] = bounds.map((bound, at) => bound && readCount(reading, BOUNDS[at] ?? '', bound));
  if (!list) {
    if (bounds.some(Boolean)) report(map.span, say.keyMissing(COUNT, 'this assertion'));
    return bounds.some(Boolean);
  }
  const types = typesByKey(model);
  const type = types.get(list.text);
  if (!type) {
    const keys = [...types.keys()];
    report(list.span, say.notInEnum(quote(COUNT), list.text, nearest(list.text, keys), keys));
    return true;
  }
  const count = [...index.owners].filter((record) => record.type === type).length;
  const fails = (bound: string) => report(map.span, sayCheck.assertionCount(name, list.text, count, bound));
  if (lower !== undefined && count < lower) fails(`at least ${lower}`);
  if (upper !== undefined && count > upper) fails(`at most ${upper}`);
  return bounds.some(Boolean);
}

function readCount({ report }: Reading, key: string, { text, span }: WrittenText): number | undefined {
  const decimal = readDecimal(text);
  if (decimal !== undefined && /^\d{1,9}$/.test(decimal)) return Number(decimal);
  report(span, say.notA(quote(key), text, 'count', '16'));
  return undefined;
}

function textAt({ report }: Reading, map: WrittenMap, key: string): WrittenText | undefined {
  const written = entryOf(map, key)?.value;
  if (!written || written.form === 'text') return written;
  reportForm(report, written, quote(key), 'a text');
  return undefined;
}
