/** Messages to curators about values that are valid and unlikely. */

import type { Fault } from './diagnostic.ts';
import { quote, warning } from './fault.ts';
import { en, type Part, type Text, zh } from './text.ts';

/** What the years 0 to 99 are most often short for. */
const CENTURY = '20';

const YEAR: Text = {
  en: 'compare the year with the source; if the source says so, leave it',
  zh: '请与来源核对年份；如来源确如此，不必改',
};

export const plausibleFaults = {
  less: (what: Part, value: string, usual: number, unit: string | undefined): Fault =>
    implausible(
      {
        en: `${en(what)} is ${quote(withUnit(value, unit))}, less than ${withUnit(String(usual), unit)}`,
        zh: `${zh(what)} 为 ${quote(withUnit(value, unit))}，小于 ${withUnit(String(usual), unit)}`,
      },
      unit === '%'
        ? {
            en: 'write a share in percent, 8.5% and not 0.085; if the source says so, leave it',
            zh: '比重按百分数填写：8.5%，而不是 0.085；如来源确如此，不必改',
          }
        : value.startsWith('-')
          ? {
              en: 'compare the sign with the source; if the source says so, leave it',
              zh: '请与来源核对正负号；如来源确如此，不必改',
            }
          : {
              en: 'compare the unit with the source, which may count in 万元 or 亿元; if the source says so, leave it',
              zh: '请与来源核对单位，来源可能以万元或亿元计；如来源确如此，不必改',
            },
    ),
  more: (what: Part, value: string, usual: number, unit: string | undefined): Fault =>
    implausible(
      {
        en: `${en(what)} is ${quote(withUnit(value, unit))}, more than ${withUnit(String(usual), unit)}`,
        zh: `${zh(what)} 为 ${quote(withUnit(value, unit))}，大于 ${withUnit(String(usual), unit)}`,
      },
      {
        en: 'compare the number and its unit with the source; if the source says so, leave it',
        zh: '请与来源核对数字和单位；如来源确如此，不必改',
      },
    ),
  early: (what: Part, value: string, usual: number): Fault => {
    const year = quote(CENTURY + value.slice(CENTURY.length));
    return implausible(
      {
        en: `${en(what)} is ${quote(value)}, before ${usual}`,
        zh: `${zh(what)} 为 ${quote(value)}，早于 ${usual} 年`,
      },
      value.startsWith('00')
        ? {
            en: `write the year with four digits: did you mean ${year}?`,
            zh: `年份请写四位：是否应为 ${year}？`,
          }
        : YEAR,
    );
  },
  late: (what: Part, value: string, usual: number): Fault =>
    implausible(
      {
        en: `${en(what)} is ${quote(value)}, after ${usual}`,
        zh: `${zh(what)} 为 ${quote(value)}，晚于 ${usual} 年`,
      },
      YEAR,
    ),
  later: (what: Part, value: string): Fault =>
    implausible(
      {
        en: `${en(what)} is ${quote(value)}, which is later than today`,
        zh: `${zh(what)} 为 ${quote(value)}，晚于今天`,
      },
      { en: 'compare the date with the source', zh: '请与来源核对日期' },
    ),
  supersedesLater: (newer: string, start: string, older: string, olderStart: string): Fault =>
    implausible(
      {
        en: `${quote(newer)} begins ${start} and supersedes ${quote(older)}, which begins later, ${olderStart}`,
        zh: `${quote(newer)} 自 ${start} 起施行，却取代了自 ${olderStart} 起施行的 ${quote(older)}`,
      },
      {
        en: 'compare both dates with the sources, or write `supersedes` on the later policy',
        zh: '请与来源核对两个日期，或把 `supersedes` 写在较晚的政策上',
      },
    ),
} as const;

function withUnit(value: string, unit: string | undefined): string {
  return `${value}${unit ?? ''}`;
}

function implausible(message: Text, hint: Text): Fault {
  return warning('value/implausible', message, hint);
}
