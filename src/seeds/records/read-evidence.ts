/** Evidence as written, what it inherits, and whether it is whole. */

import { checkFaults } from '../../diagnostics/check-messages.ts';
import { csvFaults } from '../../diagnostics/csv-messages.ts';
import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { expected } from '../../diagnostics/phrases.ts';
import { secondLookFaults } from '../../diagnostics/second-look-messages.ts';
import type { Part, Text } from '../../diagnostics/text.ts';
import type { Evidence } from '../../model/dataset.ts';
import { firstDay } from '../../model/day.ts';
import { SOURCE } from '../../model/model.ts';
import { checkText } from '../../model/words/evidence-form.ts';
import { type ReadValue, readDay, readPlainText } from '../values/read-value.ts';
import { isTable } from '../written/is-table.ts';
import { needsLocator } from '../written/rank-sources.ts';
import { reportForm } from '../written/report.ts';
import { entryOf, type Span, type Written, type WrittenMap } from '../written/written.ts';
import { readReference } from './read-reference.ts';
import type { Reading } from './reading.ts';

/** One piece of evidence, perhaps without its source or its locator yet. */
interface EvidenceItem {
  readonly source: string | undefined;
  readonly locator: string | undefined;
  readonly check: Check;
  /** Where its faults are shown. */
  readonly span: Span;
  /** A fault has been reported already. */
  readonly faulty: boolean;
}

/** Who checked a piece of evidence and when; neither without a check. */
type Check = Pick<Evidence, 'checkedBy' | 'checkedOn'>;
const NO_CHECK: Check = {};

/** What a level says of evidence: for the levels inside it to build on, and whole for the facts of its own. */
export interface EvidenceScope {
  readonly items: readonly EvidenceItem[];
  readonly evidence: readonly Evidence[];
}

export const NO_EVIDENCE: EvidenceScope = { items: [], evidence: [] };

const CHECKED_BY = 'checkedBy';
/** The key of the day of a check. */
export const CHECKED_ON = 'checkedOn';
/** The keys of a piece of evidence, in their order. */
export const EVIDENCE_KEYS = ['source', 'locator', CHECKED_BY, CHECKED_ON];
/** Paragraphs count from p1. */
const WRITE_EVIDENCE: Text = {
  en: 'write `evidence: { source: …, locator: … }`',
  zh: '请写成 `evidence: { source: …, locator: … }`',
};
const EVIDENCE_MAPS: Text = {
  en: 'maps with `source` and `locator`',
  zh: '含 `source` 和 `locator` 的键值表',
};
const SOURCE_OR_LOCATOR: Text = { en: '`source`, `locator` or both', zh: ' `source` 或 `locator`，或两者' };
const NEITHER: Text = { en: 'neither', zh: '都不写' };

const NO_PARAGRAPH = /(?<![\p{L}\d])p0+(?!\d)/u;

/**
 * The evidence of a file's defaults: not whole before a record has added its own. It holds no check: what is added to the
 * file tomorrow would be checked already.
 */
export function readDefaultEvidence(reading: Reading, written: Written | undefined): EvidenceScope {
  if (!written) return NO_EVIDENCE;
  for (const map of written.form === 'list' ? written.items : [written]) {
    for (const { key } of map.form === 'map' ? map.entries : [])
      if (key.text === CHECKED_BY || key.text === CHECKED_ON)
        reading.report(key.span, secondLookFaults.inDefaults(key.text));
  }
  const items = readItems(reading, written, []).map((item) => ({ ...item, check: NO_CHECK }));
  return { items, evidence: [] };
}

/**
 * The evidence of a fact that has a level of its own: a record.
 * @param fact the fact in words, and its span
 */
export function readOwnEvidence(
  reading: Reading,
  written: Written | undefined,
  outer: EvidenceScope,
  fact: { readonly words: Part; readonly span: Span; readonly optional: boolean },
): EvidenceScope {
  const items = written
    ? readItems(reading, written, outer.items)
    : outer.items.map((item) => ({ ...item, span: fact.span }));
  if (items.length === 0 && !written && !fact.optional) {
    const { evidenceMissing } = isTable(fact.span.source.file) ? csvFaults : recordFaults;
    reading.report(fact.span, evidenceMissing(fact.words));
  }
  return { items, evidence: wholeEvidence(reading, items) };
}

/** The evidence of a fact inside a record: its own where written, else that around it, whose faults are reported already. */
export function readInnerEvidence(
  reading: Reading,
  written: Written | undefined,
  outer: EvidenceScope,
): EvidenceScope {
  if (!written) return outer;
  const items = readItems(reading, written, outer.items);
  return { items, evidence: wholeEvidence(reading, items) };
}

