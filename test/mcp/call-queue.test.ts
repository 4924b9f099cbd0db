/** The queue of calls: how many run at once, in which order, and who leaves it. */

import { expect, test } from 'vitest';
import { openQueue } from '../../src/mcp/call-queue.ts';

/** A call that ends when it is told to. */
function openCall(name: string, events: string[]) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async () => {
    events.push(`${name} begins`);
    await ended;
    return name;
  };
  return { run, end: () => end() };
}

const NEVER = new AbortController().signal;

test('as many calls as may run begin at once, the others in their order as those end', async () => {
  const events: string[] = [];
  const queue = openQueue(2);
  const calls = ['a', 'b', 'c', 'd'].map((name) => openCall(name, events));
  const answers = calls.map(({ run }) => queue(NEVER, run));
  await Promise.resolve();
  expect(events).toEqual(['a begins', 'b begins']);
  calls[1]?.end();
  await answers[1];
  await Promise.resolve();
  expect(events).toEqual(['a begins', 'b begins', 'c begins']);
  for (const { end } of calls) end();
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd']);
});

test('a call that fails gives its turn to the next', async () => {
  const queue = openQueue(1);
  const failed = queue(NEVER, () => Promise.reject(new Error('away')));
  const next = queue(NEVER, () => Promise.resolve('here'));
  await expect(failed).rejects.toThrow('away');
  expect(await next).toBe('here');
});

test('a call that its client gives up leaves the queue and never runs', async () => {
  const events: string[] = [];
  const queue = openQueue(1);
  const first = openCall('first', events);
  const answer = queue(NEVER, first.run);
  const controller = new AbortController();
  const given = queue(controller.signal, openCall('given up', events).run);
  controller.abort(new Error('cancelled'));
  await expect(given).rejects.toThrow('cancelled');
  first.end();
  await answer;
  expect(await queue(NEVER, () => Promise.resolve('last'))).toBe('last');
  expect(events).toEqual(['first begins']);
});

test('past a thousand that wait one more is refused', async () => {
  const queue = openQueue(1);
  const first = openCall('first', []);
  const answers = [
    queue(NEVER, first.run),
    ...Array.from({ length: 1_000 }, () => queue(NEVER, () => Promise.resolve('later'))),
  ];
  await expect(queue(NEVER, () => Promise.resolve('too many'))).rejects.toThrow('Too many questions');
  first.end();
  expect(await Promise.all(answers)).toHaveLength(1_001);
});
