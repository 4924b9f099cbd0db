/** `schema/SEMANTICS.md` and those who cite it: every clause that is cited is there, and a test cites each that is served. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** `§6`, `§6.2`, or `§6.2 to §6.4`. */
const CITATION = /§(\d+)(?:\.(\d+)(?: to §\1\.(\d+))?)?/g;

interface Clause {
  readonly number: string;
  readonly served: boolean;
}

/** The clauses of the specification in their order; a section or a clause may say that it is not served yet. */
function readClauses(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let served = true;
  for (const block of text.split(/\n(?=## |- \*\*)/)) {
    if (block.startsWith('## ')) served = !block.includes('(not served yet)');
    const number = /^- \*\*(\d+\.\d+)\*\* /.exec(block)?.[1];
    if (number) clauses.push({ number, served: served && !block.includes('*Not served yet.*') });
  }
  return clauses;
}

/** The clauses that a text cites; a section alone is cited as `6`. */
function citedClauses(text: string): readonly string[] {
  return [...text.matchAll(CITATION)].flatMap(([, section, first, last]) => {
    if (first === undefined) return [`${section}`];
    const count = Number(last ?? first) - Number(first) + 1;
    return Array.from({ length: Math.max(count, 1) }, (_, step) => `${section}.${Number(first) + step}`);
  });
}

function readCode(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|graphql|md|yaml)$/.test(file) && !file.endsWith('SEMANTICS.md'))
    .filter((file) => !file.includes('node_modules'))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), 'utf8') }));
}

const clauses = readClauses(readFileSync('schema/SEMANTICS.md', 'utf8'));
const numbers = new Set(clauses.flatMap(({ number }) => [number, number.split('.')[0] ?? '']));

function sectionsOf(all: readonly Clause[]): ReadonlyMap<number, readonly Clause[]> {
  const sections = new Map<number, Clause[]>();
  for (const clause of all) {
    const section = Number(clause.number.split('.')[0]);
    sections.set(section, [...(sections.get(section) ?? []), clause]);
  }
  return sections;
}

describe('the specification', () => {
  test('its clauses are numbered without a gap', () => {
    const sections = sectionsOf(clauses);
    expect([...sections.keys()]).toEqual(Array.from(sections.keys(), (_, index) => index + 1));
    for (const [section, own] of sections) {
      expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => `${section}.${index + 1}`));
    }
  });

  test.each(['src', 'test', 'schema'])('every clause that %s cites is there', (folder) => {
    const unknown = readCode(folder).flatMap(({ file, text }) =>
      citedClauses(text)
        .filter((number) => !numbers.has(number))
        .map((number) => `${file} §${number}`),
    );
    expect(unknown).toEqual([]);
  });

  test('every clause that is served is cited by a test of it', () => {
    const tests = readCode('test').filter(({ file }) => !file.endsWith('semantics.test.ts'));
    const cited = new Set(tests.flatMap(({ text }) => citedClauses(text)));
    const uncited = clauses.filter(({ number, served }) => served && !cited.has(number));
    expect(uncited.map(({ number }) => number)).toEqual([]);
  });
});
