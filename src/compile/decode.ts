/** Stored values read into what the API serves. */

import { cypherName } from '../cypher/names.ts';
import { EXACT } from '../model/hedge.ts';
import type { PropertyModel } from '../model/model.ts';
import { type Compiled, expression, record } from './compiled.ts';

/** The value of a property that the node behind `variable` has; money has its hedge in it. */
export function compileProperty(property: PropertyModel, variable: string): Compiled {
  const stored = (name: string) => `${variable}.${cypherName(name)}`;
  const { name, valueKind, hedge } = property;
  if (valueKind !== 'money' || !hedge) return expression(stored(name), decoder(property));
  const { bound, printed } = hedge;
  const money = `{value: ${stored(name)}, bound: ${stored(bound)}, printed: ${stored(printed)}}`;
  return expression(money, decodeMoney);
}

/** How a stored property value is read. */
export function decoder(property: PropertyModel): (raw: unknown) => unknown {
  if (property.valueKind === 'json') return (raw) => (typeof raw === 'string' ? JSON.parse(raw) : []);
  if (property.list) return (raw) => (Array.isArray(raw) ? raw : []);
  return (raw) => raw ?? null;
}

/** Money with its hedge: "5000000 CNY" → { amount, currency, bound, printed }. */
function decodeMoney(raw: unknown): unknown {
  const { value, bound, printed } = record(raw);
  if (typeof value !== 'string') return null;
  const [amount, currency] = value.split(' ');
  return { amount, currency, bound: bound ?? EXACT, printed: printed ?? null };
}
