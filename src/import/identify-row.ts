/** Whom a row of a list is about: a record on hand, a new one, or a question. */

import { splitName } from '../seeds/checks/forms-of-name.ts';
import { ID_COLUMN } from '../seeds/csv/read-columns.ts';
import { newId } from './new-id.ts';
import type { Given, RowReader } from './read-cell.ts';
import { NEW } from './read-map.ts';
import type { SheetRow } from './sheet.ts';

/** The column of a record's name. */
export const NAME = 'name';
/** A name that is this like a record's is asked back before a new record is made. */
const LEAST_ASKED = 0.7;

/** Whom a row is about. */
export interface Identity {
  readonly id: string;
  readonly isNew: boolean;
  readonly name: string;
  /** Names that the row gives it beside: 原名. */
  readonly aliases: readonly string[];
  /** Whether the record is on hand, and not by this name. */
  readonly otherName: boolean;
}

/** Whom a row is about: by its id, by a number that only it has, or by its name. */
export function identify(reader: RowReader, row: SheetRow, given: readonly Given[]): Identity | undefined {
  const { map, onHand, ask, taken } = reader;
  const text = (name: string) => given.find(({ column }) => column.name === name)?.text;
  const written = text(NAME);
  const heading = map.columns.find(({ to }) => typeof to !== 'string' && to.name === NAME)?.heading;
  const unique = given
    .map(({ column, text: value }) => onHand.byUnique(column.name, value))
    .find((id) => id !== undefined);
  const id = text(ID_COLUMN) ?? unique;
  if (written === undefined) {
    if (id !== undefined && onHand.isKnown(id))
      return { id, isNew: false, name: id, aliases: [], otherName: false };
    ask(row.number, undefined, '', { kind: 'NAME_MISSING' });
    return undefined;
  }
  const [name = written, ...former] = namesIn(written);
  const known = (found: string): Identity => {
    const isNew = !onHand.isKnown(found);
    const otherName = !isNew && onHand.findName(name, [map.type.name]).sure !== found;
    return { id: found, isNew, name, aliases: former, otherName };
  };
  const renamed = (identity: Identity): Identity => {
    if (identity.otherName) ask(row.number, heading, written, { kind: 'RENAMED', id: identity.id });
    return identity;
  };
  if (id !== undefined) return renamed(known(id));
  const answered = map.names.get(written) ?? map.names.get(name);
  if (answered !== undefined && answered !== NEW) {
    if (onHand.isKnown(answered)) return known(answered);
    const { likely } = onHand.findName(name, [map.type.name]);
    ask(row.number, heading, written, { kind: 'ANSWER_UNKNOWN', id: answered, likely });
    return undefined;
  }
  if (answered !== NEW) {
    const [today, ...earlier] = [name, ...former].map((each) => onHand.findName(each, [map.type.name]));
    if (today?.sure !== undefined)
      return { id: today.sure, isNew: false, name, aliases: former, otherName: false };
    const before = earlier.find(({ sure }) => sure !== undefined)?.sure;
    if (before !== undefined) return renamed(known(before));
    const likely = [today, ...earlier].flatMap((each) => each?.likely ?? []);
    if (likely.some(({ judgement }) => judgement.score >= LEAST_ASKED)) {
      ask(row.number, heading, written, { kind: 'NAME_DOUBTFUL', likely });
      return undefined;
    }
  }
  const made = newId(
    map.type.root?.prefix ?? '',
    name,
    text('nameEn'),
    (candidate) => onHand.isKnown(candidate) || taken.has(candidate),
  );
  taken.add(made);
  return { id: made, isNew: true, name, aliases: former, otherName: false };
}

/** A name as written, and the other name in brackets behind it. */
function namesIn(written: string): readonly string[] {
  const folded = splitName(written);
  if (folded.length === 1) return [written];
  const open = Math.max(written.lastIndexOf('（'), written.lastIndexOf('('));
  const [, , other = ''] = /^(.*)[（(][^:：]*[:：]?([^（）()]+)[）)]$/u.exec(written) ?? [];
  return [written.slice(0, open).trim(), other.trim()]
    .sort((a, b) => (a === '' ? 1 : b === '' ? -1 : 0))
    .filter((name) => name !== '');
}
