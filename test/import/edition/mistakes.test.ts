/** Mistakes of curators with the next edition of a list: each is named with its place and what to do, and harms nothing. */

import { describe, expect, test } from 'vitest';
import { doubtInWords } from '../../../src/import/question-words.ts';
import { firmName, type ListedFirm, listMap, madeFirms, SEEDS } from './made-list.ts';
import {
  afterEdition,
  comparedEdition,
  datasetOf,
  firstEdition,
  nextEdition,
  sheetOf,
} from './read-editions.ts';

const FIRMS = madeFirms(12);
const [FIRST, , , UNNUMBERED] = FIRMS as readonly [ListedFirm, ListedFirm, ListedFirm, ListedFirm];
const TEXTS = { 'all.yaml': SEEDS, 'firms.list-2024.csv': firstEdition({ 'all.yaml': SEEDS }, FIRMS) };

/** Why a list is refused, in both languages. */
function refusal(...given: Parameters<typeof nextEdition>) {
  const edition = nextEdition(...given);
  if (edition.kind === 'REFUSED') return edition.why;
  return edition.kind === 'EDITION' ? edition.refused : undefined;
}

/** The open questions in words: where, what kind, and the answer that is wanted. */
function questions(...given: Parameters<typeof nextEdition>): readonly string[] {
  const edition = nextEdition(...given);
  if (edition.kind !== 'EDITION') throw new Error('refused');
  return edition.proposed.questions.map(
    ({ row, heading, about }) => `${row ?? heading} ${about.kind}: ${doubtInWords(about).en}`,
  );
}

describe('a next edition is refused', () => {
  const sheet = sheetOf(FIRMS);
  const seedsWith = (from: string, to: string) => ({ ...TEXTS, 'all.yaml': SEEDS.replace(from, to) });

  test('where the old edition is no source of the seeds, with the nearest one', () => {
    expect(nextEdition(TEXTS, sheet, { sources: ['source:list-2042'] })).toEqual({
      ...{ kind: 'NO_SOURCE', id: 'source:list-2042', near: 'source:list-2024' },
    });
  });

  test('where its own source is not among the seeds yet, at the line of the map', () => {
    const edition = nextEdition(TEXTS, sheet, { map: listMap(2027) });
    expect(edition).toMatchObject({ kind: 'MAP_FAULTS', diagnostics: [{ code: 'ref/unknown', line: 1 }] });
  });

  test.each([
    [
      'whose map is that of the old edition',
      TEXTS,
      { map: listMap(2024) },
      /map\.yaml:1: .* is the old edition\. Write/,
      /就是旧版。请改为/,
    ],
    [
      'that is older than the one on record',
      TEXTS,
      { sources: ['source:list-2026'] },
      /2025-03-01, not after source:list-2026, .* Exchange/,
      /并不晚于.*请调换/,
    ],
    [
      'whose source has no day, so that nothing can end',
      seedsWith('publishedOn: 2025-03-01, ', ''),
      {},
      /has no `publishedOn`.*Add the day/,
      /没有 `publishedOn`.*请在该来源补充日期/,
    ],
    [
      'of a source that no firm rests on',
      TEXTS,
      { sources: ['source:register'] },
      /No record among `firms` rests on source:register\. Check/,
      /没有以 source:register 为依据的记录。请核对/,
    ],
    [
      'whose table is among the seeds already',
      { ...TEXTS, 'firms.list-2025.csv': 'id,name,source,locator\n' },
      {},
      /firms\.list-2025\.csv is the table of this list: it has been imported\. Take/,
      /已经导入。如需重新导入/,
    ],
  ] as const)('%s', (_, texts, more, en, zh) => {
    const why = refusal(texts, sheet, more);
    expect(why?.en).toMatch(en);
    expect(why?.zh).toMatch(zh);
  });

  test.each([
    ['without rows', 0, /no row below its header in row 2\. Check/, /第 2 行表头之下没有数据行。请核对/],
    [
      'of fewer than half the rows',
      5,
      /5 rows, fewer than half of the 12 .* add --yes-whole; .* `extent: BATCH`/,
      /不足旧版 12 条的一半.*--yes-whole/,
    ],
    [
      'that leaves out more than a fifth',
      9,
      /leaves out 3 of the 12 .*more than 20 %.* add --yes-whole/,
      /有 3 条未列入，超过 20%/,
    ],
  ] as const)('%s', (_, count, en, zh) => {
    const why = refusal(TEXTS, sheetOf(FIRMS.slice(0, count)));
    expect(why?.en).toMatch(en);
    expect(why?.zh).toMatch(zh);
  });

  test('unless it is said to be whole, or is a batch, which ends nothing', () => {
    const half = sheetOf(FIRMS.slice(0, 5));
    expect(refusal(TEXTS, half, { yesWhole: true })).toBeUndefined();
    const batch = comparedEdition(TEXTS, half, { map: listMap(2025, 'BATCH') });
    expect([batch.refused, batch.changes.removed, batch.amended.changes]).toEqual([undefined, [], []]);
  });

  test('by a sheet without the headings of the map', () => {
    const other = { name: '说明', rows: [{ number: 1, cells: [{ text: '指标' }, { text: '数值' }] }] };
    expect(() => nextEdition(TEXTS, other)).toThrow(/No row has a heading of the map .* Check `columns`/);
  });
});

