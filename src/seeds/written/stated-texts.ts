/** The texts that a record gives a property, in its short form or its long one. */

import { entryOf, type Written, type WrittenMap, type WrittenText } from './written.ts';

/** Whether a property is written in its long form: a map with `value`, or a list of maps. */
export function isLongForm(written: Written): boolean {
  if (written.form === 'list') return written.items.some((item) => item.form === 'map');
  return (
    written.form === 'map' &&
    (entryOf(written, 'value') !== undefined || entryOf(written, 'evidence') !== undefined)
  );
}

/** Every text written for a property: alone, in a list, or as `value` of what a source states. */
export function statedTexts(map: WrittenMap, key: string): readonly WrittenText[] {
  return textsUnder(map, key, 'value');
}

/** Every id written at a relationship: alone, in a list, or as `to` of a map. */
export function referencesAt(map: WrittenMap, key: string): readonly WrittenText[] {
  return textsUnder(map, key, 'to');
}

function textsUnder(map: WrittenMap, key: string, inner: string): readonly WrittenText[] {
  const value = entryOf(map, key)?.value;
  const items: readonly Written[] = value?.form === 'list' ? value.items : value ? [value] : [];
  return items.flatMap((item) => {
    const text = item.form === 'map' ? entryOf(item, inner)?.value : item;
    return text?.form === 'text' ? [text] : [];
  });
}
