/** Reads that see one state, however many records a commit is written to (§16.4). */

import type { Row, Statement } from '../cypher/statement.ts';
import { GraphError } from './bolt/graph-error.ts';
import type { Bookmarks, ReadOptions, ReadRows } from './bolt/read-once.ts';
import { STATE_STATEMENT, stateOf } from './reading/read-state.ts';

/** Sends one statement, which waits until all commits up to some bookmarks are written. */
export type ReadAfter = (
  statement: Statement,
  options: ReadOptions,
  bookmarks: Bookmarks,
) => Promise<ReadRows>;

/** Reads of one graph. */
export interface StateReader {
  /**
   * Reads one state: the statement is sent again where something was committed meanwhile.
   * @throws GraphError "conflict" where something is applied each time
   */
  read(statement: Statement, options: ReadOptions): Promise<readonly Row[]>;
  /** The revision, and bookmarks by which a transaction waits until all of it is written. */
  revision(): Promise<{ readonly revision: number; readonly bookmarks: Bookmarks }>;
}

/** The bookmark of a read that each attempt found disturbed by a commit begins with this, and a number follows. */
const MIXED = 'mixed';
/** How often a statement is sent where something is committed each time, and then once more where something is applied. */
const ATTEMPTS = 3;

/**
 * A reader over statements that are sent one by one. Neo4j writes what is committed record by record, and statements see the
 * part that is written. The bookmark that a statement ends with is that of the last commit which has begun to be written; a
 * statement that brings a bookmark waits until all commits up to it are written. So it has seen one state where it ends with
 * what it brought: the newest bookmark that any statement of the reader ended with.
 */
export function readOneState(send: ReadAfter): StateReader {
  let newest: Bookmarks = [];
  let mixed = 0;
  const sendOnce = async (statement: Statement, options: ReadOptions, brought = newest) => {
    const remember = (bookmarks: Bookmarks) => {
      // Where another statement has ended meanwhile, what it saw is newer or will be corrected by the next.
      if (newest === brought) newest = bookmarks;
    };
    try {
      const { rows, bookmarks } = await send(statement, options, brought);
      const isOneState = bookmarks.join(' ') === brought.join(' ');
      if (!isOneState) remember(bookmarks);
      return { rows, bookmarks, isOneState };
    } catch (error) {
      // A database that was restored may never come to a bookmark of the one before: the next read brings none.
      if (!(error instanceof GraphError && error.reason === 'cancelled')) remember([]);
      throw error;
    }
  };
  /** Analysts may commit all the time. Between two equal revisions nothing was applied, so that no answer has a part of one. */
  const readOneRevision = async (statement: Statement, options: ReadOptions) => {
    const { sawBookmark, ...others } = options;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = await sendOnce(STATE_STATEMENT, others);
      const found = await sendOnce(statement, options, before.bookmarks);
      const after = await sendOnce(STATE_STATEMENT, others, found.bookmarks);
      if (stateOf(before.rows).revision === stateOf(after.rows).revision) return found;
    }
    throw new GraphError('conflict', 'the graph changes faster than it can be read', undefined);
  };
  const readState = async (statement: Statement, options: ReadOptions) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const found = await sendOnce(statement, options);
      if (found.isOneState) return found;
    }
    return await readOneRevision(statement, options);
  };
  return {
    async read(statement, options) {
      const { rows, bookmarks, isOneState } = await readState(statement, options);
      // What may have a part of an analyst's commit was seen by no other read.
      options.sawBookmark?.(isOneState ? bookmarks.join(' ') : `${MIXED} ${++mixed}`);
      return rows;
    },
    async revision() {
      const { rows, bookmarks } = await readState(STATE_STATEMENT, {});
      return { revision: stateOf(rows).revision, bookmarks };
    },
  };
}
