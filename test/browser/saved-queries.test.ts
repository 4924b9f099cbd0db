/** The saved queries as files, and in the forms that the two Neo4j Browsers import. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserFiles } from '../../src/browser/browser-files.ts';
import { QUERY_GROUPS, readSavedQueries, savedQuery } from '../../src/browser/saved-queries.ts';
import { writeQueriesCsv, writeQueriesZip } from '../../src/browser/write-queries.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { readStoredZip } from './read-stored-zip.ts';

const queries = readSavedQueries();

describe('the saved queries', () => {
  test('are all files of the folder, in groups that are not empty', () => {
    const folder = join('src', 'browser', 'queries');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.includes('.'),
    );
    expect(queries.map(({ group, slug }) => join(group.name, `${slug}.cypher`)).sort()).toEqual(files.sort());
    expect(queries.length).toBeGreaterThanOrEqual(24);
    expect(QUERY_GROUPS.every(({ name }) => existsSync(join(folder, name)))).toBe(true);
  });

  test.each(queries.map((query) => [`${query.group.name}/${query.slug}`, query] as const))(
    '%s is named in both languages and ready to run',
    (_, query) => {
      expect(query.zh).toMatch(/\p{Script=Han}/u);
      expect(query.en).toMatch(/^[A-Z]/);
      expect(query.ready).not.toContain('$');
      // Neo4j Browser reads a semicolon as the end of a command.
      expect(query.text).not.toContain(';');
    },
  );

  test('name no place by its id, so that they fit every dataset', () => {
    expect(queries.filter(({ text }) => /'(?:region|zone|policy|cluster|firm):/.test(text))).toEqual([]);
  });

  test('have distinct names', () => {
    expect(new Set(queries.map(({ zh }) => zh)).size).toBe(queries.length);
  });

  test('cannot be looked up by an unknown name', () => {
    expect(() => savedQuery(queries, 'start/nothing')).toThrow('start/nothing');
  });
});

describe('the table for the newer Browser', () => {
  const cells = [...writeQueriesCsv(queries).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, text = '', end] of cells) {
    rows.at(-1)?.push(text.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }

  test('has its columns, a folder a group and every query in its folder', () => {
    const [header, ...records] = rows.slice(0, -1);
    expect(header).toEqual(['name', 'description', 'query', 'id', 'parentId', 'isFolder']);
    const folders = records.filter((record) => record.at(-1) === 'true').map((record) => record[3]);
    expect(folders).toEqual(QUERY_GROUPS.map(({ name }) => name));
    const items = records.filter((record) => record.at(-1) === 'false');
    expect(items.map((record) => [record[2], record[4]])).toEqual(
      queries.map(({ ready, group }) => [ready, group.name]),
    );
  });
});

describe('the archive for both Browsers', () => {
  test('holds every query whole, in the folder of its group', () => {
    const files = readStoredZip(writeQueriesZip(queries));
    expect(files.map(({ text }) => text)).toEqual(queries.map(({ ready }) => ready));
    expect(files[0]?.path).toMatch(/^1 从这里开始 Start here\/[^/]+\.cypher$/);
  });
});

describe('the guide', () => {
  const guide = browserFiles(readModel('schema'), 'http://localhost:4000').find(
    ({ name }) => name === 'guide.html',
  );
  const page = String(guide?.content);

  test('walks by saved queries, whole and ready to run', () => {
    const runnable = [...page.matchAll(/<pre class="pre-scrollable code runnable">([\s\S]*?)<\/pre>/g)].map(
      ([, text = '']) =>
        text
          .replaceAll('&gt;', '>')
          .replaceAll('&lt;', '<')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&'),
    );
    expect(runnable.length).toBeGreaterThanOrEqual(5);
    const ready = queries.map((query) => query.ready);
    expect(runnable.filter((text) => !ready.includes(text))).toEqual([]);
  });

  test('explains every label, every relationship type and the dated twins', () => {
    const model = readModel('schema');
    for (const label of model.nodeTypes.keys()) expect(page).toContain(`<code>:${label}</code>`);
    for (const type of model.stored.keys()) expect(page).toContain(`<code>${type}</code>`);
    for (const word of ['_DATED', 'planned', 'extent', 'caption', 'evidenceSources'])
      expect(page).toContain(word);
  });
});
