/** Each read sees one state, while commits of many records are written (§16.4). */

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { emptyGraph, openTestGraph } from '../graph-fixture.ts';

/** How many records a commit changes: it is written for some milliseconds. */
const RECORDS = 6_000;
const COMMITS = 12;
/** How long a reader may take for a read, in ms. */
const LONGEST = { timeout: 60_000, interval: 1 };

let graph: Graph;
beforeAll(async () => {
  graph = openTestGraph();
  await emptyGraph(graph);
  await write(`UNWIND range(1, ${RECORDS}) AS number CREATE (:Counted {number: number, version: 0})`);
});
afterAll(async () => {
  await emptyGraph(graph);
  await graph.close();
});

const write = (text: string, parameters: Readonly<Record<string, unknown>> = {}) =>
  graph.write((run) => run({ text, parameters }));

/**
 * Writes one version after the other, while some readers read all the time. Each version waits until every reader has ended
 * a read after the one before: what is disturbed by commit after commit is of one revision, and may be of no one state.
 */
async function whileVersionsAreWritten(text: string, readers: readonly (() => Promise<unknown>)[]) {
  let version = 0;
  const ended = readers.map(() => -1);
  const reading = readers.map(async (read, reader) => {
    while (version < COMMITS) {
      const begun = version;
      await read();
      ended[reader] = begun;
    }
  });
  while (version < COMMITS) {
    await write(text, { version: version + 1 });
    version += 1;
    if (version < COMMITS) await vi.waitUntil(() => ended.every((each) => each === version), LONGEST);
  }
  await Promise.all(reading);
}

test('a statement never sees a part of what an analyst commits, nor do two in one bookmark differ', async () => {
  const text = 'MATCH (n:Counted) RETURN min(n.version) AS first, max(n.version) AS last';
  const seen: { readonly first: unknown; readonly last: unknown; readonly bookmark: string }[] = [];
  const read = async () => {
    let bookmark = '';
    const sawBookmark = (found: string) => {
      bookmark = found;
    };
    const [row] = await graph.read({ text, parameters: {} }, { sawBookmark });
    seen.push({ first: row?.first, last: row?.last, bookmark });
  };
  await whileVersionsAreWritten('MATCH (n:Counted) SET n.version = $version', [read, read]);
  expect(seen.filter(({ first, last }) => first !== last)).toEqual([]);
  expect(new Set(seen.map(({ last }) => last)).size).toBeGreaterThan(COMMITS / 3);
  expect(new Set(seen.map(({ bookmark, last }) => `${bookmark} ${last}`)).size).toBe(
    new Set(seen.map(({ bookmark }) => bookmark)).size,
  );
}, 300_000);

test('several reads are of one revision, while revisions are applied', async () => {
  const state = "MERGE (g:KnowledgeGraph {id: 'graph'}) SET g.revision = $version";
  await write('MATCH (n:Counted) SET n.version = 0');
  await write(state, { version: 0 });
  const seen: (readonly unknown[])[] = [];
  const read = () =>
    graph
      .readAll(async (run) => {
        const one = await run({ text: 'MATCH (n:Counted) RETURN min(n.version) AS version', parameters: {} });
        const other = await run({
          text: 'MATCH (n:Counted) RETURN max(n.version) AS version',
          parameters: {},
        });
        return [one[0]?.version, other[0]?.version];
      })
      .then((versions) => seen.push(versions))
      .catch((error: { readonly reason: string }) => expect(error.reason).toBe('conflict'));
  await whileVersionsAreWritten(`${state} WITH g MATCH (n:Counted) SET n.version = $version`, [read, read]);
  expect(seen.filter(([first, last]) => first !== last)).toEqual([]);
  expect(seen.length).toBeGreaterThan(0);
}, 300_000);
