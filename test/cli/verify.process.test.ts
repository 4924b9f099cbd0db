/** `kg verify` as its users run it: against seeds, without a database (§16.5). */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kg } from './run-kg.ts';

const ANSWER = readFileSync('test/operations/cases/support.json', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'kg-verify-'));

function verify(text: string, ...more: readonly string[]) {
  const file = join(folder, 'answer.json');
  writeFileSync(file, text);
  return kg(['verify', file, '--seeds', 'test/operations/seeds', '--on', '2024-10-01', ...more]);
}

test('an answer that holds ends with 0, and says how many proofs were held against what', async () => {
  const { code, out, err } = await verify(ANSWER);
  expect([code, out]).toEqual([0, '']);
  expect(err).toMatch(/^\d+ proofs held against the seeds on 2024-10-01: all hold\.\n$/);
});

test('a forged one ends with 1, and names the proof, the step and what is wrong with it', async () => {
  const forged = ANSWER.replace(/"locator": "[^"]+"/, '"locator": "p999"');
  const { code, out } = await verify(forged, '--json');
  const { checked, faults } = JSON.parse(out);
  expect([code, checked > 1, faults.length]).toEqual([1, true, 1]);
  expect(faults[0]).toEqual({
    position: 'support.edges[0].node',
    message: expect.stringMatching(/^step \d+: the fact is not stated at .* p999$/),
  });
});

test('what has no proof ends with 1, and what is no answer with 64, each saying what it takes', async () => {
  const without = await verify('{"data":{"policies":{"totalCount":3}}}');
  expect([without.code, without.err]).toEqual([1, expect.stringContaining('There is no proof in it')]);
  const broken = await verify('{"data":');
  expect([broken.code, broken.err]).toEqual([64, expect.stringContaining('it is not JSON')]);
});
