/** What faults are made of: their severity, and the words that many messages share. */

import { cutText } from './cut-text.ts';
import type { DiagnosticCode, Fault } from './diagnostic.ts';
import type { Text } from './text.ts';

/** A fault that keeps seeds from loading. */
export function error(code: DiagnosticCode, message: Text, hint?: Text | undefined): Fault {
  return { code, severity: 'error', message, hint };
}

/** A fault that is fixed in a table by filling in a column. */
export function fillIn(column: string, fault: Fault): Fault {
  return { ...fault, fillIn: column };
}

/** A remark that does not keep seeds from loading. */
export function warning(code: DiagnosticCode, message: Text, hint: Text): Fault {
  return { code, severity: 'warning', message, hint };
}

/** A text in quotes, cut where it is long, with nothing invisible in it. */
export function quote(text: string): string {
  return `\`${cutText(text)}\``;
}

/** The nearest right values as a hint; undefined where none is near. */
export function didYouMean(...near: readonly (string | undefined)[]): Text | undefined {
  const known = near.flatMap((each) => (each === undefined ? [] : [quote(each)]));
  if (known.length === 0) return undefined;
  return { en: `did you mean ${known.join(' or ')}?`, zh: `是否应为 ${known.join(' 或 ')}？` };
}

/** How to fix what is there twice, given the keys that distinguish two. */
export function mergeOrDistinguish(keys: readonly string[]): Text {
  const quoted = keys.map(quote);
  return quoted.length === 0
    ? { en: 'merge the two', zh: '请合并为一项' }
    : {
        en: `merge the two, or distinguish them by ${oneOf(quoted)}`,
        zh: `请合并为一项，或以 ${quoted.join('、')} 区分`,
      };
}

/** `a`, `b` or `c`. */
function oneOf(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' or ');
}

/** `an` or `a`, and a type. */
export function withArticle(type: string): string {
  return `${/^[AEIOU]/i.test(type) ? 'an' : 'a'} ${type}`;
}

/** All right values as a hint. */
export function writeOneOf(all: readonly string[]): Text {
  return { en: `write one of ${all.join(', ')}`, zh: `可填：${all.join('、')}` };
}
