/** Two records of one type that mean the same name: most often one thing entered twice. */

import { sayCheck } from '../diagnostics/check-messages.ts';
import { foldText } from '../model/fold-text.ts';
import type { SeedRecord } from './list-records.ts';
import { placeOf, type Report } from './report.ts';
import { referencesAt, statedTexts } from './stated-texts.ts';
import type { WrittenText } from './written.ts';

const NAME = 'name';
const ALIASES = 'aliases';
/** What a firm is legally, which people leave out; never 集团 or 分公司, which are other firms. */
const LEGAL_FORM =
  /(?:\(集团\))?(?:股份有限公司|有限责任公司|有限公司|(?<![分子])公司|,?co\.?,?ltd\.?|,?inc\.?|,?ltd\.?|,?corp\.?|,?limited|,?llc|gmbh)$/u;
/** A shorter name says too little. */
const MIN_LENGTH = 2;
/** Records compared under one name: more of them are a list of their own. */
const MOST = 8;
/** Where both records give one of these and they differ, they are two things; of dates, where neither is coarser. */
const TELLING = ['uscc', 'code', 'number', 'url', 'publisher', 'publishedOn', 'issuedOn', 'unit', 'basis'];
/** What a record hangs on: one name may stand under each policy, and in each city. */
const HANGING = ['within', 'policy'];
/** Where a policy applies and a cluster is tells it from others of its name; a firm can be in many places. */
const PLACES = 'places';
const FIRM = 'Firm';

/** A record under one of its names. */
interface Named {
  readonly record: SeedRecord;
  readonly name: WrittenText;
  readonly isAlias: boolean;
}

/** Warns of records of one type whose names are the same when folded, or one's name and another's alias. */
export function checkNames(records: Iterable<SeedRecord>, report: Report): void {
  const known = new Map<string, Named[]>();
  for (const record of records) {
    if (record.broken) continue;
    const met = new Set<SeedRecord>([record]);
    for (const named of namesOf(record)) {
      const folded = withoutLegalForm(foldText(named.name.text));
      if (folded.length < MIN_LENGTH) continue;
      const key = `${record.type.name}\0${folded}`;
      const others = known.get(key) ?? [];
      for (const other of others) {
        if (met.has(other.record) || (named.isAlias && other.isAlias)) continue;
        if (areApart(record, other.record)) continue;
        met.add(other.record);
        const place = placeOf(other.name.span);
        const id = other.record.id ?? '';
        report(named.name.span, sayCheck.nearDuplicate(named.name.text, id, other.name.text, place));
      }
      if (others.length < MOST) known.set(key, [...others, named]);
    }
  }
}

function namesOf(record: SeedRecord): readonly Named[] {
  const name = statedTexts(record.map, NAME).map((each) => ({ record, name: each, isAlias: false }));
  return [
    ...name,
    ...statedTexts(record.map, ALIASES).map((each) => ({ record, name: each, isAlias: true })),
  ];
}

function withoutLegalForm(name: string): string {
  return name.replace(LEGAL_FORM, '');
}

/** Whether two records of one name say themselves that they are two things. */
function areApart(a: SeedRecord, b: SeedRecord): boolean {
  const tell = TELLING.some((key) => {
    const [ours, theirs] = [a, b].map(({ map }) => statedTexts(map, key).map(({ text }) => text.trim()));
    return differ(ours, theirs, (one, other) => one.startsWith(other) || other.startsWith(one));
  });
  const hanging = a.type.name === FIRM ? HANGING : [...HANGING, PLACES];
  const hang = hanging.some((key) => {
    const [ours, theirs] = [a, b].map(({ map }) => referencesAt(map, key).map(({ text }) => text));
    return differ(ours, theirs, (one, other) => one === other);
  });
  return tell || hang || refersTo(a, b) || refersTo(b, a);
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
