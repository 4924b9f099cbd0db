/** How an answer is told to an agent. */

import { describe, expect, test } from 'vitest';
import { answerText, LONGEST_ANSWER } from '../../src/mcp/answer-text.ts';
import { listBeginning, listPage } from '../../src/mcp/page.ts';

const source = { id: 'source:s', name: '来源', url: 'https://example.org/s', publisher: null };
const tell = (value: unknown, first = 5) =>
  JSON.parse(answerText({ revision: 7 }, value, first)?.text ?? 'null');
const pageOf = (nodes: readonly unknown[], hasNextPage = false) => ({
  totalCount: nodes.length,
  pageInfo: { hasNextPage },
  edges: nodes.map((node, index) => ({ cursor: `c${index}`, node })),
});

test('a source is told once, and named by its id where a fact cites it', () => {
  const evidence = ['p1', 'p2'].map((locator) => ({ locator, source }));
  expect(tell({ name: '某区', nameEn: null, evidence })).toEqual({
    revision: 7,
    name: '某区',
    evidence: [
      { locator: 'p1', source: 'source:s' },
      { locator: 'p2', source: 'source:s' },
    ],
    sources: { 'source:s': { name: '来源', url: 'https://example.org/s' } },
  });
});

describe('a page', () => {
  test('has the cursor to go on from only where there is more', () => {
    expect(tell(pageOf([{ id: 'a' }]))).toEqual({ revision: 7, totalCount: 1, nodes: [{ id: 'a' }] });
    expect(tell(pageOf([{ id: 'a' }], true))).toMatchObject({ endCursor: 'c0' });
  });

  test('has what an edge says beside its node', () => {
    const edges = [{ cursor: 'c0', role: 'SITE', node: { id: 'region:x' } }];
    const page = { totalCount: 1, pageInfo: { hasNextPage: false }, edges };
    expect(tell(page).nodes).toEqual([{ id: 'region:x', role: 'SITE' }]);
  });

  test('is cut to what can be read, and goes on from there; sources that are cut off are not told', () => {
    const nodes = ['a', 'b', 'c'].map((id) => ({
      words: 'x'.repeat(LONGEST_ANSWER / 2.5),
      evidence: [{ locator: 'p1', source: { id: `source:${id}` } }],
    }));
    const told = tell(pageOf(nodes));
    expect(told.nodes).toHaveLength(2);
    expect(told).toMatchObject({ totalCount: 3, endCursor: 'c1' });
    expect(Object.keys(told.sources)).toEqual(['source:a', 'source:b']);
  });

  test('of which not one item can be read is not told', () => {
    expect(answerText({ revision: 7 }, pageOf([{ words: 'x'.repeat(LONGEST_ANSWER) }]), 5)).toBeUndefined();
  });
});

test('a list goes on from a number, a beginning does not go on', () => {
  const list = ['a', 'b', 'c'].map((id) => ({ id }));
  expect(tell(listPage(list, 1), 1)).toMatchObject({ totalCount: 3, endCursor: '2', nodes: [{ id: 'b' }] });
  expect(tell(listBeginning(list), 1)).toEqual({ revision: 7, totalCount: 3, nodes: [{ id: 'a' }] });
});
