/** Messages to curators about citations: a location that a source's text does not have, or that does not state the fact. */

import type { Fault } from './diagnostic.ts';
import { error, quote } from './fault.ts';
import type { Text } from './text.ts';

/** What a record states and a text should contain. */
export interface Wanted {
  readonly kind: 'figure' | 'date' | 'name';
  readonly words: string;
}

const KINDS: Readonly<Record<Wanted['kind'], string>> = { figure: '数字', date: '日期', name: '名称' };

export const citeFaults = {
  locator: (source: string, locator: string, why: Text): Fault =>
    error(
      'cite/locator',
      {
        en: `the text of ${quote(source)} has no ${quote(locator)}`,
        zh: `${quote(source)} 的文本中没有 ${quote(locator)}`,
      },
      why,
    ),
  missing: (
    wanted: Wanted,
    source: string,
    locators: readonly string[],
    elsewhere: readonly string[],
  ): Fault =>
    error(
      `cite/${wanted.kind}`,
      {
        en: `${quote(source)} does not hold the ${wanted.kind} ${quote(wanted.words)} at ${locators.join(', ')}`,
        zh: `${quote(source)} 的 ${locators.join('、')} 处没有${KINDS[wanted.kind]} ${quote(wanted.words)}`,
      },
      elsewhere.length === 0
        ? {
            en: `the ${wanted.kind} is nowhere in that text: compare it with the source`,
            zh: `该文本中未查到这个${KINDS[wanted.kind]}：请与来源核对`,
          }
        : {
            en: `the ${wanted.kind} is in ${elsewhere.join(', ')}`,
            zh: `这个${KINDS[wanted.kind]}见于 ${elsewhere.join('、')}`,
          },
    ),
  hedged: (wanted: Wanted, word: string, source: string, locators: readonly string[]): Fault =>
    error(
      'cite/hedge',
      {
        en: `${quote(source)} hedges ${quote(wanted.words)} by ${quote(word)} at ${locators.join(', ')}`,
        zh: `${quote(source)} 在 ${locators.join('、')} 处对 ${quote(wanted.words)} 用了 ${quote(word)} 的限定`,
      },
      wanted.kind === 'figure'
        ? {
            en: `copy the number with its words, ${quote(word)} and all; if the word is about something else, leave it`,
            zh: `请连同 ${quote(word)} 等限定词一并照录；如该词另有所指，则不必改`,
          }
        : {
            en: `state what ${quote(word)} limits; if the word is about something else, leave it`,
            zh: `请写明 ${quote(word)} 所限定的范围；如该词另有所指，则不必改`,
          },
    ),
} as const;
