/** Whether one can apply for a measure on a day (§8.12). */

import { FIRST_DAY, LAST_DAY } from '../../model/day.ts';
import type { RulebookWindow } from './rulebook.ts';

export type WindowState = 'OPEN' | 'UPCOMING' | 'CLOSED' | 'UNKNOWN';

/** The state of a measure's windows on a day. A window without any date says nothing. */
export function windowState(windows: readonly RulebookWindow[], day: number): WindowState {
  const dated = windows.filter(({ fromDay, toDay }) => fromDay > FIRST_DAY || toDay < LAST_DAY);
  if (dated.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay)) return 'OPEN';
  if (dated.some(({ fromDay }) => fromDay > day)) return 'UPCOMING';
  return dated.length > 0 ? 'CLOSED' : 'UNKNOWN';
}
