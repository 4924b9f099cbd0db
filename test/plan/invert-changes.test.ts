/** The inverse of a plan's changes, in the parts that a revision keeps. */

import { expect, test } from 'vitest';
import type { DatasetNode } from '../../src/model/dataset.ts';
import type { Change } from '../../src/plan/changes/changes.ts';
import { inverseParts, parseParts } from '../../src/plan/changes/invert-changes.ts';

function node(id: number, name = '园'): DatasetNode {
  return { id: `zone:z${id}`, type: 'Zone', properties: { name }, evidence: [] };
}

test('what was done last is undone first, and each kind by its opposite', () => {
  const [created, before, after, gone] = [node(1), node(2), node(2, '新'), node(3)];
  const changes: readonly Change[] = [
    { action: 'create', node: created },
    { action: 'update', node: after, before },
    { action: 'delete', node: gone },
  ];
  expect(parseParts([...inverseParts(changes)])).toEqual([
    { action: 'create', node: gone },
    { action: 'update', node: before, before: after },
    { action: 'delete', node: created },
  ]);
});

test.each([0, 1, 499, 500, 501, 1_000, 1_001])('%s changes are each in one part, of 500 at most', (count) => {
  const changes = Array.from({ length: count }, (_, id): Change => ({ action: 'create', node: node(id) }));
  const parts = [...inverseParts(changes)];
  expect(parts.every((part) => parseParts([part]).length <= 500)).toBe(true);
  expect(parts).toHaveLength(Math.ceil(count / 500));
  expect(parseParts(parts)).toEqual(
    changes.toReversed().map((change) => ({ action: 'delete', node: 'node' in change && change.node })),
  );
});
