/** What stands in the graph beside a node's own properties, for Cypher to compare by. */

import { expect, test } from 'vitest';
import type { Properties } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import {
  datasetNode,
  storedNode,
  storedNodeNames,
  storedRelationship,
  storedRelationshipNames,
} from '../../src/model/stored/stored-form.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';

const model = readModel('schema');

function stored(type: string, properties: Properties): Properties {
  const node = { id: 'x:1', type, properties, evidence: [] };
  const found = storedNode(model, node);
  expect(datasetNode(model, found)).toEqual(node);
  return found;
}

test('a period has its first and last day', () => {
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
  });
});

test('a due date is compared by its last day', () => {
  expect(stored('Target', { due: '2025', value: '3', valueMax: '5' })).toMatchObject({
    dueDay: 20251231,
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

test('every property that is stored is one of the names that the product knows as its own', () => {
  const { dataset } = readSeeds(model, PRODUCT_SEEDS);
  if (!dataset) throw new Error('the seeds have faults');
  const { nodes, relationships } = deriveFacts(model, dataset);
  const unknown = new Set([
    ...[...nodes.values()].flatMap((node) =>
      Object.keys(storedNode(model, node)).filter(
        (name) => !storedNodeNames(model, node.type).includes(name),
      ),
    ),
    ...[...relationships.values()].flatMap((each) =>
      Object.keys(storedRelationship(each)).filter(
        (name) => !storedRelationshipNames(model, each.type).includes(name),
      ),
    ),
  ]);
  expect([...unknown]).toEqual([]);
});
