/** What this product is made of: pinned, licensed, few, each for a reason, and running nothing when it is installed. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readSources, roomOf } from './house/measure-house.ts';

type Versions = Readonly<Record<string, string>>;
interface Package {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly overrides: Versions;
}
interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
}

const own = JSON.parse(readFileSync('package.json', 'utf8')) as Package;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const direct = Object.keys(own.dependencies);

/** Licences that ask for a notice at most. */
const ALLOWED = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
];
const MOST_DIRECT = 20;
/** What the room itself cannot do without, and is not installed beside a server: its files are built ahead. */
const BUILT_IN = { explore: ['preact', '@preact/signals'], pages: ['vite'] } as Readonly<
  Record<string, readonly string[]>
>;

test.each(Object.entries({ ...own.dependencies, ...own.devDependencies, ...own.overrides }))(
  '%s is pinned: %s',
  (_, version) => {
    expect(version).toMatch(/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/);
  },
);

describe('the packages that are installed to run it', () => {
  it('are twenty at most that it names itself', () => {
    expect(direct.length).toBeLessThanOrEqual(MOST_DIRECT);
  });

  it('each have their reason in src/README.md, and no other has one', () => {
    const rows = [
      ...readFileSync('src/README.md', 'utf8').matchAll(/^\| `(@?[\w-]+(?:\/[\w-]+)?)` +\| (\S.*?) *\|$/gm),
    ];
    const reasons = new Map(rows.map(([, name = '', why = '']) => [name, why]));
    expect(direct.filter((name) => !reasons.has(name))).toEqual([]);
    expect([...reasons.keys()].filter((name) => !direct.includes(name))).toEqual([]);
  });

  test.each(locked.filter(([, { dev, devOptional }]) => !dev && !devOptional))(
    '%s has a licence that asks for a notice at most',
    (path, { license }) => {
      const found = license ?? declaredIn(path);
      const parts = found.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /);
      expect(parts.filter((part) => !ALLOWED.includes(part))).toEqual([]);
    },
  );
});

/** The licence in a package itself, in the form that the lock file does not repeat. */
function declaredIn(path: string): string {
  const file = join(path, 'package.json');
  if (!existsSync(file)) return `none: ${path} is not installed`;
  const { license, licenses = [] } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly license?: string;
    readonly licenses?: readonly { readonly type: string }[];
  };
  return license ?? licenses.map(({ type }) => type).join(' AND ');
}

it('every package is held to its content, and comes from the registry alone', () => {
  expect(
    locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
  ).toEqual([]);
  const elsewhere = locked.filter(
    ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(elsewhere.map(([path]) => path)).toEqual([]);
});

it('no script of a package runs when it is installed', () => {
  expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('ignore-scripts=true');
});

it('what is imported is installed to run it, but for what is built into the page', () => {
  const strays = readSources().flatMap(({ path, lines }) => {
    const imports = lines
      .filter((line) => !/^import type\b/.test(line))
      .join('\n')
      .matchAll(/(?:^|\s)(?:import|from)\s*\(?\s*'([@\w][\w@/.:-]*)'/g);
    const allowed = [...direct, ...(BUILT_IN[roomOf(path)] ?? [])];
    return [...imports]
      .map(([, name = '']) => name)
      .filter((name) => !/^(node|virtual):/.test(name))
      .filter((name) => !allowed.some((each) => name === each || name.startsWith(`${each}/`)))
      .map((name) => `${path}: ${name}`);
  });
  expect(strays).toEqual([]);
});
