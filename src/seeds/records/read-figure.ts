/** A number as printed, with the keys beside it → value, bound or comparator, modality, `printed`; all must agree. */

import { quote } from '../../diagnostics/fault.ts';
import { figureFaults } from '../../diagnostics/figure-messages.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import type { Part, Text } from '../../diagnostics/text.ts';
import type { Properties, Value } from '../../model/dataset.ts';
import type { FieldsModel, PropertyModel } from '../../model/model.ts';
import { type FigureKeys, keysOfFigure } from '../values/figure-keys.ts';
import type { PrintedWord } from '../values/printed-words.ts';
import { MONEY_BOUND, MONEY_PRINTED, readMoneyMap } from '../values/read-money-map.ts';
import {
  type Counted,
  checkNumber,
  keptValue,
  type Numbers,
  readNumber,
  saysUnit,
} from '../values/read-number.ts';
import { holdsDigit, type Printed, readHedges, readPrinted } from '../values/read-printed.ts';
import { isBound, readRange, type Said, settleBound, settleModality } from '../values/settle-figure.ts';
import { textsAt } from '../written/index-records.ts';
import { isSpoiltCell } from '../written/is-table.ts';
import { placeOf } from '../written/report.ts';
import { isLongForm, referencesAt } from '../written/stated-texts.ts';
import { entryOf, type Span, type Written, type WrittenMap } from '../written/written.ts';
import { readShort } from './read-properties.ts';
import type { Reading } from './reading.ts';

/** What a figure counts, where that is a word of the model and no record. */
const ATTRIBUTE = 'attribute';

const NO_WORD: Text = { en: 'nothing of the kind', zh: '并无此意' };

/** What a number belongs to. */
interface Owner {
  /** What has it, in words. */
  readonly words: Part;
  readonly map: WrittenMap;
  readonly span: Span;
}

/** The one number of a map whose type has fields for all that the words around it say. */
export function readFigure(
  reading: Reading,
  owner: Owner,
  type: FieldsModel,
  figure: PropertyModel,
): Properties {
  const attribute = textsAt(owner.map, ATTRIBUTE)[0]?.text;
  const valueLimits = type.properties.get(ATTRIBUTE)?.valueLimits.get(attribute ?? '');
  return readAsPrinted(reading, owner, keysOfFigure(type, figure), {
    property: figure,
    counted: countedIn(reading, type, owner.map),
    limits: valueLimits ?? figure.limits,
    limited: attribute ?? figure.name,
  });
}

/** A number that has its hedge beside it. */
export function readHedged(reading: Reading, owner: Owner, keys: FigureKeys): Properties {
  const { value: property, what } = keys;
  const { unit, limits } = property;
  const counted =
    unit === undefined ? undefined : { unit, whose: quote(what), place: undefined, mustBeWritten: false };
  return readAsPrinted(reading, owner, keys, { property, counted, limits, limited: what });
}

/** A number as printed, and all that belongs to it, under their keys; nothing where there is no number to read. */
function readAsPrinted(reading: Reading, owner: Owner, keys: FigureKeys, numbers: Numbers): Properties {
  const { report } = reading;
  const beside = readBeside(reading, owner, keys);
  const written = entryOf(owner.map, keys.value.name)?.value;
  if (!written) {
    const [part] = [...beside.keys()];
    if (keys.value.required) report(owner.span, recordFaults.keyMissing(keys.value.name, owner.words));
    else if (part !== undefined) report(owner.span, recordFaults.keyMissing(keys.value.name, quote(part)));
    return {};
  }
  const number = readWritten(reading, keys, numbers, owner, written);
  if (!number) return {};
  const { value, text, span } = number;
  checkNumber(numbers, value, text, span, report);
  const printed = beside.get(keys.printed?.name ?? '');
  const upper = value.valueMax ?? beside.get(keys.valueMax?.name ?? '')?.value;
  const ends = { lower: value.value, upper: upper?.toString() };
  const bound = value.words.find(isBound)?.bound ?? beside.get(keys.bound?.name ?? '')?.value;
  const second = printed && readPrintedKey(reading, keys, numbers, { ...ends, bound }, printed);
  const added = second?.all && !second.words.some(isBound) ? value.words.find(isBound) : undefined;
  if (printed && added) {
    const wording = { by: added.word, says: added.bound ?? '' };
    report(
      printed.span,
      figureFaults.contradiction(wording, { by: keys.printed?.name ?? '', says: NO_WORD }),
    );
  }
  const words = [...value.words, ...(second?.words ?? [])];
  const said: Said = { keys, beside, words, span: written.span };
  const range = readRange(report, said, value);
  const settled = range ?? settleBound(report, said);
  const form = printed?.value ?? printedForm(keys, number, ends.upper, words.some(isBound), settled);
  return {
    [keys.value.name]: keptValue(keys.value, value),
    ...range,
    ...(keys.printed && form !== undefined ? { [keys.printed.name]: form } : {}),
    ...settled,
    ...settleModality(report, said),
  };
}

