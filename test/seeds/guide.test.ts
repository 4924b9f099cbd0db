/** The guide to seeds: its examples load, they teach every kind of fact, and each code has its section. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/render-diagnostic.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';

const GUIDE = readFileSync('seeds/README.md', 'utf8');
const EXAMPLE = /```(yaml|csv)\n([\s\S]*?)```/g;
/** The id that a record of an example has, in YAML and at the beginning of a row. */
const OWN_ID = /(?:^|[\s{])id: ([a-z-]+:[a-z0-9-]+)|^([a-z-]+:[a-z0-9-]+),/gm;

const examples = [...GUIDE.matchAll(EXAMPLE)].map(([, kind = '', text = '']) => ({ kind, text }));
const ownIds = new Set(
  examples.flatMap(({ text }) => [...text.matchAll(OWN_ID)].flatMap(([, yaml, row]) => yaml ?? row ?? [])),
);

/** Records of the real seeds are shown, and read here beside those: under other ids, all references following. */
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
  test('its examples are read without a fault', () => {
    const faults = read.diagnostics.filter(({ severity }) => severity === 'error');
    expect(renderDiagnostics(faults, read.sources, { colour: false, language: 'en' })).toEqual([]);
    expect(read.dataset?.nodes.size).toBeGreaterThan(0);
  });

  test('there is one of each node type and of each thing that a record owns', () => {
    const shown = [...(read.dataset?.nodes.values() ?? [])].filter(({ id }) => id.includes('-shown'));
    const types = new Set(shown.map(({ type }) => type));
    expect([...model.nodeTypes.keys()].filter((type) => !types.has(type))).toEqual([]);
  });

  test('each code that is ever told has a section, and each section is such a code', () => {
    const declared = readFileSync('src/diagnostics/diagnostic.ts', 'utf8').matchAll(
      /\| '([a-z]+\/[a-z-]+)'/g,
    );
    const sections = GUIDE.matchAll(/^### (.+)$/gm);
    expect([...sections].map(([, name]) => name).sort()).toEqual(
      [...declared].map(([, code]) => code).sort(),
    );
  });
});
