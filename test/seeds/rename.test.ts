/** A record under another id: which places follow, and that nothing else changes. */

import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { en } from '../../src/diagnostics/text.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { datasetDigest } from '../../src/model/stored/dataset-digest.ts';
import { openSeeds } from '../../src/seeds/files/open-seeds.ts';
import { replaceFiles } from '../../src/seeds/files/replace-files.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { renameRecord } from '../../src/seeds/rename/rename-record.ts';
import { writeSeeds } from '../cli/run-kg.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';

const model = readModel('schema');
const root = mkdtempSync(join(tmpdir(), 'rename-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Renames in files of their own; gives the new texts, or why there are none. */
function rename(texts: Readonly<Record<string, string>>, oldId: string, newId: string) {
  const folder = writeSeeds(texts, mkdtempSync(join(root, 'case-')));
  const renaming = renameRecord(model, openSeeds([folder]), oldId, newId);
  if (!('changes' in renaming)) return renaming;
  replaceFiles(renaming.changes);
  const after = Object.keys(texts).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  return { ...renaming, texts: Object.fromEntries(after) as Readonly<Record<string, string>> };
}

const BASE = `dataset: { name: 测试, timeZone: Asia/Shanghai, home: region:a }
defaults: { evidence: { source: "source:a", locator: p1 } }
sources:
  - id: source:a   # the only one
    name: 来源
    tier: OFFICIAL
regions:
  - { id: 'region:a', name: 甲, level: CITY }
industries:
  - id: industry:a
    name: 甲
    formerIds:
      - 'industry:older'   # since then
    industryKind: FIELD
  - id: industry:a-b
    name: 甲乙
    industryKind: FIELD
    broader: industry:a
`;
const MORE = `defaults: { evidence: { source: source:a, locator: p1 } }
# industry:a is named in this comment.
policies:
  - { id: policy:a, name: 甲, issuedOn: 2023, industries: [&i industry:a], places: [{ to: region:a }, ] }
  - { id: policy:b, name: 乙, issuedOn: 2023, industries: [ *i ], places: ["region:a"], evidence: [{source: source:a, locator: p2}] }
measures:
  - id: measure:a
    name: 甲
    policy: policy:a
    instrument: GRANT
    criteria: [{ attribute: INDUSTRY, operator: IS_IN, values: [industry:a-b, 'industry:a'] }]
knownNone:
  - { id: known-none:a, of: firms, industry: industry:a, place: region:a, validFrom: 2024 }
`;
const CITY = { 'base.yaml': BASE, 'more.yaml': MORE };

describe('every reference follows, and nothing else changes', () => {
  test('short and long, in lists and alone, behind an anchor, in criteria and in what is known to be absent', () => {
    const renamed = rename(CITY, 'industry:a', 'industry:alpha');
    expect(renamed).toMatchObject({ kept: true, places: { length: 5 } });
    expect(renamed).toHaveProperty('texts', {
      'base.yaml': BASE.replace('id: industry:a\n', 'id: industry:alpha\n')
        .replace('broader: industry:a\n', 'broader: industry:alpha\n')
        .replace('# since then', "# since then\n      - 'industry:a'"),
      'more.yaml': MORE.replace('&i industry:a', '&i industry:alpha')
        .replace("'industry:a'", "'industry:alpha'")
        .replace('industry: industry:a,', 'industry: industry:alpha,'),
    });
  });

  test('sources, in evidence and defaults; a new key stands behind the id', () => {
    const renamed = rename(CITY, 'source:a', 'source:notice');
    expect(renamed).toHaveProperty('texts', {
      'base.yaml': BASE.replaceAll('source:a', 'source:notice').replace(
        '# the only one',
        '# the only one\n    formerIds: [source:a]',
      ),
      'more.yaml': MORE.replaceAll('source:a', 'source:notice'),
    });
  });

  test('the home, and a record in braces', () => {
    const renamed = rename(CITY, 'region:a', 'region:alpha');
    expect(renamed).toHaveProperty('texts', {
      'base.yaml': BASE.replace('home: region:a', 'home: region:alpha').replace(
        "id: 'region:a',",
        "id: 'region:alpha', formerIds: ['region:a'],",
      ),
      'more.yaml': MORE.replaceAll('region:a', 'region:alpha'),
    });
  });

  test('what the dataset asserts to exist, with former ids and without', () => {
    const asserted = BASE.replace(
      'home: region:a }',
      "home: region:a, assertions: [{ name: 有, exist: [industry:a-b, 'industry:a', known-none:a] }] }",
    );
    const texts = { 'base.yaml': asserted, 'more.yaml': MORE };
    const industry = rename(texts, 'industry:a', 'industry:alpha');
    expect('texts' in industry && industry.texts['base.yaml']).toContain(
      "exist: [industry:a-b, 'industry:alpha', known-none:a]",
    );
    const absent = rename(texts, 'known-none:a', 'known-none:b');
    expect(absent).toHaveProperty('texts', {
      'base.yaml': asserted.replace('known-none:a', 'known-none:b'),
      'more.yaml': MORE.replace('known-none:a', 'known-none:b'),
    });
  });

  test('line breaks of Windows and a byte order mark stay', () => {
    const texts = { 'base.yaml': `\ufeff${BASE.replaceAll('\n', '\r\n')}`, 'more.yaml': MORE };
    const renamed = rename(texts, 'industry:a-b', 'industry:b');
    expect('texts' in renamed && renamed.texts['base.yaml']).toBe(
      texts['base.yaml'].replace('id: industry:a-b', 'id: industry:b\r\n    formerIds: [industry:a-b]'),
    );
  });

  test('places are those of the new files, and what is only named in words is told', () => {
    const renamed = rename(CITY, 'industry:a', 'industry:alpha');
    if (!('places' in renamed)) throw new Error('nothing was renamed');
    for (const { file, line, column } of renamed.places) {
      const text = renamed.texts[file.endsWith('base.yaml') ? 'base.yaml' : 'more.yaml'];
      expect(text?.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^(&i )?'?industry:alpha/);
    }
    expect(renamed.mentions).toEqual([expect.stringMatching(/more\.yaml:2$/)]);
  });

  test.each([
    ['formerIds: []', 'formerIds: [policy:a]'],
    ['formerIds: policy:x', 'formerIds: [policy:x, policy:a]'],
    ['formerIds: ["policy:x" , ]', 'formerIds: ["policy:x", "policy:a" , ]'],
    ['formerIds: [policy:x, policy:new]', 'formerIds: [policy:x, policy:a]'],
    ['formerIds: [\n      policy:x # c\n      ]', 'formerIds: [\n      policy:x, policy:a # c\n      ]'],
    ['formerIds:\n    - policy:x', 'formerIds:\n    - policy:x\n    - policy:a'],
  ])('%j becomes %j', (former, wanted) => {
    const texts = {
      'base.yaml': BASE,
      'p.yaml': `defaults: { evidence: { source: source:a, locator: p1 } }
policies:
  - id: policy:a
    name: 甲
    issuedOn: 2023
    industries: [industry:a]
    places: [region:a]
    ${former}`,
    };
    const renamed = rename(texts, 'policy:a', 'policy:new');
    expect(renamed).toHaveProperty('texts');
    expect('texts' in renamed && renamed.texts['p.yaml']).toBe(
      texts['p.yaml'].replace('id: policy:a', 'id: policy:new').replace(former, wanted),
    );
  });
});

const TABLE = `id,name,industries,source,locator
firm:a,"甲, 公司",industry:a-b|industry:a,source:a,p1
`;

test('references in tables follow; a record in one without a column for former ids is left to its author', () => {
  const texts = { ...CITY, 'firms.csv': TABLE };
  const renamed = rename(texts, 'industry:a', 'industry:b');
  expect('texts' in renamed && renamed.texts['firms.csv']).toBe(
    TABLE.replace('|industry:a,', '|industry:b,'),
  );
  const refused = rename(texts, 'firm:a', 'firm:b');
  expect('refused' in refused && en(refused.refused)).toMatch(
    /firms\.csv:2: add a column `formerIds` to the table/,
  );
});

test('references in tables follow in every row, also where two rows say the same', () => {
  const table = `id,name,industries,places.to,places.role,titles.title,titles.authority,source,locator
firm:a,甲公司,industry:a,region:a,SITE,,,source:a|source:b,p1|p2
firm:a,,"industry:a-b|industry:a",region:a,SITE,称号,agency:a,source:a,p1
firm:a,,industry:a,region:a,TAX,称号,agency:a,source:a,p1
`;
  const texts = {
    ...CITY,
    'firms.csv': table,
    'a.yaml': `sources: [{ id: source:b, name: 又一来源, tier: NEWS }]
agencies: [{ id: agency:a, name: 某局, evidence: { source: source:b, locator: p1 } }]
`,
  };
  for (const [oldId, newId] of [
    ['source:a', 'source:c'],
    ['source:b', 'source:c'],
    ['industry:a', 'industry:c'],
    ['region:a', 'region:c'],
    ['agency:a', 'agency:c'],
  ] as const) {
    const renamed = rename(texts, oldId, newId);
    expect('texts' in renamed && renamed.texts['firms.csv']).toBe(
      table.replace(new RegExp(`${oldId}(?!-)`, 'g'), newId),
    );
  }
});

describe('a record in a table takes its new id in all its rows, and keeps the old one in the first', () => {
  const HEADER = 'id,name,formerIds,industries,source,locator\n';
  const MIDDLE = 'firm:aa,乙公司,firm:aa-old,industry:a,source:a,p1\n';
  test.each([
    ['firm:a,甲公司,,industry:a,source:a,p1\n', 'firm:b,甲公司,firm:a,industry:a,source:a,p1\n'],
    ['firm:a,甲公司, ,industry:a,source:a,p1\r\n', 'firm:b,甲公司,firm:a ,industry:a,source:a,p1\r\n'],
    [
      'firm:a,甲公司,firm:x,industry:a,source:a,p1\n"firm:a",,firm:y,industry:a-b,source:a,p2',
      'firm:b,甲公司,firm:x|firm:a,industry:a,source:a,p1\n"firm:b",,firm:y,industry:a-b,source:a,p2',
    ],
    [
      'firm:a,"甲, ""公司""","firm:x | firm:y " ,industry:a,source:a,p1\n',
      'firm:b,"甲, ""公司""","firm:x | firm:y |firm:a" ,industry:a,source:a,p1\n',
    ],
    ['firm:a,甲公司,"",industry:a,source:a,p1\n', 'firm:b,甲公司,"firm:a",industry:a,source:a,p1\n'],
    [
      'firm:a,甲公司,firm:x,industry:a,source:a,p1\nfirm:a,,firm:b|firm:z,,,\n',
      'firm:b,甲公司,firm:x,industry:a,source:a,p1\nfirm:b,,firm:a|firm:z,,,\n',
    ],
  ])('%j becomes %j', (rows, wanted) => {
    const renamed = rename({ ...CITY, 'firms.csv': HEADER + MIDDLE + rows }, 'firm:a', 'firm:b');
    expect('texts' in renamed && renamed.texts['firms.csv']).toBe(HEADER + MIDDLE + wanted);
  });

  test('a row that ends before the column is made longer; the separator and a byte order mark stay', () => {
    const table = '\ufeffsep=;\nid;name;source;locator;uscc;formerIds\nfirm:a;甲公司;source:a;p1\n';
    const renamed = rename({ ...CITY, 'firms.csv': table }, 'firm:a', 'firm:b');
    expect('texts' in renamed && renamed.texts['firms.csv']).toBe(
      table.replace('firm:a;甲公司;source:a;p1', 'firm:b;甲公司;source:a;p1;;firm:a'),
    );
  });

  test('what refers to it follows, in its own table and elsewhere; a type without former ids needs no column', () => {
    const texts = {
      ...CITY,
      'firms.csv':
        'id,name,parents,formerIds,source,locator\nfirm:a,甲公司,,,source:a,p1\nfirm:c,丙公司,firm:a,,source:a,p1\n',
      'knownNone.csv': 'id,of,place,validFrom,source,locator\nknown-none:b,firms,region:a,2024,source:a,p1\n',
    };
    const firm = rename(texts, 'firm:a', 'firm:b');
    expect('texts' in firm && firm.texts['firms.csv']).toBe(
      texts['firms.csv']
        .replace('firm:a,甲公司,,,', 'firm:b,甲公司,,firm:a,')
        .replace(',firm:a,,', ',firm:b,,'),
    );
    expect(firm).toMatchObject({ kept: true, mentions: [], places: { length: 2 } });
    const absent = rename(texts, 'known-none:b', 'known-none:c');
    expect('texts' in absent && absent.texts['knownNone.csv']).toBe(
      texts['knownNone.csv'].replace('known-none:b', 'known-none:c'),
    );
  });
});

test('a link among the seeds keeps nothing from being renamed', () => {
  const folder = writeSeeds(CITY, mkdtempSync(join(root, 'link-')));
  symlinkSync('base.yaml', join(folder, 'link.yaml'));
  const open = openSeeds([folder]);
  expect(open.diagnostics.map(({ code }) => code)).toEqual(['file/link']);
  expect(renameRecord(model, open, 'industry:a', 'industry:b')).toMatchObject({ changes: { length: 2 } });
});

describe('what is refused', () => {
  test.each([
    ['industry:z', 'industry:b', 'no record has the id'],
    ['measure:b', 'measure:c', 'did you mean `measure:a`'],
    ['industry:older', 'industry:b', 'is a former id of `industry:a`'],
    ['industry:a', 'industry:a', 'are the same'],
    ['industry:a', 'firm:a', 'is not a valid id here'],
    ['industry:a', 'industry:A', 'for example `industry:a`'],
    ['industry:a', `industry:${'a'.repeat(200)}`, 'more than 128 characters'],
    ['industry:a', 'industry:a-b', 'is already used'],
    ['industry:a-b', 'industry:older', 'is already used'],
  ])('%s to %s: %s', (oldId, newId, words) => {
    const refused = rename(CITY, oldId, newId);
    expect('refused' in refused && en(refused.refused)).toContain(words);
  });

  test('seeds with a fault, which are told', () => {
    const texts = { ...CITY, 'more.yaml': MORE.replace('policy: policy:a', 'policy: policy:z') };
    const refused = rename(texts, 'industry:a', 'industry:b');
    expect('faults' in refused && refused.faults.map(({ code }) => code)).toEqual(['ref/unknown']);
  });

  test('an id that is an alias: there is no place for the former one', () => {
    const texts = {
      ...CITY,
      'a.yaml': 'agencies: [{ name: &n agency:a, id: *n, evidence: { source: source:a, locator: p1 } }]\n',
    };
    expect(rename(texts, 'agency:a', 'agency:b')).toHaveProperty('refused');
  });
});

describe('files are written all or none', () => {
  const prepare = () => {
    const folder = writeSeeds(CITY, mkdtempSync(join(root, 'files-')));
    const renaming = renameRecord(model, openSeeds([folder]), 'industry:a', 'industry:b');
    if (!('changes' in renaming)) throw new Error('nothing is to be renamed');
    const read = () => ['base.yaml', 'more.yaml'].map((name) => readFileSync(join(folder, name), 'utf8'));
    return { folder, renaming, read };
  };

  test('one that was changed in the meantime keeps all as they are', () => {
    const { folder, renaming, read } = prepare();
    writeFileSync(join(folder, 'more.yaml'), `${MORE}# later\n`);
    expect(() => replaceFiles(renaming.changes)).toThrow(/more\.yaml was changed in the meantime/);
    expect(read()).toEqual([BASE, `${MORE}# later\n`]);
  });

  test('one that is read-only keeps all as they are', () => {
    const { folder, renaming, read } = prepare();
    chmodSync(join(folder, 'more.yaml'), 0o444);
    expect(() => replaceFiles(renaming.changes)).toThrow(/more\.yaml is read-only/);
    expect(read()).toEqual([BASE, MORE]);
  });

  test('one that is gone keeps the other as it is, and nothing is left beside it', () => {
    const { folder, renaming } = prepare();
    rmSync(join(folder, 'more.yaml'));
    expect(() => replaceFiles(renaming.changes)).toThrow(/more\.yaml/);
    expect(openSeeds([folder]).files.map(({ source }) => source.text)).toEqual([BASE]);
  });
});

/** The digest without former ids. */
function digestOf(dataset: Dataset | undefined): string {
  if (!dataset) throw new Error('the seeds have faults');
  const nodes = [...dataset.nodes].map(([id, node]) => {
    const { formerIds: _, ...properties } = node.properties;
    return [id, { ...node, properties }] as const;
  });
  return datasetDigest({ ...dataset, nodes: new Map(nodes) });
}

test('records of this repository renamed there and back give the same dataset but for former ids', () => {
  const folders = PRODUCT_SEEDS.map((each) => {
    const copy = join(root, each);
    cpSync(each, copy, { recursive: true });
    return copy;
  });
  const before = readSeeds(model, folders).dataset;
  const ids = [...(before?.nodes.keys() ?? [])].filter((id) => !id.includes('#'));
  const chosen = [0, 0.5].map((at) => ids[Math.floor(at * ids.length)] ?? '');
  for (const id of chosen) {
    for (const [from, to] of [
      [id, `${id}-renamed`],
      [`${id}-renamed`, id],
    ] as const) {
      const renaming = renameRecord(model, openSeeds(folders), from, to);
      if (!('changes' in renaming)) throw new Error(JSON.stringify(renaming));
      replaceFiles(renaming.changes);
    }
  }
  expect(digestOf(readSeeds(model, folders).dataset)).toBe(digestOf(before));
});
