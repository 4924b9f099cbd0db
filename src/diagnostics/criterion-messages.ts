/** What is said to a curator of criteria. */

import type { Fault } from './diagnostic.ts';
import { error, quote } from './messages.ts';

export const criterionFaults = {
  empty: (what: string, expected: string): Fault =>
    error(
      'value/type',
      `${what} takes ${expected}, not an empty list`,
      'write one, or leave the criterion out',
    ),
  howMany: (operator: string, expected: string, found: number): Fault =>
    error(
      'value/type',
      `${quote(operator)} takes ${expected}, not ${found}`,
      operator === 'NOT_CHECKABLE' ? 'paraphrase the clause: [中文, English]' : 'IN takes several',
    ),
  operator: (operator: string, attribute: string, fitting: readonly string[]): Fault =>
    error(
      'value/enum',
      `${quote(operator)} cannot be used with ${quote(attribute)}`,
      `${quote(attribute)} takes ${fitting.join(', ')}`,
    ),
  noUnit: (unit: string, attribute: string): Fault =>
    error('figure/unit', `${quote(attribute)} has no unit, and this says ${quote(unit)}`, 'leave `unit` out'),
} as const;
