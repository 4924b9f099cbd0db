/** What words and keys say together of a number: its range, its bound and its modality. */

import { quote } from '../../diagnostics/fault.ts';
import { figureFaults, type Wording } from '../../diagnostics/figure-messages.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import type { Properties, Value } from '../../model/dataset.ts';
import type { PropertyModel } from '../../model/model.ts';
import type { Report } from '../written/report.ts';
import type { Span } from '../written/written.ts';
import type { FigureKeys } from './figure-keys.ts';
import type { PrintedWord } from './printed-words.ts';
import { isLess, type Printed } from './read-printed.ts';

/** The comparator of a range. */
const BETWEEN = 'BETWEEN';
/** What says nothing more than the fact itself does: it yields to every other word. */
const STATED = 'STATED';

/** What words and keys say of a number. */
export interface Said {
  readonly keys: FigureKeys;
  /** The keys that have a value. */
  readonly beside: ReadonlyMap<string, { readonly value: Value; readonly span: Span }>;
  readonly words: readonly PrintedWord[];
  /** Where the number is written. */
  readonly span: Span;
}

/** Whether a word bounds a number. */
export function isBound({ bound }: PrintedWord): boolean {
  return bound !== undefined;
}

/** The two ends of a range, by a text or by keys, where a type has both; undefined where there is one number. */
export function readRange(report: Report, said: Said, value: Printed): Properties | undefined {
  const { keys, beside, words, span } = said;
  const { valueMax: upper, bound } = keys;
  const key = beside.get(upper?.name ?? '');
  const comparator = bound && beside.get(bound.name);
  if (value.valueMax !== undefined && !upper) {
    const printedKey = keys.value.hedge && keys.printed?.name;
    report(span, figureFaults.range(quote(keys.what), value.value, value.valueMax, printedKey));
    return undefined;
  }
  if (!upper || !bound || (value.valueMax === undefined && !key)) {
    if (upper && comparator?.value === BETWEEN)
      report(comparator.span, recordFaults.keyMissing(upper.name, BETWEEN));
    return undefined;
  }
  const valueMax = value.valueMax ?? String(key?.value);
  const range: Wording = { by: `${value.value}–${valueMax}`, says: BETWEEN };
  const word = words.find(isBound);
  if (comparator && comparator.value !== BETWEEN) {
    const written = { by: bound.name, says: String(comparator.value) };
    report(comparator.span, figureFaults.contradiction(range, written));
  }
  if (word) report(span, figureFaults.contradiction(range, { by: word.word, says: word.bound ?? '' }));
  if (key && key.value !== valueMax) {
    const end = { by: upper.name, says: String(key.value) };
    report(key.span, figureFaults.contradiction({ by: keys.what, says: range.by }, end));
  } else if (key && !isLess(value.value, valueMax)) {
    report(key.span, figureFaults.backwards(keys.what, value.value, upper.name, valueMax));
  }
  return { [bound.name]: BETWEEN, [upper.name]: valueMax };
}

/** The bound or comparator that words and its key agree on; what neither says is the model's default. */
export function settleBound(report: Report, { keys: { bound }, beside, words, span }: Said): Properties {
  if (!bound) return {};
  const wordings = words.flatMap((word) =>
    word.bound === undefined ? [] : [{ by: word.word, says: word.bound }],
  );
  const [first, ...others] = wordings;
  const key = beside.get(bound.name);
  if (key) return settledByKey(report, bound, key, wordings);
  const other = first && others.find(({ says }) => says !== first.says);
  if (first && other) report(span, figureFaults.twoWords(bound.name, first, other));
  return settled(bound.name, first?.says ?? bound.default);
}

/** The modality that words and its key agree on. Where there is no key for it, only what is stated can be written. */
export function settleModality(
  report: Report,
  { keys: { modality, what }, beside, words, span }: Said,
): Properties {
  const wordings = words.flatMap((word) =>
    word.modality === undefined ? [] : [{ by: word.word, says: word.modality }],
  );
  const firm = wordings.filter(({ says }) => says !== STATED);
  const [first] = firm;
  if (!modality) {
    if (first) report(span, figureFaults.noModality(quote(what), first));
    return {};
  }
  const counted = firm.length > 0 ? firm : wordings;
  const key = beside.get(modality.name);
  if (key) return settledByKey(report, modality, key, counted);
  // Of 预计将 the weaker word counts, as everywhere that facts meet.
  const weakest = Math.max(...counted.map(({ says }) => modality.values.indexOf(says)));
  return settled(modality.name, modality.values[weakest] ?? modality.default);
}

/** What a key says; a word beside it that says something else is reported. */
function settledByKey(
  report: Report,
  { name }: PropertyModel,
  key: { readonly value: Value; readonly span: Span },
  wordings: readonly Wording[],
): Properties {
  const [first] = wordings;
  if (first && !wordings.some(({ says }) => says === key.value)) {
    report(key.span, figureFaults.contradiction(first, { by: name, says: String(key.value) }));
  }
  return { [name]: key.value };
}

function settled(name: string, value: string | undefined): Properties {
  return value === undefined ? {} : { [name]: value };
}
