/** A process under a supervisor: what it printed is not lost, however quickly it ends. */

import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSupervised } from '../../src/neo4j/process/supervised-process.ts';

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
