/** The scalars that arguments are given in: what is none is refused, whether it stands in the text or in a variable. */

import { parse, parseValue, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { SCALARS } from '../../src/api/scalars.ts';
import { buildSchema } from '../run-operation.ts';

function scalar(name: string) {
  const found = SCALARS[name];
  if (!found) throw new Error(`no scalar ${name}`);
  return found;
}

describe('a value of a scalar', () => {
  test.each([
    ['Date', '2024-02-20', '2024-02-20'],
    ['Date', '2024', '2024'],
    ['CoarseDate', '2024-02', '2024-02'],
    ['Period', '2024', '2024'],
    ['Period', '2023-H1', '2023-H1'],
    ['Period', '2023-Q3', '2023-Q3'],
    ['Period', '2024-01/2024-09', '2024-01/2024-09'],
    ['Decimal', '-043.90', '-43.9'],
  ])('%s %s is taken as %s', (name, given, taken) => {
    expect(scalar(name).__parseValue(given)).toBe(taken);
    expect(scalar(name).__parseLiteral(parseValue(JSON.stringify(given)))).toBe(taken);
  });

  test.each([
    ['Date', '2024-02-30'],
    ['CoarseDate', '2024-13'],
    ['Period', '2023-H3'],
    ['Period', '2024年'],
    ['Period', '2024-09/2024-01'],
    ['Period', ''],
    ['Decimal', '1e3'],
  ])('%s %j is refused', (name, given) => {
    expect(() => scalar(name).__parseValue(given)).toThrow(`${name} must be`);
    expect(() => scalar(name).__parseLiteral(parseValue(JSON.stringify(given)))).toThrow(`${name} must be`);
  });

  test('a literal that is none is refused with its location in the document', () => {
    const document =
      '{ policies(validOn: "2024-02-30", where: { issuedOn: { eq: "2024年" } }) { totalCount } }';
    const faults = validate(buildSchema().schema, parse(document));
    expect(faults.map(({ locations }) => locations)).toEqual([
      [{ line: 1, column: 21 }],
      [{ line: 1, column: 60 }],
    ]);
  });

  test('a date that is none is refused with what may be written', () => {
    expect(() => scalar('Date').__parseValue('2023年')).toThrow(
      'Date must be a day of the calendar, like 2024-02-20, or in gte and lte also a month or a year, like 2024-02 or 2024; "2023年" is not.',
    );
  });

  test.each([[2024], [{ eq: '2024' }], [['2024']], [true]])('%j in a variable is no period', (given) => {
    expect(() => scalar('Period').__parseValue(given)).toThrow('Period must be');
  });
});
