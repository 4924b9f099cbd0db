/** The corpus of hostile seeds, given to the real command: told clearly, in bounded time and memory, nothing escaped. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Ran, startKg } from '../cli/run-kg.ts';
import { HOSTILE_FOLDERS } from './hostile-folders.ts';
import { howMany, tellProof } from './proof-size.ts';

/** The heap a run may have, in MB, and the time, in ms, on a machine with much else to do. */
const HEAP = 512;
const PATIENCE = 120_000;

/** What a terminal obeys, or nobody sees. */
const UNSHOWN = /(?!\n)[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

const FEW = 5;
const step = Math.ceil(HOSTILE_FOLDERS.length / howMany('CORPUS', FEW, HOSTILE_FOLDERS.length));
/** Always those that could hang or reach the terminal; of the others each fifteenth or so. */
const chosen = HOSTILE_FOLDERS.filter(
  ({ name }, at) => at % step === 0 || /pipe|circle|escape .* (quotes|file name)$/.test(name),
);

const root = mkdtempSync(join(tmpdir(), 'corpus-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function validate(folder: string, ...more: readonly string[]): Promise<Ran> {
  const run = startKg(['validate', '--seeds', folder, ...more], {
    NODE_OPTIONS: `--max-old-space-size=${HEAP}`,
  });
  const timer = setTimeout(() => run.process.kill('SIGKILL'), PATIENCE);
  const ran = await run.ended;
  clearTimeout(timer);
  return ran;
}

test.each(chosen)(
  '$name: told by kg, with nothing left behind',
  async ({ name, make, codes }) => {
    const folder = mkdtempSync(join(root, 'case-'));
    make(folder);
    const before = readdirSync(folder).sort();
    const start = performance.now();
    const [words, json] = [await validate(folder), await validate(folder, '--json')];
    const milliseconds = Math.round(performance.now() - start) / 2;
    tellProof(
      `corpus: ${JSON.stringify({ name, milliseconds, bytes: words.out.length + words.err.length })}`,
    );
    const diagnostics = JSON.parse(json.out) as readonly Diagnostic[];
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const seen = new Set(errors.map(({ code }) => code));
    expect(
      codes.filter((code) => !seen.has(code as Diagnostic['code'])),
      [...seen].join(),
    ).toEqual([]);
    expect([words.code, json.code]).toEqual(codes.length > 0 ? [1, 1] : [0, 0]);
    if (codes.length === 0) expect(errors).toEqual([]);
    expect(errors.every(({ line, column, message }) => line > 0 && column > 0 && message.en !== '')).toBe(
      true,
    );
    // Neither a stack trace nor anything that a terminal would obey.
    for (const text of [words.out, words.err, json.err]) {
      expect(text).not.toMatch(/^ +at .*:\d+:\d+/m);
      expect(UNSHOWN.exec(text)).toBeNull();
    }
    expect(readdirSync(folder).sort(), basename(folder)).toEqual(before);
  },
  3 * PATIENCE,
);
