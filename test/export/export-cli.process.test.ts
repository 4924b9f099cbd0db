/** `kg export` as its users run it, without a database: of seeds. */

import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { citySeeds, kg, POLICY, startKg, writeSeeds } from '../cli/run-kg.ts';
import { hostileSeeds } from './hostile-seeds.ts';

const seeds = writeSeeds({ 'city.yaml': hostileSeeds() });
const fromSeeds = ['export', '--from', 'seeds', '--seeds', seeds];
const place = (name: string) => join(mkdtempSync(join(tmpdir(), 'kg-export-')), name);

test('JSON lines go to stdout and nothing else does', async () => {
  const { code, out, err } = await kg(fromSeeds);
  expect([code, err]).toEqual([0, '']);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({ revision: 1, dataset: { licence: 'CC-BY-4.0' } });
  expect(lines.slice(1).every((line) => 'node' in line || 'relationship' in line)).toBe(true);
});

test('a reader that goes away is no failure', async () => {
  const { process: child, ended } = startKg(fromSeeds);
  child.stdout?.destroy();
  expect(await ended).toMatchObject({ code: 0, err: '' });
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind the output is one sentence', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['src/cli/kg.mjs', ...fromSeeds], {
    stdio: ['ignore', full, 'pipe'],
  });
  let err = '';
  child.stderr?.on('data', (text) => {
    err += String(text);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  closeSync(full);
  expect([code, err]).toEqual([1, 'kg: The output cannot be written: the disk is full. It is cut off.\n']);
});

test('the tables have a mark for Excel, a header, and no cell that would be run', async () => {
  const out = place('tables');
  const { code, out: told } = await kg([...fromSeeds, '--format', 'csv', '--out', out, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(told)).toMatchObject({ format: 'csv', out, revision: 1 });
  const agencies = readFileSync(join(out, 'nodes.Agency.csv'), 'utf8');
  expect(agencies.startsWith('\ufeffid,name,')).toBe(true);
  expect(agencies).toContain(",'=1+1,");
  expect(agencies).toContain(',"a ""quoted"" `text`, with');
  const figures = readFileSync(join(out, 'nodes.FirmFigure.csv'), 'utf8');
  expect(figures).toContain(',-15000,');
  expect(figures).toMatch(/^\ufeffid,.*,unit,source,locator,checkedBy,checkedOn\r\n/);
  expect(figures).toContain(',元,source:');
  expect(readdirSync(out)).toContain('relationships.FIRM_LOCATED_IN.csv');
});

test('an import has constraints, arguments and words beside the files that they name', async () => {
  const out = place('files');
  expect((await kg([...fromSeeds, '--format', 'import', '--out', out])).code).toBe(0);
  const files = readdirSync(out);
  const named = readFileSync(join(out, 'import.args'), 'utf8').matchAll(
    /^--(?:nodes|relationships)=.*=(.*)$/gm,
  );
  const data = files.filter((name) => name.endsWith('.csv'));
  expect([...named].map(([, file]) => file).sort()).toEqual(data.sort());
  expect(files).toEqual(expect.arrayContaining(['README.md', 'schema.cypher', 'export.json']));
});

test('what cannot be is told: no folder named, seeds of seeds, faults, no place to write', async () => {
  const several = await kg([...fromSeeds, '--format', 'csv']);
  expect([several.code, several.out]).toEqual([64, '']);
  expect(several.err).toContain('--out');
  expect((await kg([...fromSeeds, '--json'])).code).toBe(64);
  expect((await kg([...fromSeeds, '--format', 'seeds', '--out', place('s')])).code).toBe(64);
  expect((await kg([...fromSeeds, '--format', 'xml'])).code).toBe(64);
  const faulty = writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('industry:ic', 'industry:none')) });
  expect(await kg(['export', '--from', 'seeds', '--seeds', faulty])).toMatchObject({ code: 1, out: '' });
  const nowhere = await kg([...fromSeeds, '--out', place(join('no', 'file'))]);
  expect([nowhere.code, nowhere.out]).toEqual([1, '']);
  expect(nowhere.err).toContain('the folder it is to lie in is not there');
});
