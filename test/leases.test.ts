/** Leases: no two holders have the same one, and what a holder leaves is lent again. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Leases, openLeases, takeLease } from './leases.ts';

let leases: Leases;

beforeEach(async () => {
  leases = await openLeases(2);
});
afterEach(() => leases.close());

test('those held at the same time differ, and the next holder waits for the first that is given back', async () => {
  const first = await takeLease(leases.port);
  const second = await takeLease(leases.port);
  const third = takeLease(leases.port);
  expect([first.number, second.number].sort()).toEqual([0, 1]);
  expect(await Promise.race([third, new Promise((pass) => setTimeout(pass, 50))])).toBeUndefined();
  second.release();
  expect((await third).number).toBe(second.number);
});

test('one whose holder gave up waiting goes to the next', async () => {
  const held = [await takeLease(leases.port), await takeLease(leases.port)];
  const leaves = spawn(process.execPath, ['-e', `require('node:net').connect(${leases.port}, '127.0.0.1')`]);
  await once(leaves, 'spawn');
  await new Promise((pass) => setTimeout(pass, 300));
  leaves.kill('SIGKILL');
  await once(leaves, 'exit');
  const next = takeLease(leases.port);
  held[0]?.release();
  expect((await next).number).toBe(held[0]?.number);
});

test('a killed holder gives back what it held', async () => {
  await takeLease(leases.port);
  const holder = spawn(process.execPath, [
    '-e',
    `require('node:net').connect(${leases.port}, '127.0.0.1').on('data', (number) => process.stdout.write(number))`,
  ]);
  const [number] = await once(holder.stdout, 'data');
  holder.kill('SIGKILL');
  expect((await takeLease(leases.port)).number).toBe(Number(String(number)));
});
