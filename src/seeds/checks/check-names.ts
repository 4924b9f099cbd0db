/** Two records of one type that mean the same name: most often one thing entered twice. */

import { checkFaults } from '../../diagnostics/check-messages.ts';
import type { SeedRecord } from '../written/list-records.ts';
import { placeOf, type Report } from '../written/report.ts';
import { referencesAt, statedTexts } from '../written/stated-texts.ts';
import type { Span, WrittenText } from '../written/written.ts';
import { formsOfName, splitName } from './forms-of-name.ts';

const NAME = 'name';
const ALIASES = 'aliases';
/** Records compared under one name: more of them are a list of their own. */
const MOST = 8;
/** Where both records give one of these and they differ, they are two things; of dates, where neither is coarser. */
const DISTINCTIVE = [
  'uscc',
  'code',
  'number',
  'url',
  'publisher',
  'publishedOn',
  'issuedOn',
  'unit',
  'basis',
];
/** What a record belongs to: each policy, and each city, may have the same name once. */
const HANGING = ['within', 'policy'];
/** Policies and clusters of one name differ by their places; a firm can be in many places. */
const PLACES = 'places';
const FIRM = 'Firm';

/** Files changed within so many milliseconds of each other were most often written by a program, in any order. */
const AT_ONCE = 60_000;

/** A record under one of its names. */
interface Named {
  readonly record: SeedRecord;
  readonly name: WrittenText;
  readonly isAlias: boolean;
  readonly forms: readonly string[];
}

/**
 * Warns of records of one type whose names are the same when folded, or one's name and another's alias. The warning is
 * at the record written later, as far as files show it.
 */
export function checkNames(records: Iterable<SeedRecord>, report: Report): void {
  const known = new Map<string, Named[]>();
  for (const record of records) {
    if (record.broken) continue;
    const met = new Set<SeedRecord>([record]);
    for (const named of namesOf(record)) {
      for (const form of named.forms) {
        const key = `${record.type.name}\0${form}`;
        const others = known.get(key) ?? [];
        for (const other of others) {
          if (met.has(other.record) || (named.isAlias && other.isAlias)) continue;
          if (areApart(record, other.record)) continue;
          met.add(other.record);
          reportPair(named, other, report);
        }
        if (others.length < MOST) known.set(key, [...others, named]);
      }
    }
  }
}

function reportPair(one: Named, other: Named, report: Report): void {
  const [later, earlier] = isLater(one.name.span, other.name.span) ? [one, other] : [other, one];
  const { name, record } = earlier;
  const fault = checkFaults.nearDuplicate(later.name.text, record.id ?? '', name.text, placeOf(name.span));
  report(later.name.span, fault);
}

/** Whether a span was written after another: below it in its file, in a file changed later, else by path. */
function isLater(a: Span, b: Span): boolean {
  if (a.source === b.source) return a.start > b.start;
  const apart = (a.source.changedAt ?? 0) - (b.source.changedAt ?? 0);
  return Math.abs(apart) > AT_ONCE ? apart > 0 : a.source.file > b.source.file;
}

/** The names of a record; an old name in brackets behind one counts as an alias. */
function namesOf(record: SeedRecord): readonly Named[] {
  return [NAME, ALIASES].flatMap((key) =>
    statedTexts(record.map, key).flatMap((name) =>
      splitName(name.text).map(
        (text, at): Named => ({ record, name, isAlias: key === ALIASES || at > 0, forms: formsOfName(text) }),
      ),
    ),
  );
}

/** Whether two records of one name say themselves that they are two things. */
function areApart(a: SeedRecord, b: SeedRecord): boolean {
  const differs = DISTINCTIVE.some((key) => {
    const [ours, theirs] = [a, b].map(({ map }) => statedTexts(map, key).map(({ text }) => text.trim()));
    return differ(ours, theirs, (one, other) => one.startsWith(other) || other.startsWith(one));
  });
  const hanging = a.type.name === FIRM ? HANGING : [...HANGING, PLACES];
  const hang = hanging.some((key) => {
    const [ours, theirs] = [a, b].map(({ map }) => referencesAt(map, key).map(({ text }) => text));
    return differ(ours, theirs, (one, other) => one === other);
  });
  return differs || hang || refersTo(a, b) || refersTo(b, a);
}

function differ(
  ours: readonly string[] = [],
  theirs: readonly string[] = [],
  isSame: (one: string, other: string) => boolean,
): boolean {
  if (ours.length === 0 || theirs.length === 0) return false;
  return !ours.some((one) => theirs.some((other) => isSame(one, other)));
}

function refersTo(record: SeedRecord, { id }: SeedRecord): boolean {
  const links = [...record.type.relationships.values()].filter(({ written }) => written);
  return links.some(({ name }) => referencesAt(record.map, name).some(({ text }) => text === id));
}
