/** What is going on: told on a terminal after a second, and gone when it is over. */

import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createProgressLine, type ProgressLine } from '../../src/cli/terminal/progress-line.ts';
import { kg } from './run-kg.ts';

const WIPE = '\r\u001b[2K';

describe('a progress line', () => {
  let written: string;
  let line: ProgressLine;

  beforeEach(() => {
    vi.useFakeTimers();
    written = '';
    line = createProgressLine(
      (text) => {
        written += text;
      },
      () => 20,
    );
  });
  afterEach(() => vi.useRealTimers());

  test('says nothing of work that is over within a second', () => {
    line.show('reading');
    vi.advanceTimersByTime(999);
    line.clear();
    vi.advanceTimersByTime(5_000);
    expect(written).toBe('');
  });

  test('comes after a second, is painted over by what comes next, and is wiped', () => {
    line.show('reading');
    vi.advanceTimersByTime(1_000);
    expect(written).toBe(`${WIPE}reading`);
    vi.advanceTimersByTime(500);
    line.show('writing');
    line.clear();
    expect(written).toBe(`${WIPE}reading${WIPE}writing${WIPE}`);
  });

  test('is painted by work that leaves timers no time, and not at every word of it', () => {
    line.show('file 1');
    vi.setSystemTime(Date.now() + 1_500);
    for (const file of [2, 3, 4]) line.show(`file ${file}`);
    expect(written).toBe(`${WIPE}file 2`);
    vi.advanceTimersByTime(100);
    expect(written).toBe(`${WIPE}file 2${WIPE}file 4`);
  });

  test('never wraps, for a wrapped one could not be wiped', () => {
    line.show('正在读取种子文件的第三个部分');
    vi.advanceTimersByTime(1_000);
    expect(written).toBe(`${WIPE}正在读取种子文件的`);
  });
});

/** A place where a Neo4j could be, that takes connections and says nothing. */
async function withSilence<T>(work: (uri: string) => Promise<T>): Promise<T> {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  try {
    return await work(`bolt://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
  } finally {
    silent.close();
  }
}

const hasTerminal = spawnSync('script', ['--version']).stdout?.includes('util-linux') === true;

/** What a terminal shows of a command, everything that was painted over included. */
function onTerminal(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const command = [process.execPath, 'src/cli/kg.mjs', ...args].join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let shown = '';
  child.stdout.on('data', (chunk) => {
    shown += String(chunk);
  });
  return new Promise((resolve) => child.on('close', () => resolve(shown)));
}

describe('a command that takes over a second', () => {
  test.runIf(hasTerminal)('tells on a terminal what it does, and leaves nothing of that behind', async () => {
    const shown = await withSilence((uri) => onTerminal(['log'], { NEO4J_URI: uri }));
    expect(shown).toContain(`${WIPE}Opening the graph …${WIPE}kg: Neo4j`);
  });

  test.runIf(hasTerminal)('tells nothing of it with --json', async () => {
    const shown = await withSilence((uri) => onTerminal(['log', '--json'], { NEO4J_URI: uri }));
    expect(shown).not.toContain('Opening');
    expect(shown).not.toContain(WIPE);
    expect(shown).toMatch(/^\{.*\}\s+kg: Neo4j/s);
  });

  test('tells nothing of it where there is no terminal', async () => {
    const { code, err } = await withSilence((uri) => kg(['log'], { NEO4J_URI: uri }));
    expect([code, err]).toEqual([3, expect.stringMatching(/^kg: Neo4j/)]);
  });
});
