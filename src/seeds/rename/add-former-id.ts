/** An old id among the `formerIds` of its record, written as the record is. */

import { FORMER_IDS } from '../written/index-records.ts';
import { entryOf, type Span, type WrittenMap } from '../written/written.ts';
import {
  addEntry,
  addItem,
  insertion,
  isBeside,
  isWithin,
  quoted,
  replacement,
  slice,
} from './edit-entries.ts';
import { editId, type TextEdit } from './text-edits.ts';

/** The edits that add an id to the former ones; undefined where aliases or an unusual layout leave no place for it. */
export function addFormerId(map: WrittenMap, oldId: string, newId: string): readonly TextEdit[] | undefined {
  const former = entryOf(map, FORMER_IDS);
  if (!former) {
    const id = entryOf(map, 'id');
    if (!id) return undefined;
    const [key, text] = [slice(id.key.span), slice(id.value.span)];
    return addEntry(map, id, `${quoted(FORMER_IDS, key)}: [${quoted(oldId, text)}]`);
  }
  const { value } = former;
  if (!isBeside(former)) return undefined;
  if (value.form === 'text') return addToText(value.span, oldId, newId);
  if (value.form !== 'list') return undefined;
  const back = value.items.find((item) => item.form === 'text' && item.text === newId);
  const last = back ?? value.items.at(-1);
  if (!last) return [insertion(value.span.start + 1, oldId)];
  if (!isWithin(last, value)) return undefined;
  const text = slice(last.span);
  // A name that comes back is no former one any more.
  if (back) return [replacement(last.span, editId(text, newId, oldId))];
  return addItem(value, last, quoted(oldId, text));
}

function addToText(span: Span, oldId: string, newId: string): readonly TextEdit[] | undefined {
  const text = slice(span);
  if (/^[|>]/.test(text)) return undefined;
  if (text.includes(newId) && text.replace(/["']/g, '') === newId) {
    return [replacement(span, editId(text, newId, oldId))];
  }
  return [replacement(span, `[${text}, ${quoted(oldId, text)}]`)];
}