/** The keys beside a number that have a value, with where that is written; those of money may be inside its map. */
function readBeside({ report }: Reading, { map }: Owner, keys: FigureKeys): Said['beside'] {
  const found = new Map<string, { readonly value: Value; readonly span: Span }>();
  const number = entryOf(map, keys.value.name)?.value;
  const inside = (key: string) =>
    number?.form === 'map' && keys.value.valueKind === 'money' ? entryOf(number, key)?.value : undefined;
  const parts = [
    [keys.printed, inside(MONEY_PRINTED)],
    [keys.bound, inside(MONEY_BOUND)],
    [keys.valueMax, undefined],
    [keys.modality, undefined],
  ] as const;
  for (const [property, inner] of parts) {
    const written = property && (entryOf(map, property.name)?.value ?? inner);
    const value = property && written && readShort(property, written, report);
    if (property && written && value !== undefined) found.set(property.name, { value, span: written.span });
  }
  return found;
}

/** A number and the text that it was read from. */
interface ReadNumber {
  readonly value: Printed;
  readonly text: string;
  readonly span: Span;
  /** Whether the text is the number as it is written whole, and not only the amount of a map. */
  readonly whole: boolean;
}

function readWritten(
  { report }: Reading,
  keys: FigureKeys,
  numbers: Numbers,
  { map }: Owner,
  written: Written,
): ReadNumber | undefined {
  if (written.form === 'text') {
    const { text, span } = written;
    const value = readNumber(numbers, keys.what, text, span, report);
    if (
      value &&
      !saysUnit(numbers, [text, ...textsAt(map, keys.printed?.name ?? '').map((each) => each.text)])
    ) {
      report(span, figureFaults.unitMissing(numbers.counted?.whose ?? '', text, numbers.counted?.unit ?? ''));
      // Without its unit its size is unknown; that it is negative does not depend on the unit.
      if (!value.value.startsWith('-')) return undefined;
    }
    return value && { value, text, span, whole: true };
  }
  if (isLongForm(written)) report(written.span, recordFaults.noLongForm(quote(keys.what)));
  else if (written.form === 'map' && keys.value.valueKind === 'money') {
    const money = readMoneyMap(report, keys, written);
    return money && { ...money, whole: false };
  } else readShort({ ...keys.value, name: keys.what }, written, report);
  return undefined;
}

/**
 * The number as written; where a key gives the upper end, with that. Where a key alone bounds it and a printed form is
 * no must, none: the source prints the number in other words than the seed.
 */
function printedForm(
  { bound, printed }: FigureKeys,
  { value, text, whole }: ReadNumber,
  upper: string | undefined,
  isWorded: boolean,
  settled: Properties,
): string | undefined {
  const isSaid = isWorded || settled[bound?.name ?? ''] === bound?.default;
  if (!printed?.required && !(whole && isSaid)) return undefined;
  return value.valueMax === undefined && upper !== undefined ? `${text.trim()}-${upper}` : text.trim();
}

/** What `printed` says beside the value. Where its number cannot be read, words around that still count. */
function readPrintedKey(
  { report }: Reading,
  keys: FigureKeys,
  numbers: Numbers,
  said: { readonly lower: string; readonly upper: string | undefined; readonly bound: unknown },
  { value, span }: { readonly value: Value; readonly span: Span },
): { readonly words: readonly PrintedWord[]; readonly all: boolean } | undefined {
  const text = String(value);
  const key = keys.printed?.name ?? '';
  const { lower, upper, bound } = said;
  if (isSpoiltCell(text, span)) return undefined;
  if (!holdsDigit(text) && !readPrinted(text, numbers.counted?.unit)) {
    return { words: readHedges(text), all: false };
  }
  const printed = readNumber(numbers, key, text, span, report);
  if (!printed) return undefined;
  const { words } = printed;
  if (printed.value === lower && printed.valueMax === upper) return { words, all: true };
  // Where a fact has one number, a range in the source is two facts, each with one end of it.
  const single = printed.valueMax !== undefined && !keys.valueMax;
  const end = lower === printed.value ? 'AT_LEAST' : 'AT_MOST';
  const isEnd = single && upper === undefined && [printed.value, printed.valueMax].includes(lower);
  if (isEnd && bound === end) return { words, all: false };
  if (isEnd) report(span, figureFaults.range(quote(keys.what), printed.value, printed.valueMax ?? ''));
  else {
    const [a = '', b = ''] = [
      [printed.value, printed.valueMax],
      [lower, upper],
    ].map((ends) => ends.filter((each) => each !== undefined).join(' to '));
    report(span, figureFaults.contradiction({ by: key, says: a }, { by: keys.what, says: b }));
  }
  return { words, all: !isEnd };
}

/** The unit of what is counted: of the attribute, or of the record of another type that has one. */
function countedIn({ model, index }: Reading, type: FieldsModel, map: WrittenMap): Counted | undefined {
  for (const { name, units, writtenUnits } of type.properties.values()) {
    const [value] = textsAt(map, name);
    const unit = value && units.get(value.text);
    if (value && unit !== undefined) {
      const mustBeWritten = writtenUnits.has(value.text);
      return { unit, whose: quote(value.text), place: undefined, mustBeWritten };
    }
  }
  for (const { name, target } of type.relationships.values()) {
    if (!model.nodeTypes.get(target)?.properties.has('unit')) continue;
    const [reference] = referencesAt(map, name);
    const known = reference && index.find(reference.text);
    const [unit] = known ? textsAt(known.record.map, 'unit') : [];
    if (!known || !unit) continue;
    return {
      unit: unit.text.trim(),
      whose: quote(known.id),
      place: placeOf(known.span),
      mustBeWritten: false,
    };
  }
  return undefined;
}
