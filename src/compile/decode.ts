/** Stored values read into what the API serves. */

import type { PropertyModel } from '../model/model.ts';

/** How a stored property value is read. */
export function decoder(property: PropertyModel): (raw: unknown) => unknown {
  if (property.valueKind === 'json') return (raw) => (typeof raw === 'string' ? JSON.parse(raw) : []);
  if (property.list) return (raw) => (Array.isArray(raw) ? raw : []);
  if (property.valueKind === 'money') return decodeMoney;
  return (raw) => raw ?? null;
}

/** "5000000 CNY" → { amount, currency }. */
function decodeMoney(raw: unknown): unknown {
  if (typeof raw !== 'string') return null;
  const [amount, currency] = raw.split(' ');
  return { amount, currency };
}
