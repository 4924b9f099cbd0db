/** Messages to curators about the assertions of the dataset. */

import type { Fault } from './diagnostic.ts';
import { error, quote } from './messages.ts';

/** How many records are listed one by one. */
const SHOWN = 3;

const REMEDY = 'fix the records, or the assertion where it is out of date';

export const assertionFaults = {
  count: (name: string, list: string, count: number, bound: string): Fault =>
    failed(`${quote(name)} does not hold: there are ${count} ${quote(list)}, expected ${bound}`, REMEDY),
  share: (
    name: string,
    list: string,
    those: number,
    all: number,
    bound: string,
    ids: readonly string[],
  ): Fault =>
    failed(
      `${quote(name)} does not hold: ${those} of ${all} ${quote(list)} meet it, ${percentOf(those, all)}%, expected ${bound}`,
      `compare ${listed(ids)}, or fix the assertion where it is out of date`,
    ),
  each: (name: string, list: string, ids: readonly string[]): Fault =>
    failed(
      `${quote(name)} does not hold for ${ids.length} ${quote(list)}: ${listed(ids)}`,
      'add what they lack, or list them in `gaps` as not researched yet',
    ),
  noGap: (name: string, id: string): Fault =>
    failed(`${quote(name)} holds for ${quote(id)}, which is listed in \`gaps\``, 'remove it from `gaps`'),
  exists: (name: string, id: string, near: readonly string[]): Fault =>
    failed(
      `${quote(name)} does not hold: there is no record ${quote(id)}`,
      near.length === 0 ? 'add it, or fix the assertion' : `did you mean ${near.map(quote).join(' or ')}?`,
    ),
  empty: (): Fault =>
    error(
      'value/type',
      'this assertion asserts nothing',
      'write `count` or `share` with `atLeast` or `atMost`, `each` with `having`, `citing` or `namedBy`, or `exist` with ids',
    ),
  oneSubject: (first: string, second: string): Fault =>
    error(
      'value/type',
      `an assertion is about ${quote(first)} or ${quote(second)}, not both`,
      'write two assertions',
    ),
  incomplete: (subject: 'count' | 'share' | 'each'): Fault =>
    error(
      'value/type',
      `an assertion with ${quote(subject)} lacks a key, or has one that does not fit`,
      {
        count: 'it needs `atLeast` or `atMost`',
        share: 'it needs `atLeast` or `atMost`, and `having`, `citing` or `namedBy`',
        each: 'it needs `having`, `citing` or `namedBy`',
      }[subject],
    ),
} as const;

function failed(message: string, hint: string): Fault {
  return error('assertion/failed', message, hint);
}

/** With one decimal place, rounded down: 39.96 % is not 40 %. */
function percentOf(those: number, all: number): number {
  return Math.floor((1000 * those) / all) / 10;
}

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, SHOWN).map(quote).join(', ');
  return ids.length > SHOWN ? `${shown} and ${ids.length - SHOWN} more` : shown;
}
