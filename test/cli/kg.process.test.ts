/** `kg` without a database: usage, settings, and the faults of seeds. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/cli/settings.ts';
import { displayWidth } from '../../src/diagnostics/visible-text.ts';
import { citySeeds, kg, POLICY, writeSeeds } from './run-kg.ts';

describe('kg validate', () => {
  test('seeds without a fault are counted, and the exit code is 0', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    const { code, out, err } = await kg(['validate', '--seeds', folder]);
    expect(code).toBe(0);
    expect(out).toBe('1 industries · 1 policies · 1 regions · 1 sources\n');
    expect(err).toBe('0 errors, 0 warnings in 1 file.\n');
  });

  test('faults of all files are told at once with file, line and column, and the exit code is 1', async () => {
    const folder = writeSeeds({
      'city.yaml': citySeeds(POLICY.replace("['region:x']", "['region:y']")),
      'zones.yaml':
        "zones:\n  - { id: 'zone:z', name: 园, zoneKind: PARK, evidence: { source: 'source:s', locator: p1 } }\n",
    });
    const { code, out } = await kg(['validate', '--seeds', folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/city\.yaml:7:\d+ ref\/unknown .*\n.*\n.*\^+\n.*region:x/);
    expect(out).toMatch(/zones\.yaml:2:\d+ value\/enum/);
  });

  test('--json prints the diagnostics as one value and nothing else', async () => {
    const folder = writeSeeds({ 'city.yaml': citySeeds(POLICY.replace('issuedOn: 2023, ', '')) });
    const { code, out, err } = await kg(['validate', '--json', '--seeds', folder]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({ code: 'policy/no-start', severity: 'warning', line: 7, column: 11 }),
    ]);
    expect(Object.keys(JSON.parse(out)[0]).sort()).toEqual(
      ['code', 'column', 'endColumn', 'endLine', 'file', 'hint', 'line', 'message', 'severity'].sort(),
    );
  });

  test('of thousands of faults of one code a thousand are shown, the rest is counted, and --json has all', async () => {
    const broken = Array.from({ length: 2_500 }, (_, at) => `agency:a${at},${at},甲,source:s,p1\n`).join('');
    const folder = writeSeeds({
      'city.yaml': citySeeds(POLICY.replace("['region:x']", "['region:y']")),
      'agencies.csv': `id,name,wherever,source,locator\n${broken}`,
      'zones.csv': `id,name,zoneKind,source,locator\n${broken.replaceAll('agency:', 'zone:')}`,
    });
    const [told, json] = await Promise.all([
      kg(['validate', '--seeds', folder]),
      kg(['validate', '--seeds', folder, '--json']),
    ]);
    expect([told.code, json.code]).toEqual([1, 1]);
    const codes: readonly string[] = JSON.parse(json.out).map(({ code }: { code: string }) => code);
    expect(codes.filter((code) => code === 'value/enum')).toHaveLength(2_500);
    expect(told.out.match(/ value\/enum /g)).toHaveLength(1_000);
    expect(told.out).toMatch(/ ref\/unknown /);
    expect(told.out).toMatch(/ csv\/columns /);
    expect(told.out).toContain('\nNot shown: 1,500 of 2,500 value/enum. With --json each is listed.\n');
    expect(told.err).toBe(`${codes.length} errors, 0 warnings in 3 files.\n`);
  });

  test('several folders are one dataset', async () => {
    const a = writeSeeds({ 'a.yaml': citySeeds(POLICY) });
    const b = writeSeeds({
      'b.yaml': "agencies: [{ id: 'agency:a', name: 机关, evidence: { source: 'source:s', locator: p2 } }]\n",
    });
    expect((await kg(['validate', '--seeds', a, b])).out).toContain('1 agencies');
    expect((await kg(['validate'], { KG_SEEDS: `${a},${b}` })).out).toContain('1 agencies');
  });

  test('a Chinese terminal shows faults in Chinese, with the carets under full-width characters', async () => {
    const faulty = POLICY.replace('industry:ic', 'industry:ib').replace(
      '一号政策, ',
      '一号政策, 年份: 2023, ',
    );
    const folder = writeSeeds({ 'city.yaml': citySeeds(faulty) });
    const env = { KG_LANG: '', LC_ALL: 'zh_CN.UTF-8' };
    const { code, out, err } = await kg(['validate', '--seeds', folder], env);
    expect([code, err]).toEqual([1, '共 1 个文件：错误 2 处，提醒 0 处。\n']);
    const [unknown = '', reference = ''] = out.split('\n\n');
    expect(unknown).toMatch(/:7:\d+ key\/unknown `Policy` 没有键 `年份`\n/);
    expect(reference).toMatch(/ref\/unknown 没有 id 为 `industry:ib` 的记录\n/);
    expect(reference).toMatch(/\n +是否应为 `industry:ic`？$/);
    const [, line = '', caret = ''] = reference.split('\n');
    expect(displayWidth(caret.slice(0, caret.indexOf('^')))).toBe(
      displayWidth(line.slice(0, line.indexOf("'industry:ib'"))),
    );
    const json = await kg(['validate', '--json', '--seeds', folder], env);
    expect(JSON.parse(json.out)).toContainEqual(
      expect.objectContaining({ message: 'no record has the id `industry:ib`' }),
    );
    const right = writeSeeds({ 'city.yaml': citySeeds(POLICY) });
    expect((await kg(['validate', '--seeds', right], env)).out).toBe(
      '产业 1 · 政策 1 · 行政区划 1 · 来源 1\n',
    );
  });

  test('the seeds of this repository have no fault', async () => {
    expect((await kg(['validate'])).code).toBe(0);
  });
});

describe('wrong usage', () => {
  test.each([
    [['plam'], 'Did you mean plan?'],
    [['plan', '--owerwrite'], 'unknown option'],
    [['validate', 'too', 'much'], 'too many arguments'],
    [['apply'], 'pass --yes'],
    [['rollback', '1'], 'pass --yes'],
    [['revert', '1'], 'pass --yes'],
    [['rollback', 'yesterday'], 'A revision is a whole number, not "yesterday"'],
    [['rollback'], "missing required argument 'R'"],
    [['apply', '--yes', '--wait', '1.5'], '--wait takes whole seconds from 0 to 86400, not "1.5"'],
    [['revert', '1', '--yes', '--wait=-1'], '--wait takes whole seconds'],
    [['diff', '1'], "missing required argument 'B'"],
    [['diff', '1', '-2'], 'A revision is a whole number, not "-2"'],
    [['log', '--lang', 'fr'], 'Allowed choices are zh, en'],
    [['resolve'], "missing required argument 'names'"],
    [
      ['rename', '--seeds', 'seeds', 'zone:a', 'zone:b'],
      'write it before --seeds, which takes all that follows it',
    ],
    [['validate', '--seeds', ''], '--seeds names no folder'],
    [['plan', '--out', 'seeds/shanghai/firms.yaml'], 'is among the seeds of seeds/shanghai'],
    [['plan', '--out', 'seeds/common/plan.yml'], 'is among the seeds of seeds/common'],
    [
      ['export', '--from', 'seeds', '--format', 'csv', '--out', 'seeds/shanghai/tables'],
      'is among the seeds',
    ],
    [['backup', 'seeds/shanghai/graph.csv'], 'is among the seeds'],
    [['resolve', '张江', '--types', 'TOWN'], '--types may be'],
    [['resolve', '张江', '--kind', 'ZONE'], 'unknown option'],
  ])('%j ends with 64 and says what to do', async (args, words) => {
    const { code, err } = await kg(args);
    expect(code).toBe(64);
    expect(err).toMatch(/^kg: /);
    expect(err).toContain(words);
  });

  test.each([
    [['plam'], '（是否应为 plan？）'],
    [['plan', '--owerwrite'], '没有选项 --owerwrite'],
    [['rollback'], '缺少参数 R'],
    [['rollback', 'yesterday'], '版本号应为整数，而不是“yesterday”'],
    [['apply'], '请加 --yes'],
  ])('%j on a Chinese terminal is answered in Chinese', async (args, words) => {
    const { code, err } = await kg(args, { KG_LANG: 'zh' });
    expect(code).toBe(64);
    expect(err).toContain(words);
  });

  test('all bad settings are named at once with what they may be, and no password is shown', async () => {
    const { code, err } = await kg(['status'], {
      PORT: '70000',
      KG_LOG: 'loud',
      NEO4J_URI: 'bolt://me:secret@host:7687',
      KG_NEO4J_VERSION: '4.4',
      KG_NEO4J_HEAP: '100m',
    });
    expect(code).toBe(64);
    for (const name of ['PORT', 'KG_LOG', 'NEO4J_URI', 'KG_NEO4J_VERSION', 'KG_NEO4J_HEAP'])
      expect(err).toMatch(new RegExp(`^kg: ${name} must be `, 'm'));
    expect(err.trimEnd().split('\n')).toHaveLength(5);
    expect(err).not.toContain('secret');
  });
});

describe('settings', () => {
  test('left out, they are as the README says', () => {
    expect(readSettings({})).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      seeds: ['seeds/common', 'seeds/shanghai'],
      dataFolder: '.neo4j',
      allowedOrigins: [],
      allowedHosts: [],
      maxConcurrency: 64,
      clientLimits: { rate: undefined, concurrency: undefined },
      onlyTrusted: undefined,
      answerMemory: 64 * 1_024 ** 2,
      neo4jVersion: '5.26',
      neo4jHeap: '512m',
    });
  });

  test.each([
    ['kg.example.org, KG', ['kg.example.org', 'kg']],
    ['[FE80::1]', ['[fe80::1]']],
    ['kg.example.org:4000', undefined],
    ['https://kg.example.org', undefined],
    ['kg..org', undefined],
  ])('the hosts "%s" are names without ports, or refused', (text, expected) => {
    const settings = () => readSettings({ KG_ALLOWED_HOSTS: text }).allowedHosts;
    if (expected) expect(settings()).toEqual(expected);
    else expect(settings).toThrow(/KG_ALLOWED_HOSTS must be host names/);
  });

  test.each([
    ['KG_RATE', '0', /KG_RATE must be a whole number from 1/],
    ['KG_CLIENT_CONCURRENCY', 'many', /KG_CLIENT_CONCURRENCY must be a whole number from 1/],
    ['KG_TRUSTED_PROXIES', '10.0.0.0/8, proxy.example', /KG_TRUSTED_PROXIES must be addresses or networks/],
    ['KG_ANSWER_MEMORY', '64', /KG_ANSWER_MEMORY must be a size like 64m or 1g, or 0/],
  ])('%s is not "%s"', (name, text, words) => {
    expect(() => readSettings({ [name]: text })).toThrow(words);
  });

  test('limits of clients are taken as they are given', () => {
    const { clientLimits, answerMemory } = readSettings({
      KG_RATE: '600',
      KG_CLIENT_CONCURRENCY: '8',
      KG_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      KG_ANSWER_MEMORY: '0',
    });
    expect(clientLimits).toMatchObject({ rate: 600, concurrency: 8 });
    expect(clientLimits.trustedProxies.check('10.1.2.3')).toBe(true);
    expect(answerMemory).toBe(0);
  });

  test.each([
    ['missing.json', /there is no file/],
    ['package-lock.txt', /there is no file/],
    ['tsconfig.json', /must be JSON, an object of documents by name/],
  ])(
    'a manifest of trusted documents that is %s ends the start with what it must be',
    async (path, words) => {
      const { code, err } = await kg(['serve'], { KG_ONLY_TRUSTED: path, PORT: '0' });
      expect(code).toBe(64);
      expect(err).toMatch(words);
    },
  );

  test('an empty one counts as left out', () => {
    expect(readSettings({ PORT: '', NEO4J_URI: '' }).port).toBe(4000);
  });
});

test('results that can be written nowhere end with 1, in one line', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, ['src/cli/kg.mjs', 'validate', '--json'], {
    stdio: ['ignore', full, 'pipe'],
  });
  let err = '';
  child.stderr?.on('data', (chunk) => {
    err += String(chunk);
  });
  const [code] = await once(child, 'close');
  closeSync(full);
  expect([code, err]).toEqual([1, 'kg: nothing more can be printed: ENOSPC\n']);
});
