/** Work in turns, and the facts that it reads on the way. */

import { expect, test } from 'vitest';
import { CLIENT_LEFT } from '../../src/api/api-context.ts';
import { inTurns } from '../../src/api/in-turns.ts';
import type { Statement } from '../../src/cypher/statement.ts';
import { type Decision, readFacts } from '../../src/questions/decision.ts';

const ONE: Statement = { text: 'RETURN 1 AS n', parameters: {} };
const TWO: Statement = { text: 'RETURN 2 AS n', parameters: {} };

const earlier = () => Promise.reject(new Error('no earlier revision is asked for'));
const rulebook = () => Promise.reject(new Error('no rulebook is asked for'));

function* bothSums(): Decision<number> {
  const [first] = yield* readFacts(ONE);
  yield undefined;
  const [second] = yield* readFacts(TWO);
  return Number(first?.n) + Number(second?.n);
}

test('a decision goes on with the rows of each statement that it wants', async () => {
  const sent: Statement[] = [];
  const read = async (statement: Statement) => {
    sent.push(statement);
    return [{ n: statement === ONE ? 40 : 2 }];
  };
  expect(await inTurns(bothSums(), { read, rulebook, earlier, signal: undefined })).toBe(42);
  expect(sent).toEqual([ONE, TWO]);
});

test('a decision asks for nothing more once its client has gone', async () => {
  const leaving = new AbortController();
  let sent = 0;
  const read = async () => {
    sent += 1;
    leaving.abort();
    return [{ n: 1 }];
  };
  await expect(inTurns(bothSums(), { read, rulebook, earlier, signal: leaving.signal })).rejects.toBe(
    CLIENT_LEFT,
  );
  expect(sent).toBe(1);
});

test('facts that cannot be read end the decision', async () => {
  const read = () => Promise.reject(new Error('away'));
  await expect(inTurns(bothSums(), { read, rulebook, earlier, signal: undefined })).rejects.toThrow('away');
});
