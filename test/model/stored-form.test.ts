/** What stands in the graph beside a node's own properties, for Cypher to compare by. */

import { expect, test } from 'vitest';
import type { Properties } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/read-model.ts';
import { datasetNode, storedNode } from '../../src/model/stored-form.ts';

const model = readModel('schema');

function stored(type: string, properties: Properties): Properties {
  const node = { id: 'x:1', type, properties, evidence: [] };
  const found = storedNode(model, node);
  expect(datasetNode(model, found)).toEqual(node);
  return found;
}

test('a period has its first and last day, and a decimal its number', () => {
  const properties = {
    period: '2023-Q3',
    value: '1600000000000',
    printed: '1.6万亿',
    bound: 'EXACT',
    modality: 'STATED',
  };
  expect(stored('Observation', properties)).toMatchObject({
    periodFromDay: 20230701,
    periodToDay: 20230930,
    valueNumber: 1.6e12,
  });
});

test('a due date is compared by its last day', () => {
  expect(stored('Target', { due: '2025', value: '3', valueMax: '5' })).toMatchObject({
    dueDay: 20251231,
    valueNumber: 3,
    valueMaxNumber: 5,
  });
});

test('alternatives have the ids that they name, each once', () => {
  const conditions = [
    { attribute: 'INDUSTRY', operator: 'IS_IN', values: ['industry:b', 'industry:a'] },
    { attribute: 'TITLE', operator: 'EQ', values: ['小巨人: 第五批'] },
    { attribute: 'INDUSTRY', operator: 'NOT_IN', values: ['industry:a'] },
  ];
  const alternatives = JSON.stringify([{ conditions }]);
  expect(stored('Criterion', { position: 0, alternatives })).toMatchObject({
    alternativesIds: ['industry:a', 'industry:b'],
  });
});
