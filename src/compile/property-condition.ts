/** The operators of a property's filter, as conditions (§2.2). */

import { cypherName } from '../cypher/names.ts';
import { dayText, firstDay, lastDay } from '../model/day.ts';
import type { PropertyModel } from '../model/model.ts';
import { comparedText } from './compared-text.ts';
import type { CompileContext } from './compiled.ts';

/**
 * A condition for each operator given; a null is the same as leaving it out.
 * @example
 * ['n0.issuedOnDay >= $p0', 'n0.kind IN $p1']
 */
export function propertyConditions(
  context: CompileContext,
  property: PropertyModel,
  filter: Readonly<Record<string, unknown>>,
  variable: string,
): readonly string[] {
  const stored = `${variable}.${cypherName(property.name)}`;
  const add = (value: unknown) => context.parameters.add(value);
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  const ofItems: string[] = [];
  const conditions = given.flatMap(([operator, value]): readonly string[] => {
    if (operator === 'isNull') return [isNull(stored, value === true)];
    if (operator === 'currency') return [`${stored} ENDS WITH ${add(` ${String(value)}`)}`];
    if (operator === 'gte' || operator === 'lte') return [bound(property, variable, operator, value, add)];
    const comparison = COMPARISONS[operator];
    if (comparison === undefined) return [];
    if (!property.list) return [comparison(stored, add(value))];
    ofItems.push(comparison('item', add(value)));
    return [];
  });
  if (ofItems.length === 0) return conditions;
  // One item must fit all operators: not one this and another that.
  return [...conditions, `any(item IN coalesce(${stored}, []) WHERE ${ofItems.join(' AND ')})`];
}

const COMPARISONS: Readonly<Record<string, (stored: string, value: string) => string>> = {
  eq: (stored, value) => `${stored} = ${value}`,
  in: (stored, value) => `${stored} IN ${value}`,
  contains: (stored, value) => `${stored} CONTAINS ${value}`,
  startsWith: (stored, value) => `${stored} STARTS WITH ${value}`,
};

/** A list without items is not stored. */
function isNull(stored: string, wanted: boolean): string {
  return `${stored} IS ${wanted ? '' : 'NOT '}NULL`;
}

function bound(
  property: PropertyModel,
  variable: string,
  operator: 'gte' | 'lte',
  value: unknown,
  add: (value: unknown) => string,
): string {
  const stored = comparedText(property, operator === 'gte' ? 'lower' : 'upper', variable);
  return `${stored} ${operator === 'gte' ? '>=' : '<='} ${add(operand(property, operator, value))}`;
}

/** A given value in the form that the stored one is compared in; of a month or a year its first or its last day. */
function operand({ valueKind }: PropertyModel, operator: 'gte' | 'lte', value: unknown): unknown {
  const day = () => (operator === 'gte' ? firstDay : lastDay)(String(value));
  switch (valueKind) {
    case 'coarseDate':
    case 'period':
      return day();
    case 'date':
      return dayText(day() ?? 0);
    case 'decimal':
    case 'money':
      return Number(value);
    default:
      return value;
  }
}
