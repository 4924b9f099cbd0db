/** The scalars of the API, checked where they come in. */

import { GraphQLError, Kind, print, type ValueNode } from 'graphql';
import { firstDay, periodDays } from '../model/day.ts';

/** A day of the calendar, as text; filters take a month or a year as well, all other arguments check that it is full. */
const DATE = textScalar(
  'Date',
  (text) => firstDay(text) !== undefined,
  'a day of the calendar, like 2024-02-20, or in gte and lte also a month or a year, like 2024-02 or 2024',
);
/** A day, month or year, as text. */
const COARSE_DATE = textScalar(
  'CoarseDate',
  (text) => firstDay(text) !== undefined,
  'a day, month or year, like 2024-02-20, 2024-02 or 2024',
);
/** What an observation covers, as text. */
const PERIOD = textScalar(
  'Period',
  (text) => periodDays(text) !== undefined,
  'a period, like 2024, 2024-02, 2023-H1, 2023-Q3 or 2024-01/2024-09',
);
/** An exact number, as text. */
const DECIMAL = textScalar(
  'Decimal',
  (text) => /^-?\d+(\.\d+)?$/.test(text),
  'an exact number as a string, like "43.9"',
  plainDecimal,
);

/** How a scalar is read and written, in the form in which resolvers leave its description alone. */
interface ScalarResolver {
  readonly __serialize: (value: unknown) => unknown;
  readonly __parseValue: (value: unknown) => string;
  readonly __parseLiteral: (node: ValueNode) => string;
}

/** Scalars by name, for the executable schema. */
export const SCALARS: Readonly<Record<string, ScalarResolver>> = {
  Date: DATE,
  CoarseDate: COARSE_DATE,
  Period: PERIOD,
  Decimal: DECIMAL,
};

function textScalar(
  name: string,
  accepts: (text: string) => boolean,
  expected: string,
  read: (text: string) => string = (text) => text,
): ScalarResolver {
  // A literal has a node: without it the fault has no location in the document.
  const parse = (value: unknown, node?: ValueNode): string => {
    if (typeof value === 'string' && accepts(value)) return read(value);
    const message = `${name} must be ${expected}; ${JSON.stringify(value)?.slice(0, 80)} is not.`;
    throw new GraphQLError(message, node ? { nodes: node } : {});
  };
  return {
    __serialize: (value) => value,
    __parseValue: (value) => parse(value),
    __parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : print(node), node),
  };
}

/** A number in the form in which it is stored, so that equal ones are the same text: "043.90" is "43.9". */
function plainDecimal(text: string): string {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const [digits, rest] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')];
  const plain = rest === '' ? digits : `${digits}.${rest}`;
  return text.startsWith('-') && plain !== '0' ? `-${plain}` : plain;
}
