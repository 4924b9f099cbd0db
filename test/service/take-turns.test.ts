/** Requests wait for their turn in a queue of our own, which knows who has left and what would come too late. */

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openTurns, type Turn } from '../../src/service/take-turns.ts';

function response(): ServerResponse {
  return new ServerResponse(new IncomingMessage(new Socket()));
}

test('requests begin one in a turn of the event loop, in their order', async () => {
  const { take } = openTurns();
  const begun: number[] = [];
  for (const each of [0, 1, 2]) void take(response()).then(() => begun.push(each));
  const seen: number[] = [];
  while (begun.length < 3) {
    await setImmediate();
    seen.push(begun.length);
  }
  expect(begun).toEqual([0, 1, 2]);
  expect(seen).toEqual([1, 2, 3]);
});

test('a request whose client has left takes nobody’s turn', async () => {
  const { take } = openTurns();
  const left = Array.from({ length: 100 }, response);
  const turns = left.map((each) => take(each));
  const stays = take(response());
  for (const each of left) each.destroy();
  await setImmediate();
  await setImmediate();
  expect(await Promise.all(turns)).toEqual(left.map((): Turn => 'left'));
  expect(await stays).toBe('begins');
});

test('no request begins while connections are being accepted, up to a bound', async () => {
  const { take, connected } = openTurns();
  let begun = false;
  void take(response()).then(() => {
    begun = true;
  });
  for (let turn = 0; turn < 50; turn++) {
    connected();
    await setImmediate();
  }
  expect(begun).toBe(false);
  for (let turn = 0; turn < 500; turn++) {
    connected();
    await setImmediate();
  }
  expect(begun).toBe(true);
});

test('what has waited too long is refused, and so is at once what comes behind it', async () => {
  const { take } = openTurns(0);
  const settled: Turn[] = [];
  const first = take(response());
  const begin = performance.now();
  while (performance.now() === begin);
  void take(response()).then((turn) => settled.push(turn));
  await Promise.resolve();
  expect(settled).toEqual(['refused']);
  expect(await first).toBe('refused');
});
