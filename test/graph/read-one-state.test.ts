/** When a statement is sent again, by what it brought and ended with; what Neo4j itself does is tested in `.it.` */

import { expect, test } from 'vitest';
import type { Row } from '../../src/cypher/statement.ts';
import { GraphError } from '../../src/graph/bolt/graph-error.ts';
import type { Bookmarks } from '../../src/graph/bolt/read-once.ts';
import { type ReadAfter, readOneState } from '../../src/graph/read-one-state.ts';
import { STATE_STATEMENT } from '../../src/graph/reading/read-state.ts';

const QUESTION = { text: 'MATCH (n) RETURN n', parameters: {} };

/** What a statement comes to: it ends with a bookmark, at a revision, or fails. */
type End = { readonly at: string; readonly revision?: number } | GraphError;

/** A server on which statements end one after the other as given; afterwards as the last one did. */
function serverOf(...ends: readonly End[]) {
  const sent: { readonly text: string; readonly brought: Bookmarks }[] = [];
  const send: ReadAfter = async ({ text }, _, brought) => {
    const end = ends[Math.min(sent.length, ends.length - 1)];
    sent.push({ text, brought });
    if (!end || end instanceof GraphError) throw end;
    const row: Row = text === STATE_STATEMENT.text ? { state: { revision: end.revision } } : { read: end.at };
    return { rows: [row], bookmarks: [end.at] };
  };
  return { sent, send };
}

/** Reads once; gives what was read with its bookmark. */
async function readOf(reader: ReturnType<typeof readOneState>) {
  let bookmark = '';
  const sawBookmark = (seen: string) => {
    bookmark = seen;
  };
  const [row] = await reader.read(QUESTION, { sawBookmark });
  return { read: row?.read, bookmark };
}

const broughtBy = ({ sent }: ReturnType<typeof serverOf>) => sent.map(({ brought }) => brought.join(' '));

test('the first statement is sent twice, each further one once while nothing is committed', async () => {
  const server = serverOf({ at: 'a' });
  const reader = readOneState(server.send);
  await readOf(reader);
  expect(await readOf(reader)).toEqual({ read: 'a', bookmark: 'a' });
  expect(broughtBy(server)).toEqual(['', 'a', 'a']);
});

test('after a commit the statement is sent again, and its bookmark is that of what it gave', async () => {
  const server = serverOf({ at: 'a' }, { at: 'a' }, { at: 'b' });
  const reader = readOneState(server.send);
  await readOf(reader);
  expect(await readOf(reader)).toEqual({ read: 'b', bookmark: 'b' });
  expect(broughtBy(server)).toEqual(['', 'a', 'a', 'b']);
});

test('while others commit all the time, an answer counts between two equal revisions', async () => {
  const ends = Array.from({ length: 6 }, (_, n) => ({ at: `${n}`, revision: 7 }));
  const server = serverOf(...ends);
  const reader = readOneState(server.send);
  expect(await readOf(reader)).toEqual({ read: '4', bookmark: 'mixed 1' });
  expect(server.sent.map(({ text }) => text === QUESTION.text)).toEqual([
    true,
    true,
    true,
    false,
    true,
    false,
  ]);
  expect(broughtBy(server)).toEqual(['', '0', '1', '2', '3', '4']);
  expect((await readOf(reader)).bookmark, 'as no commit goes on any more').toBe('5');
});

test('two answers that may have parts of commits are of no common state', async () => {
  const bookmarks = ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'a', 'b', 'a', 'b'];
  const server = serverOf(...bookmarks.map((at) => ({ at, revision: 7 })));
  const reader = readOneState(server.send);
  const seen = [await readOf(reader), await readOf(reader)];
  expect(seen.map(({ bookmark }) => bookmark)).toEqual(['mixed 1', 'mixed 2']);
});

test('while something is applied all the time, it is a conflict after twelve statements', async () => {
  const server = serverOf(...Array.from({ length: 20 }, (_, n) => ({ at: `${n}`, revision: n })));
  await expect(readOf(readOneState(server.send))).rejects.toMatchObject({ reason: 'conflict' });
  expect(server.sent).toHaveLength(12);
});

test('after a failure no bookmark is brought: a restored database may never come to it', async () => {
  const late = new GraphError('timeout', 'nothing was said in time', undefined);
  const server = serverOf({ at: 'a' }, { at: 'a' }, late, { at: 'A' });
  const reader = readOneState(server.send);
  await readOf(reader);
  await expect(readOf(reader)).rejects.toBe(late);
  expect(await readOf(reader)).toEqual({ read: 'A', bookmark: 'A' });
  expect(broughtBy(server)).toEqual(['', 'a', 'a', '', 'A']);
});

test('a client that leaves leaves what is brought as it was', async () => {
  const left = new GraphError('cancelled', 'the client went away', undefined);
  const server = serverOf({ at: 'a' }, { at: 'a' }, left, { at: 'a' });
  const reader = readOneState(server.send);
  await readOf(reader);
  await expect(readOf(reader)).rejects.toBe(left);
  await readOf(reader);
  expect(broughtBy(server)).toEqual(['', 'a', 'a', 'a']);
});
