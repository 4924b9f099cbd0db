/** What is said to a curator of values that can be read and are hardly meant. */

import type { Fault } from './diagnostic.ts';
import { quote, warning } from './messages.ts';

/** What the years 0 to 99 are most often short for. */
const CENTURY = '20';

export const plausibleFaults = {
  less: (what: string, value: string, usual: number, unit: string | undefined): Fault =>
    implausible(
      `${what} is ${quote(withUnit(value, unit))}, less than ${withUnit(String(usual), unit)}`,
      unit === '%'
        ? 'write a share in percent, 8.5% and not 0.085; if the source says so, leave it'
        : value.startsWith('-')
          ? 'compare the sign with the source; if the source says so, leave it'
          : 'compare the unit with the source, which may count in 万元 or 亿元; if the source says so, leave it',
    ),
  more: (what: string, value: string, usual: number, unit: string | undefined): Fault =>
    implausible(
      `${what} is ${quote(withUnit(value, unit))}, more than ${withUnit(String(usual), unit)}`,
      'compare the number and its unit with the source; if the source says so, leave it',
    ),
  early: (what: string, value: string, usual: number): Fault =>
    implausible(
      `${what} is ${quote(value)}, before ${usual}`,
      value.startsWith('00')
        ? `write the year with four digits: did you mean ${quote(CENTURY + value.slice(CENTURY.length))}?`
        : 'compare the year with the source; if the source says so, leave it',
    ),
  late: (what: string, value: string, usual: number): Fault =>
    implausible(
      `${what} is ${quote(value)}, after ${usual}`,
      'compare the year with the source; if the source says so, leave it',
    ),
  later: (what: string, value: string): Fault =>
    implausible(`${what} is ${quote(value)}, which is later than today`, 'compare the date with the source'),
  supersedesLater: (newer: string, start: string, older: string, olderStart: string): Fault =>
    implausible(
      `${quote(newer)} begins ${start} and supersedes ${quote(older)}, which begins later, ${olderStart}`,
      'compare both dates with the sources, or write `supersedes` on the later policy',
    ),
} as const;

function withUnit(value: string, unit: string | undefined): string {
  return `${value}${unit ?? ''}`;
}

function implausible(message: string, hint: string): Fault {
  return warning('value/implausible', message, hint);
}
