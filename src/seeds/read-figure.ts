/** A number as printed, with the keys beside it → value, bound or comparator, modality, `printed`; all must agree. */

import { sayFigure, type Voice } from '../diagnostics/figure-messages.ts';
import { quote, say } from '../diagnostics/messages.ts';
import type { Properties, Value } from '../model/dataset.ts';
import type { FieldsModel, PropertyModel } from '../model/model.ts';
import { textsAt } from './index-records.ts';
import { isSpoiltCell } from './is-table.ts';
import { foldedOf } from './number-hints.ts';
import type { PrintedWord } from './printed-words.ts';
import { holdsDigit, isLess, isSameUnit, type Printed, readHedges, readPrinted } from './read-printed.ts';
import { readShort } from './read-properties.ts';
import { isLongForm } from './read-stated-values.ts';
import { readPlainText } from './read-value.ts';
import type { Reading } from './reading.ts';
import { placeOf } from './report.ts';
import { referencesAt } from './stated-texts.ts';
import { faultOfLimits } from './within-limits.ts';
import { entryOf, type Span, type WrittenMap } from './written.ts';

/** The properties that the words around a number go to. */
const PRINTED = 'printed';
const VALUE_MAX = 'valueMax';
const BOUNDS = ['bound', 'comparator'];
const MODALITY = 'modality';
/** What a figure counts, where that is a word of the model and no record. */
const ATTRIBUTE = 'attribute';
/** The comparator of a range. */
const BETWEEN = 'BETWEEN';
/** What says nothing more than the fact itself does: it yields to every other word. */
const STATED = 'STATED';

/** What a number belongs to. */
interface Owner {
  readonly type: FieldsModel;
  readonly map: WrittenMap;
  readonly span: Span;
}

/** The property of a type that is written as printed. */
export function figureOf(type: FieldsModel): PropertyModel | undefined {
  return [...type.properties.values()].find(({ figure }) => figure);
}

/** Whether a property is read with the number as printed, and not by itself. */
export function isPartOfFigure(property: PropertyModel): boolean {
  return property.figure || [PRINTED, VALUE_MAX, ...BOUNDS, MODALITY].includes(property.name);
}

/** The number as printed of a map, and all that belongs to it. */
export function readFigure(reading: Reading, owner: Owner, figure: PropertyModel): Properties {
  const { report } = reading;
  const { type, map, span } = owner;
  const keys = new Map(
    [...type.properties.values()].filter(isPartOfFigure).flatMap((property) => {
      const written = entryOf(map, property.name)?.value;
      const value = !written || property.figure ? undefined : readShort(property, written, report);
      return written && value !== undefined ? [[property.name, { value, span: written.span }] as const] : [];
    }),
  );
  const written = entryOf(map, figure.name)?.value;
  if (!written) report(span, say.keyMissing(figure.name, `this ${type.name}`));
  else if (isLongForm(written)) report(written.span, say.noLongForm(quote(figure.name)));
  else if (written.form !== 'text') readShort(figure, written, report);
  if (written?.form !== 'text') return {};
  const value = readText(reading, owner, figure.name, written.text, written.span);
  if (!value) return {};
  const attribute = textsAt(map, ATTRIBUTE)[0]?.text;
  const limits = type.properties.get(ATTRIBUTE)?.valueLimits.get(attribute ?? '') ?? figure.limits;
  const fault = faultOfLimits(quote(attribute ?? figure.name), limits, value.value, written.text);
  if (fault) report(written.span, fault);
  const printed = keys.get(PRINTED);
  const upper = value.valueMax ?? keys.get(VALUE_MAX)?.value;
  const both = { lower: value.value, upper: upper?.toString() };
  const bound = value.words.find(isBound)?.bound ?? BOUNDS.flatMap((name) => keys.get(name)?.value ?? [])[0];
  const beside = printed && readBeside(reading, owner, figure.name, { ...both, bound }, printed);
  const added = beside?.all && !beside.words.some(isBound) ? value.words.find(isBound) : undefined;
  if (printed && added) {
    const voice = { by: added.word, says: added.bound ?? '' };
    report(printed.span, sayFigure.contradiction(voice, { by: PRINTED, says: 'no word of that' }));
  }
  const words = [...value.words, ...(beside?.words ?? [])];
  const said = { type, keys, words, span: written.span };
  const ends = readRange(reading, said, figure, value);
  return {
    [figure.name]: value.value,
    ...ends,
    [PRINTED]: printed?.value ?? printedOf(written.text, value, both.upper),
    ...(ends.comparator === undefined ? settle(reading, said, BOUNDS, 'bound') : {}),
    ...settle(reading, said, [MODALITY], 'modality'),
  };
}

