/** A cell of a list → the value of a seed table, where there is no doubt what it means. */

import { firstDay } from '../model/day.ts';
import type { PropertyModel } from '../model/model.ts';
import { meantDate, meantPeriod } from '../seeds/values/date-hints.ts';
import { foldedOf } from '../seeds/values/number-hints.ts';

/** Thousands as offices write them: 12,345.6. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;
/** What offices write into a cell that says nothing. */
const NOTHING = /^(?:[-—–/\\]+|无|\/|N\/?A|暂无|不详)$/iu;

/** Whether a cell says nothing. */
export function saysNothing(text: string): boolean {
  return text === '' || NOTHING.test(text);
}

/**
 * The text of a cell as the property takes it: days and digits in the form of the seeds, bare numbers with their
 * column's unit. What is still wrong is reported where seeds are checked.
 * @param unit what bare numbers of the column are counted in
 */
export function cleanValue(
  property: PropertyModel | undefined,
  text: string,
  unit: string | undefined,
): string {
  switch (property?.valueKind) {
    case 'date':
    case 'coarseDate':
      return meantDate(text, (date) => firstDay(date) !== undefined, property.lastDay) ?? text;
    case 'period':
      return meantPeriod(text) ?? text;
    case 'int':
    case 'decimal':
    case 'money': {
      const number = foldedOf(text).replace(THOUSANDS, '');
      return unit !== undefined && /\d[万亿]?$/.test(number)
        ? `${number}${withoutMagnitude(number, unit)}`
        : number;
    }
    default:
      return text;
  }
}

/** 1.2亿 in a column of 万元 is 1.2亿元: the number has its own magnitude. */
function withoutMagnitude(number: string, unit: string): string {
  return /[万亿]$/u.test(number) ? unit.replace(/^[十百千万亿]+/u, '') : unit;
}
