/** Which records go on under another id. */

import { expect, test } from 'vitest';
import type { DatasetNode } from '../../src/model/dataset.ts';
import type { Change } from '../../src/plan/changes/changes.ts';
import { findRenames } from '../../src/plan/changes/find-renames.ts';

function record(id: string, formerIds: readonly string[] = [], type = 'Zone'): DatasetNode {
  return { id, type, properties: { name: '园', formerIds }, evidence: [] };
}

function renames(gone: readonly DatasetNode[], come: readonly DatasetNode[]): readonly (readonly string[])[] {
  const changes = [
    ...come.map((node): Change => ({ action: 'create', node })),
    ...gone.map((node): Change => ({ action: 'delete', node })),
  ];
  return [...findRenames(changes).records];
}

test('of two records that remember one that goes, the first goes on as it', () => {
  expect(renames([record('zone:a')], [record('zone:b', ['zone:a']), record('zone:c', ['zone:a'])])).toEqual([
    ['zone:a', 'zone:b'],
  ]);
});

test('a record of another type does not go on as one that it remembers', () => {
  expect(renames([record('zone:a')], [record('region:a', ['zone:a'], 'Region')])).toEqual([]);
});

test('what a record owns goes on under the new id of its owner, and nothing else does', () => {
  const { rename } = findRenames([
    { action: 'create', node: record('zone:b', ['zone:a']) },
    { action: 'delete', node: record('zone:a') },
  ]);
  expect(['zone:a', 'zone:a#titles/x', 'zone:ab', 'zone:c#titles/x'].map(rename)).toEqual([
    'zone:b',
    'zone:b#titles/x',
    'zone:ab',
    'zone:c#titles/x',
  ]);
});
