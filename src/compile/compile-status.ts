/** Whether a policy is in force on a day, compiled from the days that follow from its dates (§5.3). */

import { firstDay } from '../model/day.ts';
import { type CompileContext, type Compiled, expression } from './compiled.ts';
import type { SelectedField } from './selected-field.ts';

/** The status of a policy on the day asked, else on the day of the question; the first that holds. */
export function compileStatus(context: CompileContext, field: SelectedField, variable: string): Compiled {
  const on = field.arguments.on;
  const day =
    typeof on === 'string'
      ? context.parameters.add(firstDay(on))
      : context.day === undefined
        ? '$today'
        : '$day';
  const cases = [
    [`${variable}.stage = 'DRAFT'`, 'DRAFT'],
    [`${variable}.stage = 'WITHDRAWN'`, 'REPEALED'],
    [`${variable}.startDay IS NULL`, 'UNKNOWN'],
    [`${variable}.startDay > ${day}`, 'PENDING'],
    [`${variable}.repealedOnDay <= ${day}`, 'REPEALED'],
    [`${variable}.supersededDay <= ${day}`, 'SUPERSEDED'],
    [`${variable}.expiresOnDay < ${day}`, 'EXPIRED'],
  ];
  const whens = cases.map(([condition, status]) => `WHEN ${condition} THEN '${status}'`);
  return expression(`CASE ${whens.join(' ')} ELSE 'IN_FORCE' END`);
}
