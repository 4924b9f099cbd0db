/** The laws of the diff, on random datasets. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import {
  datasetNode,
  datasetRelationship,
  storedNode,
  storedRelationship,
  storedType,
} from '../../src/model/stored/stored-form.ts';
import { recordNames } from '../../src/model/words/record-names.ts';
import { wordingOf } from '../../src/model/words/wording.ts';
import { applyChanges, diff } from '../../src/plan/changes/diff.ts';
import { inverseParts, parseParts } from '../../src/plan/changes/invert-changes.ts';
import { randomDataset } from '../oracle/random-dataset.ts';

const model = readModel('schema');
const datasets = randomDataset().map((dataset) => deriveFacts(model, dataset));

/** How many datasets each law is held on. */
const RUNS = 500;

function shuffled(dataset: Dataset): Dataset {
  return {
    ...dataset,
    nodes: new Map([...dataset.nodes].reverse()),
    relationships: new Map([...dataset.relationships].reverse()),
  };
}

describe('diff', () => {
  test('a dataset against itself changes nothing', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        expect(diff(dataset, dataset)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  test('what turns b into a, applied to b, gives a', () => {
    fc.assert(
      fc.property(datasets, datasets, (a, b) => {
        const made = applyChanges(diff(a, b), b);
        expect(diff(a, made)).toEqual([]);
        expect(datasetDigest({ ...a, ...made })).toBe(datasetDigest(a));
      }),
      { numRuns: RUNS },
    );
  });

  test('what a revision keeps to undo it, applied to what it made, gives back what was', () => {
    fc.assert(
      fc.property(datasets, datasets, (a, b) => {
        const changes = diff(a, b);
        const undo = parseParts([...inverseParts(changes)]);
        const back = applyChanges(undo, applyChanges(changes, b));
        expect(diff(b, back)).toEqual([]);
        expect(datasetDigest({ ...b, ...back })).toBe(datasetDigest(b));
      }),
      { numRuns: RUNS },
    );
  });

  test('the order of nodes and relationships makes no difference to plan or digest', () => {
    fc.assert(
      fc.property(datasets, datasets, (a, b) => {
        expect(diff(shuffled(a), shuffled(b))).toEqual(diff(a, b));
        expect(datasetDigest(shuffled(a))).toBe(datasetDigest(a));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('the stored form', () => {
  test('gives back the node and relationship it was made of, and leaves other hands’ properties aside', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const names = recordNames(model, (id) => dataset.nodes.get(id), new Map());
        const wording = wordingOf(model, names);
        for (const node of dataset.nodes.values()) {
          const stored = { ...storedNode(model, node), ...wording.node(node), note: 'of an analyst' };
          expect(datasetNode(model, stored)).toEqual(node);
        }
        for (const each of dataset.relationships.values()) {
          const type = storedType(model, each);
          const stored = { ...storedRelationship(each), ...wording.fact(each), note: 'of an analyst' };
          expect(datasetRelationship(model, type, each.from, each.to, stored)).toEqual(each);
        }
      }),
    );
  });
});
