/** What the dataset asserts of itself: how many records there are, what share of them has what, and that each has it. */

import { sayAssertion } from '../diagnostics/assertion-messages.ts';
import { quote, say } from '../diagnostics/messages.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { DatasetNode } from '../model/dataset.ts';
import type { NodeTypeModel } from '../model/model.ts';
import { checkKeys } from './check-keys.ts';
import { type FactsAbout, factsAbout } from './facts-about.ts';
import { typesByKey } from './list-records.ts';
import { SOURCE } from './rank-sources.ts';
import { readDecimal } from './read-decimal.ts';
import { readHaving } from './read-having.ts';
import { type RecordTest, readWhere } from './read-where.ts';
import type { Facts, Reading } from './reading.ts';
import { reportForm } from './report.ts';
import { entryOf, type Written, type WrittenMap, type WrittenText } from './written.ts';

const NAME = 'name';
const COUNT = 'count';
const SHARE = 'share';
const EACH = 'each';
const EXIST = 'exist';
const WHERE = 'where';
const HAVING = 'having';
const CITING = 'citing';
const NAMED_BY = 'namedBy';
const GAPS = 'gaps';
const BOUNDS = ['atLeast', 'atMost'] as const;

/** Of which an assertion has one, its list of records behind it. */
const SUBJECTS = [COUNT, SHARE, EACH] as const;
/** What is asserted of the records. */
const CONDITIONS = [HAVING, CITING, NAMED_BY];
/** The keys of an assertion, in their order. */
export const ASSERTION_KEYS = [NAME, ...SUBJECTS, WHERE, ...CONDITIONS, ...BOUNDS, GAPS, EXIST];

/** An assertion as it is read, with all that reading it needs. */
interface Assertion {
  readonly reading: Reading;
  readonly about: FactsAbout;
  readonly map: WrittenMap;
  readonly name: string;
}

/** Reports what is asserted and does not hold, and what is no assertion. */
export function checkAssertions(reading: Reading, facts: Facts, written: Written): void {
  const { report } = reading;
  if (written.form !== 'list') {
    reportForm(report, written, '`assertions`', 'a list');
    return;
  }
  const about = factsAbout(facts);
  for (const item of written.items) {
    if (item.form === 'map') checkAssertion(reading, about, item);
    else reportForm(report, item, '`assertions`', 'maps');
  }
}

function checkAssertion(reading: Reading, about: FactsAbout, map: WrittenMap): void {
  const { report } = reading;
  checkKeys(ASSERTION_KEYS, 'an assertion', map, report);
  if (!entryOf(map, NAME)) report(map.span, say.keyMissing(NAME, 'this assertion'));
  const name = textAt(reading, map, NAME)?.text ?? 'this assertion';
  const assertion: Assertion = { reading, about, map, name };
  const exist = checkExist(assertion);
  const [subject, ...others] = SUBJECTS.filter((key) => entryOf(map, key));
  for (const other of others) {
    report(entryOf(map, other)?.key.span ?? map.span, sayAssertion.oneSubject(subject ?? '', other));
  }
  const bounded = BOUNDS.some((key) => entryOf(map, key));
  if (!subject && bounded) report(map.span, say.keyMissing(COUNT, 'this assertion'));
  else if (!subject && !exist) report(map.span, sayAssertion.empty());
  else if (subject) checkSubject(assertion, subject, bounded);
}

/** Whether something is said to exist. */
function checkExist({ reading, map, name }: Assertion): boolean {
  const { report, index, model, suggest } = reading;
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
    else report(span, sayAssertion.exists(name, text, suggest(text, [...model.nodeTypes.keys()])));
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
  const complete = subject === EACH ? conditioned : bounded && conditioned === (subject === SHARE);
  if (list && !complete) reading.report(map.span, sayAssertion.incomplete(subject));
  if (!list || !type || !complete) return;
  const fits = testOf(assertion, type, [WHERE]);
  const holds = testOf(assertion, type, CONDITIONS);
  if (!fits || !holds || !isWhole(assertion, type)) return;
  const records = assertion.about.nodes.filter((node) => node.type === type.name && fits(node));
  if (subject === EACH) checkEach(assertion, type, list.text, records, holds);
  else if (subject === SHARE) checkShare(assertion, list.text, records, holds, bounds);
  else checkCount(assertion, list.text, records.length, bounds);
}

