/** `datapackage.json` beside exported tables, held against the rules of Data Package and Table Schema. */

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from 'hucre';
import { expect, test } from 'vitest';
import { writeFolder } from '../../src/export/draft-folder.ts';
import { exportedDataset } from '../../src/export/exported.ts';
import { writeTables } from '../../src/export/forms/write-tables.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean; readonly enum?: string[] };
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey?: string;
    readonly foreignKeys?: readonly { fields: string; reference: { resource: string; fields: string } }[];
  };
}

/** What a value of each type looks like, by the Table Schema. */
const FORMS: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  string: /^/,
};
const NAME = /^[-a-z0-9._/]+$/;

test('every table is described as it is: names, columns, types, keys and what they refer to', async () => {
  const model = readModel('schema');
  const { dataset } = readSeeds(model, PRODUCT_SEEDS);
  if (!dataset) throw new Error('the seeds have faults');
  const folder = join(mkdtempSync(join(tmpdir(), 'kg-package-')), 'tables');
  const exported = exportedDataset(model, deriveFacts(model, dataset), new Date(0));
  await writeFolder(folder, async (draft) => {
    await writeTables(model, exported, draft);
    return {};
  });
  const described = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
  expect(described).toMatchObject({ profile: 'tabular-data-package', licenses: [{ name: 'CC-BY-4.0' }] });
  expect(described.name).toMatch(NAME);
  const resources = described.resources as readonly Resource[];
  const list = JSON.parse(readFileSync(join(folder, 'export.json'), 'utf8'));
  const tables = Object.keys(list.files).filter((name) => name.endsWith('.csv'));
  expect(resources.map(({ path }) => path).sort()).toEqual(tables.sort());
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  expect(resources.filter(({ name }) => !NAME.test(name))).toEqual([]);

  const cellsOf = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const { name, path, schema } of resources) {
    const [header = [], ...rows] = parseCsv(readFileSync(join(folder, path), 'utf8'), {
      typeInference: false,
    });
    expect(header).toEqual(schema.fields.map((field) => field.name));
    const cells = new Map(
      header.map((column, at) => [String(column), rows.map((row) => String(row[at] ?? ''))]),
    );
    cellsOf.set(name, cells);
    for (const { name: column, type, constraints = {} } of schema.fields) {
      const all = cells.get(column) ?? [];
      const given = all.filter((cell) => cell !== '');
      const form = FORMS[type] ?? /never/;
      const wrong = given.filter((cell) => !form.test(cell) || constraints.enum?.includes(cell) === false);
      expect([path, column, wrong]).toEqual([path, column, []]);
      if (constraints.required) expect([path, column, all.length]).toEqual([path, column, given.length]);
      if (constraints.unique) expect(new Set(all).size).toBe(all.length);
    }
  }
  const keys = resources.flatMap(({ name, schema }) =>
    (schema.foreignKeys ?? []).map((key) => ({ name, ...key })),
  );
  expect(keys.length).toBeGreaterThan(20);
  for (const { name, fields, reference } of keys) {
    const known = new Set(cellsOf.get(reference.resource)?.get(reference.fields));
    const unknown = cellsOf
      .get(name)
      ?.get(fields)
      ?.filter((id) => !known.has(id));
    expect([name, fields, unknown]).toEqual([name, fields, []]);
  }
});
