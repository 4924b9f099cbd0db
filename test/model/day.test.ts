/** Days and coarse dates (§2.1, §2.3). */

import { describe, expect, test } from 'vitest';
import { dayBefore, firstDay, isFullDay, lastDay, periodDays, todayIn } from '../../src/model/day.ts';

describe('a coarse date', () => {
  test.each([
    ['2024', 20240101, 20241231],
    ['2024-02', 20240201, 20240229],
    ['2023-02', 20230201, 20230228],
    ['2024-02-20', 20240220, 20240220],
    ['2023-12', 20231201, 20231231],
  ])('%s spans %i to %i', (text, first, last) => {
    expect([firstDay(text), lastDay(text)]).toEqual([first, last]);
  });

  test.each(['2024-13', '2024-00', '2023-02-29', '2024-2-3', '0000', '24', '2024-02-20T00', ''])(
    '%j is none',
    (text) => {
      expect([firstDay(text), lastDay(text)]).toEqual([undefined, undefined]);
    },
  );

  test('only a whole one is a full day', () => {
    expect(['2024-02-20', '2024-02', '2024'].map(isFullDay)).toEqual([true, false, false]);
  });
});

describe('a period', () => {
  test.each([
    ['2024', 20240101, 20241231],
    ['2024-02', 20240201, 20240229],
    ['2024-02-20', 20240220, 20240220],
    ['2023-H1', 20230101, 20230630],
    ['2023-H2', 20230701, 20231231],
    ['2023-Q1', 20230101, 20230331],
    ['2023-Q4', 20231001, 20231231],
    ['2024-01/2024-09', 20240101, 20240930],
    ['2023-11/2024-02', 20231101, 20240229],
  ])('%s spans %i to %i', (text, fromDay, toDay) => {
    expect(periodDays(text)).toEqual({ fromDay, toDay });
  });

  test.each([
    '2023-H3',
    '2023-Q0',
    '2024-09/2024-01',
    '2024/2025',
    '2024-01/2024-13',
    '0000-Q1',
    '2023H1',
    '',
  ])('%j is none', (text) => {
    expect(periodDays(text)).toBeUndefined();
  });
});

test.each([
  [20240301, 20240229],
  [20230301, 20230228],
  [20240101, 20231231],
  [20240515, 20240514],
])('the day before %i is %i', (day, before) => {
  expect(dayBefore(day)).toBe(before);
});

test('today is the date of the time zone, not of the machine', () => {
  const lateInLondon = new Date('2024-02-19T17:00:00Z');
  expect(todayIn('Asia/Shanghai', lateInLondon)).toBe('2024-02-20');
  expect(todayIn('UTC', lateInLondon)).toBe('2024-02-19');
});
