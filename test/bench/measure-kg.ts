/** `kg` run as a process of its own, from its start to its end. */

import { spawn } from 'node:child_process';

/** What a run took. */
export interface KgCost {
  readonly milliseconds: number;
  /** The most memory it has held, in MB. */
  readonly peakMemory: number;
}

/** The longest that a command may take, in ms: the first load of 100,000 records takes minutes. */
const LIMIT = 1_800_000;

/**
 * Runs a command to its end.
 * @throws Error with what it said where it does not end with 0
 */
export async function measureKg(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<KgCost> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', './test/bench/tell-memory.mjs', 'src/cli/kg.mjs', ...args],
    {
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LIMIT,
    },
  );
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`kg ${args.join(' ')} ended with ${code}:\n${said}`);
  const kilobytes = /peak memory (\d+)/.exec(said)?.[1] ?? 0;
  return { milliseconds: performance.now() - start, peakMemory: Math.round(Number(kilobytes) / 1024) };
}