function isBound({ bound }: PrintedWord): boolean {
  return bound !== undefined;
}

/** The number as written; where a key gives the upper end, with that. */
function printedOf(text: string, value: Printed, upper: string | undefined): string {
  return value.valueMax === undefined && upper !== undefined ? `${text.trim()}-${upper}` : text.trim();
}

/** What words and keys say of a number. */
interface Said {
  readonly type: FieldsModel;
  readonly keys: ReadonlyMap<string, { readonly value: Value; readonly span: Span }>;
  readonly words: readonly PrintedWord[];
  readonly span: Span;
}

function readText(
  reading: Reading,
  owner: Owner,
  key: string,
  text: string,
  span: Span,
): Printed | undefined {
  const plain = readPlainText(quote(key), text);
  if ('fault' in plain) {
    reading.report(span, plain.fault);
    return undefined;
  }
  const counted = countedIn(reading, owner);
  const printed = readPrinted(text, counted?.unit);
  const near = printed ? undefined : foldedOf(text);
  const known = near !== undefined && near !== text && readPrinted(near, counted?.unit) !== undefined;
  if (!printed) reading.report(span, sayFigure.format(quote(key), text, known ? near : undefined));
  const strange = counted && printed?.units.find((unit) => !isSameUnit(unit, counted.unit));
  if (printed && counted?.mustBeWritten && key !== PRINTED) {
    const texts = [text, textsAt(owner.map, PRINTED)[0]?.text ?? ''];
    if (!texts.some((each) => saysUnit(each, counted.unit))) {
      reading.report(span, sayFigure.unitMissing(counted.whose, text, counted.unit));
      // How much it is nobody knows; that it is less than nothing does not depend on the unit.
      return printed.value.startsWith('-') ? printed : undefined;
    }
  }
  if (counted && strange !== undefined) {
    reading.report(span, sayFigure.unit(strange, counted.unit, counted.whose, counted.place));
  }
  return printed;
}

/** What `printed` says beside the value. Where its number cannot be read, words around that still count. */
function readBeside(
  reading: Reading,
  owner: Owner,
  valueKey: string,
  {
    lower,
    upper,
    bound,
  }: { readonly lower: string; readonly upper: string | undefined; readonly bound: unknown },
  { value, span }: { readonly value: Value; readonly span: Span },
): { readonly words: readonly PrintedWord[]; readonly all: boolean } | undefined {
  const text = String(value);
  if (isSpoiltCell(text, span)) return undefined;
  if (!holdsDigit(text) && !readPrinted(text, countedIn(reading, owner)?.unit)) {
    return { words: readHedges(text), all: false };
  }
  const printed = readText(reading, owner, PRINTED, text, span);
  if (!printed) return undefined;
  const { words } = printed;
  if (printed.value === lower && printed.valueMax === upper) return { words, all: true };
  // Where a fact has one number, a range in the source is two facts, each with one end of it.
  const single = printed.valueMax !== undefined && !owner.type.properties.has(VALUE_MAX);
  const end = lower === printed.value ? 'AT_LEAST' : 'AT_MOST';
  const isEnd = single && upper === undefined && [printed.value, printed.valueMax].includes(lower);
  if (isEnd && bound === end) return { words, all: false };
  if (isEnd) reading.report(span, sayFigure.range(quote(valueKey), printed.value, printed.valueMax ?? ''));
  else {
    const [a = '', b = ''] = [
      [printed.value, printed.valueMax],
      [lower, upper],
    ].map((ends) => ends.filter((each) => each !== undefined).join(' to '));
    reading.report(span, sayFigure.contradiction({ by: PRINTED, says: a }, { by: valueKey, says: b }));
  }
  return { words, all: !isEnd };
}