describe('a next edition asks', () => {
  test('for a column that is missing, and compares nothing', () => {
    const map = listMap(2025).replace('所在区:', '所在区县:');
    expect(questions(TEXTS, sheetOf(FIRMS), { map })).toEqual([
      '所在区县 HEADING_MISSING: The list has no such heading. Did you mean "所在区"? Correct it in the map.',
    ]);
    expect(nextEdition(TEXTS, sheetOf(FIRMS), { map })).toMatchObject({ changes: undefined });
  });

  test('whether a new name without a number is an old firm renamed, and removes nobody meanwhile', () => {
    const name = UNNUMBERED.name.replace('有限公司', '科技有限公司');
    const sheet = sheetOf(FIRMS.map((firm) => (firm === UNNUMBERED ? { ...firm, name } : firm)));
    const { id } = [...datasetOf(TEXTS).nodes.values()].find(
      ({ properties }) => properties.name === UNNUMBERED.name,
    ) ?? { id: '' };
    expect(questions(TEXTS, sheet)).toEqual([expect.stringContaining(`6 NAME_DOUBTFUL: `)]);
    expect(questions(TEXTS, sheet)[0]).toContain(id);
    const asked = comparedEdition(TEXTS, sheet);
    expect([asked.changes.removed, asked.changes.renamed, asked.changes.added]).toEqual([[], [], []]);

    const answered = (as: string) =>
      comparedEdition(TEXTS, sheet, { map: `${listMap(2025)}names: { ${name}: ${as} }\n` });
    const renamed = answered(id);
    expect(renamed.proposed.questions).toEqual([]);
    expect(renamed.changes.renamed).toMatchObject([{ id, name }]);
    const mistyped = answered('firm:mistyped');
    expect(mistyped.proposed.questions).toMatchObject([{ row: 6, about: { kind: 'ANSWER_UNKNOWN' } }]);
    expect([mistyped.changes.removed, mistyped.changes.added]).toEqual([[], []]);
    const other = answered('new');
    expect(other.proposed.questions).toEqual([]);
    expect([other.changes.renamed, other.changes.added.length]).toEqual([[], 1]);
    expect(other.changes.removed.length).toBe(1);
  });

  const renamedTo = (name: string, district = UNNUMBERED.district) =>
    sheetOf(FIRMS.map((firm) => (firm === UNNUMBERED ? { ...firm, name, district } : firm)));
  /** The first two characters of the firm's name, and two that no other has. */
  const half = `${UNNUMBERED.name.slice(0, 2)}䶮犇有限公司`;

  test('whether a firm is renamed that is gone, where half of the characters and the district are the same', () => {
    const sheet = renamedTo(half);
    const [asked = '', ...others] = questions(TEXTS, sheet);
    expect(others).toEqual([]);
    expect(asked).toMatch(/^6 MAY_BE_RENAMED: Renamed\? The list no longer has .* Write the id, or new/);
    expect(asked).toContain(UNNUMBERED.name);
    const { changes } = comparedEdition(TEXTS, sheet);
    expect([changes.removed, changes.added]).toEqual([[], []]);
    const answered = comparedEdition(TEXTS, sheet, { map: `${listMap(2025)}names: { ${half}: new }\n` });
    expect([answered.proposed.questions.length, answered.changes.added.length]).toEqual([0, 1]);
  });

  test.each([
    ['of another district', renamedTo(half, FIRST.district)],
    ['with one character in common', renamedTo(`${UNNUMBERED.name.slice(0, 1)}䶮犇骉有限公司`)],
    [
      'as like as another new one',
      sheetOf([
        ...FIRMS.filter((firm) => firm !== UNNUMBERED),
        { ...UNNUMBERED, name: half },
        { ...UNNUMBERED, name: half.replace('䶮犇', '骉猋') },
      ]),
    ],
  ])('nothing about a new name %s', (_, sheet) => {
    expect(questions(TEXTS, sheet)).toEqual([]);
  });

  test('about a row that is there twice', () => {
    expect(questions(TEXTS, sheetOf([...FIRMS, FIRST]))).toEqual([
      expect.stringMatching(/^15 NAME_TWICE: Row 3 is about the same record\. .* delete one/),
    ]);
  });
});

describe('a next edition', () => {
  test('whose rows alone are in another order is no different', () => {
    const { changes, amended } = comparedEdition(TEXTS, sheetOf([...FIRMS].reverse()));
    expect(changes).toMatchObject({
      added: [],
      removed: [],
      renamed: [],
      moved: [],
      figures: [],
      unchanged: 12,
    });
    expect(amended.changes).toEqual([]);
  });

  test('names the new firm by its number where the name is another', () => {
    const sheet = sheetOf(FIRMS.map((firm) => (firm === FIRST ? { ...firm, name: firmName(400) } : firm)));
    const edition = comparedEdition(TEXTS, sheet);
    const [renamed] = edition.changes.renamed;
    const node = datasetOf(afterEdition(TEXTS, edition)).nodes.get(renamed?.id ?? '');
    expect(node?.properties).toMatchObject({ name: firmName(400), aliases: [FIRST.name] });
  });

  test('leaves a fact in an aliased place to its table', () => {
    const yaml = `firms:
  - id: firm:a
    name: ${FIRST.name}
    titles: &held [{ title: 专精特新中小企业, validFrom: 2024-03 }]
    evidence: { source: source:list-2024, locator: 序号1 }
  - id: firm:b
    name: ${UNNUMBERED.name}
    titles: *held
    evidence: { source: source:list-2024, locator: 序号2 }
`;
    const edition = nextEdition({ 'all.yaml': SEEDS, 'firms.yaml': yaml }, sheetOf([FIRST]), {
      yesWhole: true,
    });
    expect(edition).toMatchObject({ changes: { removed: [{ id: 'firm:b' }] } });
  });
});
