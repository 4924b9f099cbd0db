/** Mutants of the rules: every file of the rules is mutated in one section, with tests that are there. */

import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import sections from '../mutants/sections.json' with { type: 'json' };

const FILES = readdirSync('src/rules', { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

describe('the sections of mutants', () => {
  test.each(FILES)('name %s once', (file) => {
    const naming = Object.entries(sections).flatMap(([section, { rules }]) =>
      rules
        .filter((rule) => rule === file.slice(0, -3) || rule === `${file.split('/')[0]}/*`)
        .map(() => section),
    );
    expect(naming).toHaveLength(1);
  });

  test.each(Object.entries(sections))('%s has files and tests', (_, { rules, tests }) => {
    for (const name of rules) {
      expect(
        existsSync(name.endsWith('/*') ? `src/rules/${name.slice(0, -2)}` : `src/rules/${name}.ts`),
        name,
      ).toBe(true);
    }
    for (const name of tests) expect(existsSync(`test/${name}.test.ts`), name).toBe(true);
  });
});