/** Evidence in canonical order, each piece once: with the later check where there are two. */
export function sortEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  const byKey = new Map<string, Evidence>();
  for (const each of evidence) {
    const key = `${each.source}\0${each.locator}`;
    const known = byKey.get(key);
    if (!known || checkText(known) < checkText(each)) byKey.set(key, each);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function readItems(
  reading: Reading,
  written: Written,
  outer: readonly EvidenceItem[],
): readonly EvidenceItem[] {
  const items = written.form === 'list' ? written.items : [written];
  if (written.form === 'list' && items.length === 0)
    reading.report(written.span, recordFaults.evidenceMissing({ en: 'an empty list', zh: '空列表' }));
  return items.map((item) => {
    if (item.form === 'map') return readItem(reading, item, outer);
    reportForm(reading.report, item, '`evidence`', EVIDENCE_MAPS, WRITE_EVIDENCE);
    return { source: undefined, locator: undefined, check: NO_CHECK, span: item.span, faulty: true };
  });
}

function readItem(reading: Reading, map: WrittenMap, outer: readonly EvidenceItem[]): EvidenceItem {
  let faulty = false;
  const report: Reading['report'] = (...fault) => {
    faulty = true;
    reading.report(...fault);
  };
  for (const { key } of map.entries) {
    if (!EVIDENCE_KEYS.includes(key.text)) {
      report(
        key.span,
        recordFaults.keyUnknown(key.text, '`evidence`', nearest(key.text, EVIDENCE_KEYS), EVIDENCE_KEYS),
      );
    }
  }
  const ownSource = entryOf(map, 'source')?.value;
  const ownLocator = entryOf(map, 'locator')?.value;
  const locator = ownLocator && readLocator(ownLocator, report);
  if (ownSource) {
    const source = readReference({ ...reading, report }, ownSource, 'source', SOURCE);
    const check = readCheckOf(reading, map, source, report);
    return { source, locator, check, span: map.span, faulty };
  }
  const isCheckAlone = !ownLocator && (entryOf(map, CHECKED_BY) ?? entryOf(map, CHECKED_ON)) !== undefined;
  if (!ownLocator && !isCheckAlone)
    report(map.span, recordFaults.wrongForm('`evidence`', SOURCE_OR_LOCATOR, NEITHER));
  const sources = [...new Set(outer.flatMap((item) => item.source ?? []))];
  const check = readCheckOf(reading, map, sources.length === 1 ? sources[0] : undefined, report);
  const places = isCheckAlone ? [...new Set(outer.flatMap((item) => item.locator ?? []))] : [];
  if (sources.length > 1 || places.length > 1)
    report(map.span, isCheckAlone ? secondLookFaults.whose() : recordFaults.locatorWhose(sources));
  faulty ||= sources.length === 0 && outer.some((item) => item.faulty);
  return { source: sources[0], locator: locator ?? places[0], check, span: map.span, faulty };
}

/** Who checked a piece of evidence and when: both, or neither. */
function readCheckOf(
  { ranks }: Reading,
  map: WrittenMap,
  source: string | undefined,
  report: Reading['report'],
): Check {
  const [by, on] = [entryOf(map, CHECKED_BY), entryOf(map, CHECKED_ON)];
  if (!by && !on) return NO_CHECK;
  if (!by || !on) {
    const [there, missing] = by ? [by, CHECKED_ON] : [on, CHECKED_BY];
    if (there) report(there.key.span, secondLookFaults.half(there.key.text, missing));
    return NO_CHECK;
  }
  const checkedBy = readText(by.value, CHECKED_BY, readName, report);
  const checkedOn = readText(on.value, CHECKED_ON, readDay, report);
  const published = firstDay(ranks.get(source ?? '')?.publishedOn ?? '');
  const day = checkedOn === undefined ? undefined : firstDay(checkedOn);
  if (source !== undefined && published !== undefined && day !== undefined && day < published)
    report(
      on.value.span,
      secondLookFaults.tooEarly(checkedOn ?? '', source, ranks.get(source)?.publishedOn ?? ''),
    );
  return checkedBy === undefined || checkedOn === undefined ? NO_CHECK : { checkedBy, checkedOn };
}

/** A name is in one line, and in a cell of a table it is one. */
function readName(what: string, text: string): ReadValue {
  if (/[\n\r\t|]/.test(text.trim())) return { fault: secondLookFaults.noName(what) };
  return readPlainText(what, text);
}

function readText(
  written: Written,
  key: string,
  read: (what: string, text: string) => ReadValue,
  report: Reading['report'],
): string | undefined {
  if (written.form !== 'text') {
    reportForm(report, written, quote(key), expected.text);
    return undefined;
  }
  const value = read(quote(key), written.text);
  if ('value' in value) return String(value.value);
  report(written.span, value.fault);
  return undefined;
}

function readLocator(written: Written, report: Reading['report']): string | undefined {
  const what = quote('locator');
  if (written.form !== 'text') {
    reportForm(report, written, what, expected.text);
    return undefined;
  }
  const read = readPlainText(what, written.text);
  if ('value' in read && NO_PARAGRAPH.test(written.text)) {
    report(written.span, checkFaults.locatorZero(written.text));
  } else if ('value' in read) return String(read.value);
  else report(written.span, read.fault);
  return undefined;
}

function wholeEvidence(reading: Reading, items: readonly EvidenceItem[]): readonly Evidence[] {
  const whole: Evidence[] = [];
  for (const { source, locator, check, span, faulty } of items) {
    if (faulty) continue;
    if (source === undefined) reading.report(span, recordFaults.evidenceNoSource());
    else if (locator !== undefined) whole.push({ source, locator, ...check });
    else if (needsLocator(reading.ranks, source)) reading.report(span, recordFaults.locatorMissing(source));
    else whole.push({ source, locator: '', ...check });
  }
  return sortEvidence(whole);
}
