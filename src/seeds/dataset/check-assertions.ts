/** The assertions of a dataset: how many records there are, and what share of them, or each, meets conditions. */

import { assertionFaults } from '../../diagnostics/assertion-messages.ts';
import { quote } from '../../diagnostics/fault.ts';
import { recordFaults } from '../../diagnostics/messages.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { expected, THIS_ASSERTION } from '../../diagnostics/phrases.ts';
import type { Part, Text } from '../../diagnostics/text.ts';
import type { DatasetNode } from '../../model/dataset.ts';
import { type NodeTypeModel, SOURCE } from '../../model/model.ts';
import type { Facts, Reading } from '../records/reading.ts';
import { readDecimal } from '../values/read-decimal.ts';
import { checkKeys } from '../written/check-keys.ts';
import { typesByKey } from '../written/list-records.ts';
import { reportForm } from '../written/report.ts';
import { entryOf, type Written, type WrittenMap, type WrittenText } from '../written/written.ts';
import { type FactIndex, indexFacts } from './index-facts.ts';
import { readHaving } from './read-having.ts';
import { readWhere } from './read-where.ts';
import { allOf, type RecordTest } from './record-test.ts';

const NAME = 'name';
const COUNT = 'count';
const SHARE = 'share';

const COUNT_VALUE: Text = { en: 'count', zh: '数量' };
const SHARE_VALUE: Text = { en: 'share', zh: '比重' };
const EACH = 'each';
const EXIST = 'exist';
const WHERE = 'where';
const HAVING = 'having';
const CITING = 'citing';
const NAMED_BY = 'namedBy';
const GAPS = 'gaps';
const BOUNDS = ['atLeast', 'atMost'] as const;

/** The keys that name the list of records an assertion is about; it has at most one of them. */
const SUBJECTS = [COUNT, SHARE, EACH] as const;
/** The keys of conditions that records must meet. */
const CONDITIONS = [HAVING, CITING, NAMED_BY];
/** The keys of an assertion, in their order. */
export const ASSERTION_KEYS = [NAME, ...SUBJECTS, WHERE, ...CONDITIONS, ...BOUNDS, GAPS, EXIST];

/** An assertion, with what it takes to read and check it. */
interface Assertion {
  readonly reading: Reading;
  readonly facts: FactIndex;
  readonly map: WrittenMap;
  readonly name: Part;
}

/** Reports assertions that do not hold, and those that are not valid. */
export function checkAssertions(reading: Reading, facts: Facts, written: Written): void {
  const { report } = reading;
  if (written.form !== 'list') {
    reportForm(report, written, '`assertions`', expected.list);
    return;
  }
  const index = indexFacts(facts);
  for (const item of written.items) {
    if (item.form === 'map') checkAssertion(reading, index, item);
    else reportForm(report, item, '`assertions`', expected.maps);
  }
}

function checkAssertion(reading: Reading, facts: FactIndex, map: WrittenMap): void {
  const { report } = reading;
  checkKeys(ASSERTION_KEYS, { en: 'an assertion', zh: '断言' }, map, report);
  if (!entryOf(map, NAME)) report(map.span, recordFaults.keyMissing(NAME, THIS_ASSERTION));
  const name = textAt(reading, map, NAME)?.text ?? THIS_ASSERTION;
  const assertion: Assertion = { reading, facts, map, name };
  const exist = checkExist(assertion);
  const [subject, ...others] = SUBJECTS.filter((key) => entryOf(map, key));
  for (const other of others) {
    report(entryOf(map, other)?.key.span ?? map.span, assertionFaults.oneSubject(subject ?? '', other));
  }
  const bounded = BOUNDS.some((key) => entryOf(map, key));
  if (!subject && bounded) report(map.span, recordFaults.keyMissing(COUNT, THIS_ASSERTION));
  else if (!subject && !exist) report(map.span, assertionFaults.empty());
  else if (subject) checkSubject(assertion, subject, bounded);
}

