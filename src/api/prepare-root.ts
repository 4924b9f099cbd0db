/** A root field before it is answered: its arguments as they are meant, and the contexts of its statements. */

import type { GraphQLResolveInfo } from 'graphql';
import { type CompileContext, createVariables, type Variables } from '../compile/compiled.ts';
import { withCurrentIds } from '../compile/current-ids.ts';
import { fullDay } from '../compile/full-day.ts';
import { collectLater } from '../compile/later.ts';
import { earlierOf } from '../compile/match-decided.ts';
import { withoutNulls } from '../compile/select-fields.ts';
import type { SelectedField } from '../compile/selected-field.ts';
import { createParameters } from '../cypher/statement.ts';
import { invariant } from '../diagnostics/invariant.ts';
import { firstDay, todayIn } from '../model/day.ts';
import { compileOneThen } from '../questions/past/compile-one-then.ts';
import { derivedPolicies, derivedPolicyCounts } from '../questions/policies/compile-policies.ts';
import type { ApiContext } from './api-context.ts';
import type { GraphKnowledge } from './graph-clock.ts';

/** The arguments of a root field. */
export type Given = Readonly<Record<string, unknown>>;

/** The field with its arguments, and what its statements are compiled by. Pure: no database, no clock. */
export function prepareRoot(
  given: Given,
  { model, links, now }: ApiContext,
  info: GraphQLResolveInfo,
  { timeZone, formerIds }: GraphKnowledge,
  isOfThen: boolean,
  views: Parameters<typeof derivedPolicies>[0],
): { readonly field: SelectedField; readonly first: CompileContext } {
  const declared = info.parentType.getFields()[info.fieldName];
  invariant(declared, `${info.fieldName} is no root field`);
  const asked = withoutNulls(given, declared.args);
  const asOf = typeof asked.asOf === 'number' ? asked.asOf : undefined;
  // The ids of an earlier revision are those of then: which of them were given up since does not matter.
  const renamed = asOf === undefined && !isOfThen ? formerIds : new Map<string, string>();
  const values = withCurrentIds(asked, declared.args, renamed);
  const today = dayOf(todayIn(timeZone, now));
  // A day that is none is refused, whether or not it is used.
  const named = operationDay(values);
  const day = values.anyDay === true ? undefined : (named ?? today);
  const shared = {
    model,
    schema: info.schema,
    fragments: info.fragments,
    variables: info.variableValues,
    formerIds: renamed,
    day,
    today,
    derived: derivedPolicies(views),
    derivedCounts: derivedPolicyCounts(views),
    links,
  };
  const newContext = (variable: Variables): CompileContext => {
    const parameters = createParameters({ today, ...(day === undefined ? {} : { day }) });
    return {
      ...shared,
      parameters,
      later: collectLater(),
      further: () => newContext(variable.apart()),
      earlier: asOf === undefined ? undefined : earlierOf(asOf, parameters, compileOneThen),
      variable,
    };
  };
  return {
    field: {
      responseKey: String(info.path.key),
      name: info.fieldName,
      nodes: info.fieldNodes,
      arguments: values,
      types: [info.parentType.name],
    },
    first: newContext(createVariables()),
  };
}

/** The day that a root field is asked on; undefined where it names none. */
export function operationDay({ validOn, on }: Given): number | undefined {
  return fullDay('validOn', validOn) ?? fullDay('on', on);
}

function dayOf(date: unknown): number {
  const day = firstDay(String(date));
  invariant(day !== undefined, `${String(date)} is no day`);
  return day;
}
