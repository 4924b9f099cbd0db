/** A process under a supervisor: what it printed is not lost, however quickly it ends, and no signal to stop is missed. */

import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSupervised, stopOnAbort } from '../../src/neo4j/process/supervised-process.ts';

test('what a command printed can be read after it and its supervisor have ended', async () => {
  const command = { command: 'sh', args: ['-c', 'echo first; echo last'], cwd: '.' };
  const running = await startSupervised({ ...command, env: { PATH: process.env.PATH }, output: 'pipe' });
  expect(await running.ended).toBe('exit code 0');
  await running.stop();
  // Node discards in a later turn what nobody reads.
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  const printed: string[] = [];
  for await (const part of running.output ?? []) printed.push(String(part));
  expect(printed.join('')).toBe('first\nlast\n');
});

test.each([
  ['while it began', (stop: AbortController) => stop.abort(), () => undefined],
  ['later', () => undefined, (stop: AbortController) => stop.abort()],
])('a signal to stop that came %s ends it', async (_, before, after) => {
  const stop = new AbortController();
  const command = { command: 'sleep', args: ['600'], cwd: '.', output: 'pipe' } as const;
  const running = await startSupervised({ ...command, env: { PATH: process.env.PATH } });
  before(stop);
  stopOnAbort(running, stop.signal);
  after(stop);
  expect(await running.ended).not.toBe('exit code 0');
});
