/** When two stated figures or dates contradict each other (§1.9, §1.10). */

import { expect, test } from 'vitest';
import { figuresConflict, type StatedFigure, valuesConflict } from '../../src/questions/claims/conflicts.ts';
import { model } from '../graph-fixture.ts';

function figure(value: string, printed?: string, bound = 'EXACT'): StatedFigure {
  return { value, printed, bound };
}

test.each([
  [figure('4720000000000', '4.72万亿元'), figure('4721866000000', '47,218.66亿元'), false],
  [figure('4720000000000', '4.72万亿元'), figure('4800000000000', '4.8万亿元'), true],
  [figure('4720000000000', '4.72万亿元'), figure('4700000000000', '4.7万亿元'), false],
  [figure('100', '100家'), figure('101', '101家'), true],
  [figure('100', '约100家', 'ABOUT'), figure('104', '104家'), false],
  [figure('100', '超过100家', 'MORE_THAN'), figure('500', '500家'), false],
  [figure('100', '不足100家', 'LESS_THAN'), figure('500', '500家'), true],
  [figure('43.9', '43.9%'), figure('43.95', '43.95%'), false],
  [figure('43.9', '43.9%'), figure('44.1', '44.1%'), true],
  [figure('100', '不超过100家', 'AT_MOST'), figure('100', '不少于100家', 'AT_LEAST'), false],
  [figure('100', '超过100家', 'MORE_THAN'), figure('100', '不超过100家', 'AT_MOST'), true],
  [figure('500', '500千瓦'), figure('900', '900千瓦'), true],
  [figure('16000', '2023年达1.6万'), figure('16400', '16400'), false],
  [figure('30000', '三万'), figure('34000', '34000'), false],
  [figure('-3.2', '下降3.2%'), figure('-3.24', '下降3.24%'), false],
])('%o against %o: %s', (a, b, conflict) => {
  expect(figuresConflict(a, b)).toBe(conflict);
  expect(figuresConflict(b, a)).toBe(conflict);
});

test('dates conflict where neither contains the other, and texts never do', () => {
  const issued = model.nodeTypes.get('Policy')?.properties.get('issuedOn');
  const name = model.nodeTypes.get('Policy')?.properties.get('name');
  if (!issued || !name) throw new Error('a policy has no issuedOn or no name');
  expect(valuesConflict(issued, figure('2023'), figure('2023-09'))).toBe(false);
  expect(valuesConflict(issued, figure('2023-08'), figure('2023-09'))).toBe(true);
  expect(valuesConflict(name, figure('甲'), figure('乙'))).toBe(false);
});

test('ceilings conflict where they differ, and areas only where their intervals do', () => {
  const cap = model.nodeTypes.get('Measure')?.properties.get('cap');
  const area = model.nodeTypes.get('Zone')?.properties.get('areaKm2');
  if (!cap || !area) throw new Error('a measure has no cap or a zone no area');
  const most = (amount: string, printed: string) => figure(amount, printed, 'AT_MOST');
  expect(valuesConflict(cap, most('10000000 CNY', '最高1000万元'), most('5000000 CNY', '最高500万元'))).toBe(
    true,
  );
  expect(valuesConflict(cap, most('10000000 CNY', '最高1000万元'), figure('10000000 CNY', '1000万元'))).toBe(
    false,
  );
  expect(valuesConflict(cap, figure('10000000 CNY'), figure('10000000 USD'))).toBe(false);
  expect(valuesConflict(area, most('10', '不超过10平方公里'), most('5', '不超过5平方公里'))).toBe(false);
  expect(valuesConflict(area, most('10', '不超过10平方公里'), figure('12', '12平方公里'))).toBe(true);
  expect(valuesConflict(area, figure('3.1', '约3.1', 'ABOUT'), figure('3.2', '3.2'))).toBe(false);
  expect(valuesConflict(area, figure('3.1', '3.1'), figure('3.2', '3.2'))).toBe(true);
});
