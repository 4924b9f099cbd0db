/** Runs `kg` as its users do: a process of its own, judged by exit code, stdout and stderr. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a run gave. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** What Node prints where a promise or an emitter fails and nobody listens. */
const UNHEARD = /^Node\.js v\d/m;

/** Starts a command; its process comes first, its end later. */
export function startKg(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly process: ChildProcess; readonly ended: Promise<Ran> } {
  const child = spawn(process.execPath, ['src/cli/kg.mjs', ...args], {
    env: { ...process.env, NO_COLOR: '1', KG_LANG: 'en', NEO4J_URI: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (UNHEARD.test(err))
        reject(new Error(`kg ${args.join(' ')} ended by a failure that nobody heard:\n${err}`));
      else resolve({ code, out, err });
    });
  });
  return { process: child, ended };
}

/** Runs a command to its end. */
export function kg(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return startKg(args, env).ended;
}

/** A folder of seed files; later calls with the same folder overwrite. */
export function writeSeeds(
  files: Readonly<Record<string, string>>,
  folder = mkdtempSync(join(tmpdir(), 'kg-seeds-')),
): string {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

/** A small city whose policies are given. */
export function citySeeds(policies: string): string {
  return `dataset: { name: 测试, timeZone: Asia/Shanghai }
defaults: { evidence: { source: 'source:s', locator: p1 } }
sources: [{ id: 'source:s', name: 来源, tier: OFFICIAL }]
regions: [{ id: 'region:x', name: 某区, level: DISTRICT }]
industries: [{ id: 'industry:ic', name: 集成电路, industryKind: INDUSTRY }]
policies:
${policies}`;
}

/** A policy that supports the city's industry there. */
export const POLICY =
  "  - { id: 'policy:one', name: 一号政策, issuedOn: 2023, industries: ['industry:ic'], places: ['region:x'] }\n";
