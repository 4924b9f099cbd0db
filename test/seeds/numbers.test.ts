/** Numbers and money as printed, read exactly. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDecimal } from '../../src/seeds/values/read-decimal.ts';
import { readMoney } from '../../src/seeds/values/read-money.ts';

test.each([
  ['43.9', '43.9'],
  ['43.90', '43.9'],
  ['0', '0'],
  ['-0.0', '0'],
  ['-3.50', '-3.5'],
  ['1,234.5', '1234.5'],
  ['1.6万亿', '1600000000000'],
  ['47,218.66亿', '4721866000000'],
  ['3.2 万', '32000'],
  ['0.00001万', '0.1'],
  ['0.000001万', '0.01'],
  ['5千', '5000'],
  ['2百亿', '20000000000'],
  ['9007199254740993', '9007199254740993'],
  ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
  ['1'.repeat(60), '1'.repeat(60)],
  [`${'1'.repeat(30)}.${'1'.repeat(30)}`, `${'1'.repeat(30)}.${'1'.repeat(30)}`],
])('%s is the number %s', (text, decimal) => {
  expect(readDecimal(text)).toBe(decimal);
});

test.each([
  '',
  '1e3',
  '0x1F',
  '.5',
  '5.',
  '007',
  '1,23',
  '12,34,567',
  '+5',
  '约80',
  '3-5',
  '5元',
  '∞',
  'NaN',
  '５',
  '1'.repeat(61),
  `${'1'.repeat(30)}.${'1'.repeat(31)}`,
])('"%s" is no number', (text) => {
  expect(readDecimal(text)).toBeUndefined();
});

test('a canonical number is read as itself', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.stringMatching(/^\d{0,8}[1-9]$/),
      (whole, fraction) => {
        expect(readDecimal(`${whole}`)).toBe(`${whole}`);
        expect(readDecimal(`${whole}.${fraction}00`)).toBe(`${whole}.${fraction}`);
        expect(readDecimal(`${whole}亿`)).toBe(`${whole * 100_000_000n}`);
      },
    ),
  );
});

test.each([
  ['500万元', '5000000 CNY'],
  ['3亿美元', '300000000 USD'],
  ['1.5 万亿元', '1500000000000 CNY'],
  ['5000000 CNY', '5000000 CNY'],
  ['200万人民币', '2000000 CNY'],
])('%s is %s', (text, money) => {
  expect(readMoney(text)).toBe(money);
});

test.each(['500万', '元', '五百万元', '500 XYZ', '500 cny', '500万元/年'])(
  '"%s" is no amount of money',
  (text) => {
    expect(readMoney(text)).toBeUndefined();
  },
);
