/** A state on a day as Cypher: one CASE serves the field, the filter, the order and the groups (§5.3). */

import { cypherName } from '../cypher/names.ts';
import type { DayState, StateCase } from '../model/model.ts';
import { type CompileContext, type Compiled, expression } from './compiled.ts';
import { fullDay } from './full-day.ts';
import { arrowPattern, typePattern, validCondition, where } from './relationship-pattern.ts';
import type { SelectedField } from './selected-field.ts';

/** An expression, and the CALL clauses that it needs before it. */
interface StateExpression {
  readonly calls: string;
  readonly text: string;
}

/** The state as a field: on the day that its argument names, else on the day of the operation. */
export function compileDayState(
  context: CompileContext,
  state: DayState,
  field: SelectedField,
  variable: string,
): Compiled {
  const on = fullDay('on', field.arguments.on);
  const day = on === undefined ? operationDay(context) : context.parameters.add(on);
  const { calls, text } = stateExpression(context, state, variable, day, (value) => `'${cypherName(value)}'`);
  return { ...expression(text), calls };
}

/** The state on the day of the operation, as the text of its value. */
export function stateValue(context: CompileContext, state: DayState, variable: string): StateExpression {
  const asText = (value: string) => `'${cypherName(value)}'`;
  return stateExpression(context, state, variable, operationDay(context), asText);
}

/** The position of the state of the operation's day in the order in which its enum is declared. */
export function stateRank(context: CompileContext, state: DayState, variable: string): StateExpression {
  const asRank = (value: string) => String(state.values.indexOf(value));
  return stateExpression(context, state, variable, operationDay(context), asRank);
}

/** A state has one day, also where relationships of any day are there: then it is today. */
function operationDay({ day }: CompileContext): string {
  return day === undefined ? '$today' : '$day';
}

/**
 * The state of the node that `variable` is bound to, or of the one node that its relationship leads to.
 * @example
 * text: CASE WHEN n0.stage = 'DRAFT' THEN 'DRAFT' … ELSE 'IN_FORCE' END
 */
function stateExpression(
  context: CompileContext,
  { cases, of }: DayState,
  variable: string,
  day: string,
  output: (value: string) => string,
): StateExpression {
  if (of === undefined) return { calls: '', text: caseOf(cases, variable, day, output) };
  const [far, fact, state] = [context.variable('n'), context.variable('r'), context.variable('c')];
  const arrow = arrowPattern(of, `${fact}:${typePattern(of.stored)}`);
  const condition = where(validCondition(context, of.stored, fact));
  return {
    calls: `CALL (${variable}) { OPTIONAL MATCH (${variable})${arrow}(${far})${condition}
WITH ${far} ORDER BY ${far}.id LIMIT 1 RETURN ${caseOf(cases, far, day, output)} AS ${state} }
`,
    text: state,
  };
}

function caseOf(
  cases: readonly StateCase[],
  variable: string,
  day: string,
  output: (value: string) => string,
): string {
  const whens = cases.map((each) => {
    const test = testOf(each, variable, day);
    return test === undefined ? `ELSE ${output(each.state)}` : `WHEN ${test} THEN ${output(each.state)}`;
  });
  return `CASE ${whens.join(' ')} END`;
}

function testOf({ property, test }: StateCase, variable: string, day: string): string | undefined {
  if (test === undefined) return undefined;
  const stored = `${variable}.${cypherName(property)}`;
  if ('equals' in test) return `${stored} = '${cypherName(test.equals)}'`;
  switch (test.day) {
    case 'MISSING':
      return `${stored} IS NULL`;
    case 'AFTER':
      return `${stored} > ${day}`;
    case 'REACHED':
      return `${stored} <= ${day}`;
    case 'BEFORE':
      return `${stored} < ${day}`;
  }
}