/** Reports ids under `exist` that no record has; whether there are any ids. */
function checkExist({ reading, map, name }: Assertion): boolean {
  const { report, index, model, suggest } = reading;
  const exist = entryOf(map, EXIST)?.value;
  const items = exist?.form === 'list' ? exist.items : exist ? [exist] : [];
  for (const written of items) {
    const { span } = written;
    if (written.form !== 'text') {
      reportForm(report, written, quote(EXIST), expected.ids);
      continue;
    }
    const { text } = written;
    const known = index.find(text);
    if (known) reading.onReference?.(written, known.id);
    else report(span, assertionFaults.exists(name, text, suggest(text, [...model.nodeTypes.keys()])));
  }
  return items.length > 0;
}

function checkSubject(assertion: Assertion, subject: (typeof SUBJECTS)[number], bounded: boolean): void {
  const { reading, map } = assertion;
  const list = textAt(reading, map, subject);
  const type = list && typeOf(reading, subject, list);
  const bounds = BOUNDS.map((key) => {
    const bound = textAt(reading, map, key);
    return bound && readBound(reading, key, bound, subject === SHARE);
  });
  const conditioned = CONDITIONS.some((key) => entryOf(map, key));
  const complete = (subject === EACH || bounded) && (subject === COUNT || conditioned);
  if (list && !complete) reading.report(map.span, assertionFaults.incomplete(subject));
  if (!list || !type || !complete) return;
  if (subject === COUNT && !conditioned && !entryOf(map, WHERE)) {
    // Records are counted as they are written, those with faults included.
    const written = [...reading.index.owners].filter((record) => record.type === type);
    checkCount(assertion, list.text, written.length, bounds);
    return;
  }
  const fits = testOf(assertion, type, [WHERE]);
  const holds = testOf(assertion, type, CONDITIONS);
  if (!fits || !holds || !isComplete(assertion, type)) return;
  const records = assertion.facts.nodes.filter((node) => node.type === type.name && fits(node));
  if (subject === EACH) checkEach(assertion, type, list.text, records, holds);
  else if (subject === SHARE) checkShare(assertion, list.text, records, holds, bounds);
  else checkCount(assertion, list.text, records.filter(holds).length, bounds);
}

/** The test of the conditions under some keys; undefined where one of them is not valid. */
function testOf(assertion: Assertion, type: NodeTypeModel, keys: readonly string[]): RecordTest | undefined {
  const tests = keys.flatMap((key) => {
    const written = entryOf(assertion.map, key)?.value;
    return written ? [readTest(assertion, type, key, written)] : [];
  });
  return allOf(tests);
}

function readTest(
  assertion: Assertion,
  type: NodeTypeModel,
  key: string,
  written: Written,
): RecordTest | undefined {
  const { reading, facts } = assertion;
  if (key === HAVING) return readHaving(reading, facts, type, key, written);
  if (key === NAMED_BY) return readNamedBy(assertion, written);
  if (key === WHERE) return readWhere(reading, facts, type, key, written);
  const source = reading.model.nodeTypes.get(SOURCE);
  const fits = source && readWhere(reading, facts, source, key, written);
  return fits && (({ id }) => facts.sources(id).some(fits));
}

/** The test that a relationship joins a record to one of some lists, whichever of the two writes it. */
function readNamedBy({ reading, facts }: Assertion, written: Written): RecordTest | undefined {
  const items = written.form === 'list' ? written.items : [written];
  const types = items.map((item) => {
    if (item.form === 'text') return typeOf(reading, NAMED_BY, item);
    reportForm(reading.report, item, quote(NAMED_BY), { en: 'type keys as texts', zh: '类型键' });
    return undefined;
  });
  const names = new Set(types.map((type) => type?.name));
  if (names.has(undefined)) return undefined;
  return ({ id }) => {
    const ends = [...facts.to(id).map(({ from }) => from), ...facts.from(id).map(({ to }) => to)];
    return ends.some((end) => names.has(facts.find(end)?.type));
  };
}