/** The test of all that some keys say; undefined where one of them says it wrongly. */
function testOf(assertion: Assertion, type: NodeTypeModel, keys: readonly string[]): RecordTest | undefined {
  const tests = keys.flatMap((key) => {
    const written = entryOf(assertion.map, key)?.value;
    return written ? [readTest(assertion, type, key, written)] : [];
  });
  const sound = tests.filter((test) => test !== undefined);
  return sound.length === tests.length ? (node) => sound.every((test) => test(node)) : undefined;
}

function readTest(
  assertion: Assertion,
  type: NodeTypeModel,
  key: string,
  written: Written,
): RecordTest | undefined {
  const { reading, about } = assertion;
  if (key === HAVING) return readHaving(reading, about, type, key, written);
  if (key === NAMED_BY) return readNamedBy(assertion, written);
  if (key === WHERE) return readWhere(reading, about, type, key, written);
  const source = reading.model.nodeTypes.get(SOURCE);
  const fits = source && readWhere(reading, about, source, key, written);
  return fits && (({ id }) => about.sources(id).some(fits));
}

/** Whether a record of one of some lists names it, or is named by it. */
function readNamedBy({ reading, about }: Assertion, written: Written): RecordTest | undefined {
  const items = written.form === 'list' ? written.items : [written];
  const types = items.map((item) => {
    if (item.form === 'text') return typeOf(reading, NAMED_BY, item);
    reportForm(reading.report, item, quote(NAMED_BY), 'type keys as texts');
    return undefined;
  });
  const names = new Set(types.map((type) => type?.name));
  if (names.has(undefined)) return undefined;
  return ({ id }) => {
    const ends = [...about.to(id).map(({ from }) => from), ...about.from(id).map(({ to }) => to)];
    return ends.some((end) => names.has(about.find(end)?.type));
  };
}

/** Whether every record of a type could be read: where one could not, its own fault is told, and no share is judged. */
function isWhole({ reading, about }: Assertion, type: NodeTypeModel): boolean {
  return [...reading.index.owners].every(
    (record) => record.type !== type || about.find(record.id ?? '') !== undefined,
  );
}

type Limits = readonly (number | undefined)[];

function checkCount({ reading, map, name }: Assertion, list: string, count: number, limits: Limits): void {
  const [lower, upper] = limits;
  const fails = (bound: string) => reading.report(map.span, sayAssertion.count(name, list, count, bound));
  if (lower !== undefined && count < lower) fails(`at least ${lower}`);
  if (upper !== undefined && count > upper) fails(`at most ${upper}`);
}

/** Of no records nothing is asserted: that there are some is an assertion of its own. */
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
  const fails = (bound: string, shown: readonly DatasetNode[]) => {
    const ids = shown.map(({ id }) => id);
    reading.report(map.span, sayAssertion.share(name, list, those.length, records.length, bound, ids));
  };
  if (lower !== undefined && percent < lower) fails(`at least ${lower}%`, others);
  if (upper !== undefined && percent > upper) fails(`at most ${upper}%`, those);
}

/** Each record is as it should be or is named as a gap; no gap is named that has been filled. */
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
      reportForm(report, item, quote(GAPS), 'ids as texts');
      continue;
    }
    const known = reading.index.find(item.text);
    if (known) reading.onReference?.(item, known.id);
    if (!known) report(item.span, say.refUnknown(item.text, reading.suggest(item.text, [type.name])));
    else if (!lacking.delete(known.id)) report(item.span, sayAssertion.noGap(name, item.text));
  }
  if (lacking.size > 0) report(map.span, sayAssertion.each(name, list, [...lacking]));
}

function typeOf(
  { model, report }: Reading,
  key: string,
  { text, span }: WrittenText,
): NodeTypeModel | undefined {
  const types = typesByKey(model);
  const keys = [...types.keys()];
  if (!types.has(text)) report(span, say.notInEnum(quote(key), text, nearest(text, keys), keys));
  return types.get(text);
}

/** A count, or a number of percent with or without its sign. */
function readBound({ report }: Reading, key: string, { text, span }: WrittenText, isShare: boolean) {
  const decimal = readDecimal(isShare ? text.replace(/%$/, '') : text);
  if (decimal !== undefined && (isShare ? /^(?:100|\d{1,2}(?:\.\d+)?)$/ : /^\d{1,9}$/).test(decimal)) {
    return Number(decimal);
  }
  report(span, say.notA(quote(key), text, isShare ? 'share' : 'count', isShare ? '40%' : '16'));
  return undefined;
}

function textAt({ report }: Reading, map: WrittenMap, key: string): WrittenText | undefined {
  const written = entryOf(map, key)?.value;
  if (!written || written.form === 'text') return written;
  reportForm(report, written, quote(key), 'a text');
  return undefined;
}
