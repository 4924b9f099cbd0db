/** Stored values read into what the API serves. */

import { EXACT } from '../model/hedge.ts';
import type { PropertyModel } from '../model/model.ts';
import { type Compiled, storedValue, storedValues } from './compiled.ts';

/** The value of a property that the node behind `variable` has; money has its hedge in it. */
export function compileProperty(property: PropertyModel, variable: string): Compiled {
  const { name, valueKind, hedge } = property;
  if (valueKind !== 'money' || !hedge) return storedValue(variable, name, decoder(property));
  const { bound, printed } = hedge;
  return storedValues(variable, [name, bound, printed], decodeMoney);
}

/** How a stored property value is read. */
export function decoder(property: PropertyModel): (raw: unknown) => unknown {
  if (property.valueKind === 'json') return (raw) => (typeof raw === 'string' ? JSON.parse(raw) : []);
  if (property.list) return (raw) => (Array.isArray(raw) ? raw : []);
  return (raw) => raw ?? null;
}

/** Money with its hedge: "5000000 CNY" → { amount, currency, bound, printed }. */
function decodeMoney([value, bound, printed]: readonly unknown[]): unknown {
  if (typeof value !== 'string') return null;
  const [amount, currency] = value.split(' ');
  return { amount, currency, bound: bound ?? EXACT, printed: printed ?? null };
}