/** Whether every record of a type could be read. Where one could not, its fault is reported and nothing is counted. */
function isComplete({ reading, facts }: Assertion, type: NodeTypeModel): boolean {
  return [...reading.index.owners].every(
    (record) => record.type !== type || facts.find(record.id ?? '') !== undefined,
  );
}

type Limits = readonly (number | undefined)[];

function checkCount({ reading, map, name }: Assertion, list: string, count: number, limits: Limits): void {
  const [lower, upper] = limits;
  const fails = (bound: Text) => reading.report(map.span, assertionFaults.count(name, list, count, bound));
  if (lower !== undefined && count < lower) fails(atLeast(lower));
  if (upper !== undefined && count > upper) fails(atMost(upper));
}

function atLeast(bound: number | string): Text {
  return { en: `at least ${bound}`, zh: `不少于 ${bound}` };
}

function atMost(bound: number | string): Text {
  return { en: `at most ${bound}`, zh: `不超过 ${bound}` };
}

/** A share of no records always holds: that there are any is for `count` to assert. */
function checkShare(
  { reading, map, name }: Assertion,
  list: string,
  records: readonly DatasetNode[],
  holds: RecordTest,
  [lower, upper]: Limits,
): void {
  if (records.length === 0) return;
  const [others, those] = [records.filter((node) => !holds(node)), records.filter(holds)];
  const percent = (100 * those.length) / records.length;
  const fails = (bound: Text, shown: readonly DatasetNode[]) => {
    const ids = shown.map(({ id }) => id);
    reading.report(map.span, assertionFaults.share(name, list, those.length, records.length, bound, ids));
  };
  if (lower !== undefined && percent < lower) fails(atLeast(`${lower}%`), others);
  if (upper !== undefined && percent > upper) fails(atMost(`${upper}%`), those);
}

/** Each record meets the conditions or is listed in `gaps`; none does both. */
function checkEach(
  { reading, map, name }: Assertion,
  type: NodeTypeModel,
  list: string,
  records: readonly DatasetNode[],
  holds: RecordTest,
): void {
  const { report } = reading;
  const lacking = new Set(records.filter((node) => !holds(node)).map(({ id }) => id));
  const written = entryOf(map, GAPS)?.value;
  for (const item of written?.form === 'list' ? written.items : written ? [written] : []) {
    if (item.form !== 'text') {
      reportForm(report, item, quote(GAPS), expected.ids);
      continue;
    }
    const known = reading.index.find(item.text);
    if (known) reading.onReference?.(item, known.id);
    if (!known)
      report(item.span, recordFaults.refUnknown(item.text, reading.suggest(item.text, [type.name])));
    else if (!lacking.delete(known.id)) report(item.span, assertionFaults.noGap(name, item.text));
  }
  if (lacking.size > 0) report(map.span, assertionFaults.each(name, list, [...lacking]));
}

function typeOf(
  { model, report }: Reading,
  key: string,
  { text, span }: WrittenText,
): NodeTypeModel | undefined {
  const types = typesByKey(model);
  const keys = [...types.keys()];
  if (!types.has(text)) report(span, recordFaults.notInEnum(quote(key), text, nearest(text, keys), keys));
  return types.get(text);
}

/** A count, or a percentage with or without its sign. */
function readBound({ report }: Reading, key: string, { text, span }: WrittenText, isShare: boolean) {
  const decimal = readDecimal(isShare ? text.replace(/%$/, '') : text);
  if (decimal !== undefined && (isShare ? /^(?:100|\d{1,2}(?:\.\d+)?)$/ : /^\d{1,9}$/).test(decimal)) {
    return Number(decimal);
  }
  report(
    span,
    recordFaults.notA(quote(key), text, isShare ? SHARE_VALUE : COUNT_VALUE, isShare ? '40%' : '16'),
  );
  return undefined;
}

function textAt({ report }: Reading, map: WrittenMap, key: string): WrittenText | undefined {
  const written = entryOf(map, key)?.value;
  if (!written || written.form === 'text') return written;
  reportForm(report, written, quote(key), expected.text);
  return undefined;
}