/** The two ends of a range, by a text or by keys; only where a type has both. */
function readRange(reading: Reading, said: Said, figure: PropertyModel, value: Printed): Properties {
  const { type, keys, words, span } = said;
  const { report } = reading;
  const key = keys.get(VALUE_MAX);
  const comparator = keys.get('comparator');
  if (value.valueMax !== undefined && !type.properties.has(VALUE_MAX)) {
    report(span, sayFigure.range(quote(figure.name), value.value, value.valueMax));
    return {};
  }
  if (value.valueMax === undefined && !key) {
    if (comparator?.value === BETWEEN) report(comparator.span, say.keyMissing(VALUE_MAX, BETWEEN));
    return {};
  }
  const valueMax = value.valueMax ?? String(key?.value);
  const range: Voice = { by: `${value.value} to ${valueMax}`, says: BETWEEN };
  const word = words.find(isBound);
  if (comparator && comparator.value !== BETWEEN) {
    const voice = { by: 'comparator', says: String(comparator.value) };
    report(comparator.span, sayFigure.contradiction(range, voice));
  }
  if (word) report(span, sayFigure.contradiction(range, { by: word.word, says: word.bound ?? '' }));
  if (key && key.value !== valueMax) {
    const end = { by: VALUE_MAX, says: String(key.value) };
    report(key.span, sayFigure.contradiction({ by: figure.name, says: range.by }, end));
  } else if (key && !isLess(value.value, valueMax)) {
    report(key.span, sayFigure.backwards(figure.name, value.value, VALUE_MAX, valueMax));
  }
  return { comparator: BETWEEN, [VALUE_MAX]: valueMax };
}

/** What words and a key say together of bound or modality; what nobody says is the model's default. */
function settle(
  { report }: Reading,
  { type, keys, words, span }: Said,
  names: readonly string[],
  part: 'bound' | 'modality',
): Properties {
  const property = names.flatMap((name) => type.properties.get(name) ?? [])[0];
  if (!property) return {};
  const { name, values } = property;
  const voices = words.flatMap((word) => {
    const says = word[part];
    return says === undefined ? [] : [{ by: word.word, says }];
  });
  const firm = voices.filter(({ says }) => part === 'bound' || says !== STATED);
  const counted = firm.length > 0 ? firm : voices;
  const key = keys.get(name);
  const [first, ...others] = counted;
  if (key) {
    if (first && !counted.some(({ says }) => says === key.value)) {
      report(key.span, sayFigure.contradiction(first, { by: name, says: String(key.value) }));
    }
    return { [name]: key.value };
  }
  if (part === 'modality') {
    // Of 预计将 the weaker word counts, as everywhere that facts meet.
    const weakest = Math.max(...counted.map(({ says }) => values.indexOf(says)));
    return settled(name, values[weakest] ?? property.default);
  }
  const other = first && others.find(({ says }) => says !== first.says);
  if (first && other) report(span, sayFigure.twoWords(name, first, other));
  return settled(name, first?.says ?? property.default);
}

function settled(name: string, value: string | undefined): Properties {
  return value === undefined ? {} : { [name]: value };
}

/** What is counted, and in which unit. */
interface Counted {
  readonly unit: string;
  readonly whose: string;
  /** Where the record is written that says so. */
  readonly place: string | undefined;
  /** Whether a number without a unit behind it may be one of another size. */
  readonly mustBeWritten: boolean;
}

/** Whether a number is written with its unit, or with 万 or 亿, which say as much. */
function saysUnit(text: string, unit: string): boolean {
  return /[万亿]/u.test(text) || (readPrinted(text, unit)?.units.length ?? 0) > 0;
}

/** The unit of what is counted: of the attribute, or of the record of another type that has one. */
function countedIn({ model, index }: Reading, { type, map }: Owner): Counted | undefined {
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
