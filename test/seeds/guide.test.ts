/** The guide to seeds in English and Chinese: its examples load and show every kind of fact, each code has a section. */

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/render-diagnostic.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';

/** The guide in English, and in Chinese. */
const FILES = ['seeds/README.md', 'seeds/README.zh.md'] as const;
const [GUIDE, CHINESE] = [readFileSync(FILES[0], 'utf8'), readFileSync(FILES[1], 'utf8')];
const EXAMPLE = /```(yaml|csv)\n([\s\S]*?)```/g;
/** The id that a record of an example has, in YAML and at the beginning of a row. */
const OWN_ID = /(?:^|[\s{])id: ([a-z-]+:[a-z0-9-]+)|^([a-z-]+:[a-z0-9-]+),/gm;

const examples = [...GUIDE.matchAll(EXAMPLE)].map(([, kind = '', text = '']) => ({ kind, text }));
const ownIds = new Set(
  examples.flatMap(({ text }) => [...text.matchAll(OWN_ID)].flatMap(([, yaml, row]) => yaml ?? row ?? [])),
);

/** Examples are records of the real seeds, and read beside those: under other ids, with all references. */
function renamed(text: string): string {
  return text.replace(/[a-z-]+:[a-z0-9-]+/g, (id) => (ownIds.has(id) ? `${id}-shown` : id));
}

const folder = mkdtempSync(join(tmpdir(), 'guide-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const each of PRODUCT_SEEDS) cpSync(each, join(folder, basename(each)), { recursive: true });
rmSync(join(folder, 'shanghai/dataset.yaml'));
for (const [index, { kind, text }] of examples.entries()) {
  const name = kind === 'csv' ? `firms.guide-${index}.csv` : `guide-${index}.yaml`;
  writeFileSync(join(folder, name), renamed(text));
}
const model = readModel('schema');
const read = readSeeds(model, [folder]);

describe('the guide to seeds', () => {
  test('has examples that are read without a fault', () => {
    const faults = read.diagnostics.filter(({ severity }) => severity === 'error');
    expect(renderDiagnostics(faults, read.sources, { colour: false, language: 'en' })).toEqual([]);
    expect(read.dataset?.nodes.size).toBeGreaterThan(0);
  });

  test('shows one of each node type, owned nodes included', () => {
    const shown = [...(read.dataset?.nodes.values() ?? [])].filter(({ id }) => id.includes('-shown'));
    const types = new Set(shown.map(({ type }) => type));
    expect([...model.nodeTypes.keys()].filter((type) => !types.has(type))).toEqual([]);
  });

  test.each([
    ['English', GUIDE],
    ['Chinese', CHINESE],
  ])('in %s has a section for each code of a fault, and for no other', (_, guide) => {
    const declared = readFileSync('src/diagnostics/diagnostic.ts', 'utf8').matchAll(
      /\| '([a-z]+\/[a-z-]+)'/g,
    );
    const sections = guide.matchAll(/^### (.+)$/gm);
    expect([...sections].map(([, name]) => name).sort()).toEqual(
      [...declared].map(([, code]) => code).sort(),
    );
  });

  test('shows the same examples and commands in both languages', () => {
    const shown = (guide: string) => [...guide.matchAll(EXAMPLE)].map(([text]) => text);
    expect(shown(CHINESE)).toEqual(shown(GUIDE));
    const commands = (guide: string) =>
      new Set([...guide.matchAll(/`(npx kg [^`]+)`/g)].map(([, each]) => each));
    expect(commands(CHINESE)).toEqual(commands(GUIDE));
  });

  test('names the other language, and its links lead to files and headings that exist', () => {
    expect([GUIDE.includes('(README.zh.md)'), CHINESE.includes('(README.md)')]).toEqual([true, true]);
    const broken = FILES.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)]
        .filter(([, path = '', heading]) => {
          const target = path === '' ? file : join('seeds', path);
          return !existsSync(target) || (heading !== undefined && !headingsOf(target).includes(heading));
        })
        .map(([link]) => `${file}: ${link}`),
    );
    expect(broken).toEqual([]);
  });
});

/** The addresses of the headings of a page, as GitHub makes them. */
function headingsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
