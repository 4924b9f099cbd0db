/** Sums of hashes: order makes no difference, what goes and comes shifts them, and they lead to what differs. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeHash, relationshipHash } from '../../src/model/identity.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import {
  areSums,
  bucketOf,
  comeTo,
  datasetSums,
  differingBuckets,
  differingGroups,
  everyGroup,
  groupsOf,
  type HashSums,
  ofGroups,
  shiftSums,
  sumHashes,
} from '../../src/model/stored/hash-sums.ts';
import { randomDataset } from '../oracle/random-dataset.ts';

const model = readModel('schema');
const datasets = randomDataset().map((dataset) => deriveFacts(model, dataset));

function expectSame(one: HashSums, other: HashSums): void {
  expect(ofGroups(one)).toEqual(ofGroups(other));
}

describe('sums', () => {
  test('are the same in any order, and of hashes that were read', () => {
    fc.assert(
      fc.property(datasets, ({ nodes, relationships }) => {
        const sums = datasetSums({ nodes, relationships });
        expectSame(
          datasetSums({
            nodes: new Map([...nodes].reverse()),
            relationships: new Map([...relationships].reverse()),
          }),
          sums,
        );
        const read = [
          ...[...relationships.values()].map(
            (each) => [bucketOf(each.from), relationshipHash(each)] as const,
          ),
          ...[...nodes.values()].map((node) => [bucketOf(node.id), nodeHash(node)] as const),
        ];
        expectSame(sumHashes(read), sums);
      }),
    );
  });

  test('shifted by what goes and what comes are those of what is there then, with the touched groups alone known', () => {
    fc.assert(
      fc.property(datasets, datasets, (gone, come) => {
        const known = ofGroups(datasetSums(gone), groupsOf(gone, come));
        const shifted = shiftSums(known, gone, come);
        expectSame(shifted, datasetSums(come));
        expect([...shifted.buckets.keys()].sort()).toEqual([...groupsOf(gone, come)].sort());
      }),
    );
  });

  test('of a group are what its buckets come to', () => {
    fc.assert(
      fc.property(datasets, (dataset) => {
        const { groups, buckets } = ofGroups(datasetSums(dataset));
        for (const group of everyGroup) expect(comeTo(buckets.get(group) ?? [], groups[group])).toBe(true);
      }),
      { numRuns: 10 },
    );
    const { groups, buckets } = datasetSums({
      nodes: new Map([['firm:a', { id: 'firm:a', type: 'Firm', properties: {}, evidence: [] }]]),
      relationships: new Map(),
    });
    const [[group, sums] = [0, []]] = buckets;
    expect(comeTo(['1', ...sums.slice(1)], groups[group])).toBe(false);
  });

  test('differ where something does, and nowhere else', () => {
    fc.assert(
      fc.property(datasets, fc.nat(), (dataset, drawn) => {
        const nodes = new Map(dataset.nodes);
        const id = [...nodes.keys()][drawn % nodes.size] ?? '';
        nodes.delete(id);
        const [all, less] = [datasetSums(dataset), datasetSums({ ...dataset, nodes })];
        expect(differingBuckets(all, less)).toEqual([bucketOf(id)]);
        expect(differingGroups(all, less)).toEqual([Math.floor(bucketOf(id) / everyGroup.length)]);
        expect(differingBuckets(all, all)).toEqual([]);
      }),
    );
  });

  test('spread over all groups', () => {
    const counts = new Map<number, number>();
    for (let at = 0; at < 25_600; at++) {
      const group = Math.floor(bucketOf(`firm:${at}`) / everyGroup.length);
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    expect(counts.size).toBe(everyGroup.length);
    expect(Math.max(...counts.values())).toBeLessThan(200);
  });
});

test('a record and what it owns share a bucket', () => {
  expect(bucketOf('firm:a#title:x')).toBe(bucketOf('firm:a'));
  expect(bucketOf('firm:b')).not.toBe(bucketOf('firm:a'));
});

test.each([
  ['too few', ['0']],
  ['no numbers', everyGroup.map(() => 'x')],
  ['too long', everyGroup.map(() => 'f'.repeat(65))],
])('sums that are %s are none', (_, texts) => {
  expect(areSums(texts)).toBe(false);
});
