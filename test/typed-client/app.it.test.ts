/** The README's app in a folder of its own: pasted, its commands run as written, against a real server. */

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askUntilPlanned } from '../api/ask.ts';
import { serveProduct } from '../api/serve.ts';
import { README_APP } from './readme-app.ts';

/** Write the output anew with UPDATE=1, and read what changed. */
const UPDATE = process.env.UPDATE === '1';

const server = serveProduct();
let folder: string;

beforeAll(async () => {
  const [, question = ''] = /graphql\(`([\s\S]*?)`\)/.exec(README_APP.code) ?? [];
  for (const place of ['region:pudong', 'region:pudng'])
    await askUntilPlanned(server.url, question, { place, day: '2024-10-01' });
  folder = mkdtempSync(join(tmpdir(), 'kg-app-'));
  writeFileSync(join(folder, 'tsconfig.json'), README_APP.tsconfig);
  writeFileSync(join(folder, 'app.ts'), README_APP.code.replace('http://127.0.0.1:4000', server.url));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Puts there what the README installs. What asks for TypeScript is copied, for a link would find the one of this package. */
function install(packages: readonly string[]): void {
  const modules = join(folder, 'node_modules');
  const ours = resolve('node_modules');
  const copied = ['gql.tada', '@gql.tada', '@0no-co'];
  mkdirSync(join(modules, '.bin'), { recursive: true });
  for (const name of readdirSync(ours).filter((each) => !each.startsWith('.') && each !== 'typescript')) {
    if (copied.includes(name)) cpSync(join(ours, name), join(modules, name), { recursive: true });
    else symlinkSync(join(ours, name), join(modules, name));
  }
  symlinkSync(join(ours, 'typescript-6'), join(modules, 'typescript'));
  const commands = { 'gql.tada': 'gql.tada/bin/cli.js', tsc: 'typescript/bin/tsc', tsx: 'tsx/dist/cli.mjs' };
  for (const [name, path] of Object.entries(commands))
    symlinkSync(join('..', path), join(modules, '.bin', name));
  expect(packages).toEqual(['graphql', 'gql.tada', 'tsx', 'typescript@6']);
}

/** Runs a line of the README; without a network nothing is installed. */
async function run(line: string): Promise<string> {
  const [, installed] = /^npm install (.*)$/.exec(line) ?? [];
  if (installed !== undefined) {
    install(installed.split(' '));
    return '';
  }
  const env = { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' };
  const command = line.replace('http://127.0.0.1:4000', server.url);
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { cwd: folder, env });
  return stdout;
}

/** Two compilers and three starts of npm, on a machine that does other work as well. */
const PATIENCE = 600_000;

it('the app of the README runs as it is written, and prints what it says', {
  timeout: PATIENCE,
}, async () => {
  let output = '';
  for (const line of README_APP.commands.trim().split('\n')) output = await run(line);
  if (UPDATE) writeFileSync('README.md', README_APP.withOutput(output));
  else expect(output).toBe(README_APP.output);
});

it('the app of the README shows what the API says is wrong', async () => {
  const wrong = README_APP.code
    .replace('http://127.0.0.1:4000', server.url)
    .replace('region:pudong', 'region:pudng');
  writeFileSync(join(folder, 'app.ts'), wrong);
  await expect(run('npx tsx app.ts')).rejects.toThrow(/Argument "place".*Did you mean "region:pudong"/);
});
