/** What is said to a curator of citations: a place that a source's text has not, or that does not hold the fact. */

import type { Fault } from './diagnostic.ts';
import { error, quote } from './messages.ts';

/** What a fact says and a text should hold. */
export interface Wanted {
  readonly kind: 'figure' | 'date' | 'name';
  readonly words: string;
}

export const citeFaults = {
  locator: (source: string, locator: string, why: string): Fault =>
    error('cite/locator', `the text of ${quote(source)} has no ${quote(locator)}`, why),
  missing: (
    wanted: Wanted,
    source: string,
    locators: readonly string[],
    elsewhere: readonly string[],
  ): Fault =>
    error(
      `cite/${wanted.kind}`,
      `${quote(source)} does not hold the ${wanted.kind} ${quote(wanted.words)} at ${locators.join(', ')}`,
      elsewhere.length === 0
        ? `the ${wanted.kind} is nowhere in that text: compare it with the source`
        : `the ${wanted.kind} is in ${elsewhere.join(', ')}`,
    ),
  hedged: (wanted: Wanted, word: string, source: string, locators: readonly string[]): Fault =>
    error(
      'cite/hedge',
      `${quote(source)} hedges ${quote(wanted.words)} by ${quote(word)} at ${locators.join(', ')}`,
      wanted.kind === 'figure'
        ? `copy the number with its words, ${quote(word)} and all; if the word is about something else, leave it`
        : `state what ${quote(word)} limits; if the word is about something else, leave it`,
    ),
} as const;
