/** When the Neo4j of a service is started again, and when it is given up. */

import { describe, expect, test } from 'vitest';
import { keepDatabase } from '../../src/cli/steps/keep-neo4j.ts';
import type { Database } from '../../src/neo4j/database.ts';

/** A database that ends when it is told to, and knows whether it was closed. */
function databaseThatEnds(): {
  readonly database: Database;
  readonly end: (how: string) => void;
  closed: number;
} {
  let end: (how: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const made = { end, closed: 0 };
  const database: Database = {
    kind: 'local',
    uri: 'bolt://127.0.0.1:7687',
    user: 'neo4j',
    password: '',
    database: 'neo4j',
    browserUrl: undefined,
    runsBrowserCommands: false,
    ports: undefined,
    passwordFile: undefined,
    ended,
    close: async () => {
      made.closed += 1;
    },
  };
  return Object.assign(made, { database });
}

describe('a Neo4j that ends under a service', () => {
  test('is started again, in words, and the one that runs last is closed', async () => {
    const [first, second] = [databaseThatEnds(), databaseThatEnds()];
    const words: string[] = [];
    let opened: () => void = () => undefined;
    const reopened = new Promise<void>((resolve) => {
      opened = resolve;
    });
    const kept = keepDatabase(
      first.database,
      async () => second.database,
      (text) => {
        words.push(text);
        if (text.includes('answers again')) opened();
      },
    );
    first.end('SIGKILL');
    await reopened;
    expect(words).toEqual([
      'Neo4j at bolt://127.0.0.1:7687 has ended (SIGKILL). Starting it again …',
      'Neo4j answers again at bolt://127.0.0.1:7687.',
    ]);
    await kept.close();
    expect([first.closed, second.closed]).toEqual([1, 1]);
  });

  test('is given up after three starts, whether it ends again or does not come up', async () => {
    let starts = 0;
    const { database, end } = databaseThatEnds();
    const kept = keepDatabase(
      database,
      async () => {
        starts += 1;
        if (starts === 2) throw new Error('no room left');
        const again = databaseThatEnds();
        again.end(`exit code ${starts}`);
        return again.database;
      },
      () => undefined,
    );
    end('exit code 0');
    expect(String(await kept.lost)).toContain(
      'has ended (exit code 3). It was started 3 times within 10 minutes.',
    );
    expect(starts).toBe(3);
  });

  test('that was closed is not started again', async () => {
    const { database, end } = databaseThatEnds();
    let starts = 0;
    const kept = keepDatabase(
      database,
      async () => {
        starts += 1;
        return database;
      },
      () => undefined,
    );
    await kept.close();
    end('SIGTERM');
    const turn = new Promise((resolve) => setImmediate(() => resolve('nothing')));
    expect(await Promise.race([kept.lost, turn])).toBe('nothing');
    expect(starts).toBe(0);
  });
});
