/** An end or a name written into a record of a YAML file, whose layout and comments stay. */

import { addEntry, addItem, isBeside, isWithin, replacement, slice } from '../rename/edit-entries.ts';
import type { TextEdit } from '../rename/text-edits.ts';
import { entryOf, type Span, type Written, type WrittenEntry, type WrittenMap } from '../written/written.ts';
import { ALIASES, type FactEnd, NAME, type NewName, VALID_FROM, VALID_TO } from './amendment.ts';

/** Keys behind which nothing else of a fact is written. */
const LAST = ['modality', 'evidence'];

/**
 * The edits that end a fact.
 * @param at where the fact is written
 * @returns undefined where aliases or an unusual layout leave no place for it
 */
export function endInYaml(
  record: WrittenMap,
  { field, validTo }: FactEnd,
  at: Span,
): readonly TextEdit[] | undefined {
  const entry = entryOf(record, field);
  if (!entry || !isBeside(entry)) return undefined;
  const { value } = entry;
  const items: readonly Written[] = value.form === 'list' ? value.items : [value];
  const item = items.find(
    ({ span }) => span.source === at.source && span.start <= at.start && at.end <= span.end,
  );
  if (!item || !isWithin(item, value)) return undefined;
  if (item.form === 'text')
    return [replacement(item.span, `{ to: ${slice(item.span)}, ${VALID_TO}: ${validTo} }`)];
  if (item.form !== 'map') return undefined;
  const known = entryOf(item, VALID_TO);
  if (known) return isBeside(known) ? [replacement(known.value.span, validTo)] : undefined;
  const after = entryOf(item, VALID_FROM) ?? lastOneLine(item);
  return after && addEntry(item, after, `${VALID_TO}: ${validTo}`);
}

/** The last entry of a fact that is written in one line, before its modality and its evidence. */
function lastOneLine({ entries }: WrittenMap): WrittenEntry | undefined {
  return entries.findLast(
    ({ key, value }) =>
      value.form === 'text' && !LAST.includes(key.text) && !slice(value.span).includes('\n'),
  );
}

/** The edits that give a record a name with its evidence, and keep the old one as an alias; undefined as above. */
export function nameInYaml(
  record: WrittenMap,
  { name, evidence: { source, locator } }: NewName,
): readonly TextEdit[] | undefined {
  const entry = entryOf(record, NAME);
  if (entry?.value.form !== 'text' || !isBeside(entry)) return undefined;
  const old = slice(entry.value.span);
  if (old.includes('\n')) return undefined;
  const aliases = entryOf(record, ALIASES);
  const evidence = `{ source: ${source}, locator: ${scalar(locator)} }`;
  const named = replacement(entry.value.span, `{ value: ${scalar(name)}, evidence: ${evidence} }`);
  if (!aliases) {
    const added = addEntry(record, entry, `${ALIASES}: [${old}]`);
    return added && [named, ...added];
  }
  const { value } = aliases;
  if (!isBeside(aliases) || (value.form !== 'text' && value.form !== 'list')) return undefined;
  if (value.form === 'text') return [named, replacement(value.span, `[${slice(value.span)}, ${old}]`)];
  const last = value.items.at(-1);
  const added = last ? addItem(value, last, old) : [replacement(value.span, `[${old}]`)];
  return added && [named, ...added];
}

/** A text as YAML reads it back, in quotes where it needs them. */
function scalar(text: string): string {
  return /^\p{L}[\p{L}\p{N}（）()·.-]*(?: [\p{L}\p{N}（）()·.-]+)*$/u.test(text) && !/^null$/i.test(text)
    ? text
    : JSON.stringify(text);
}
