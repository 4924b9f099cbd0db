/** A list, edited at random, is its next edition: the report says these edits, and the seeds become what they mean. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datasetDigest } from '../../../src/model/stored/dataset-digest.ts';
import { DISTRICTS, firmName, type ListedFirm, madeFirms, SEEDS } from './made-list.ts';
import { afterEdition, comparedEdition, datasetOf, firstEdition, sheetOf } from './read-editions.ts';

const FIRMS = madeFirms(24);
const ENDS = '2025-02-28';

/** What becomes of a firm of the old list. */
const fate = fc.constantFrom(
  ...(['STAYS', 'STAYS', 'STAYS', 'LEAVES', 'IS_RENAMED', 'MOVES', 'GROWS'] as const),
);
const edits = fc.record({
  fates: fc.array(fate, { minLength: 4, maxLength: 14 }),
  added: fc.nat({ max: 5 }),
  /** By which numbers the rows of the new edition are ordered. */
  order: fc.array(fc.nat({ max: 1000 }), { minLength: 24, maxLength: 24 }),
  /** Firms whose title another source states, too. */
  alsoStated: fc.uniqueArray(fc.nat({ max: 13 }), { maxLength: 4 }),
  form: fc.constantFrom('TABLE', 'YAML'),
});

/** A firm of the old list with its edit, and its rows in both editions. */
interface EditedFirm {
  readonly id: string;
  readonly fate: 'STAYS' | 'LEAVES' | 'IS_RENAMED' | 'MOVES' | 'GROWS' | 'COMES';
  readonly before: ListedFirm | undefined;
  readonly after: ListedFirm | undefined;
  /** Its numbers in the lists, from 1. */
  readonly was: number;
  readonly is: number;
  readonly alsoStated: boolean;
}

test('a random edition is reported as its edits, and applied it gives what they mean', {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(edits, ({ fates, added, order, alsoStated, form }) => {
      const old = FIRMS.slice(0, fates.length);
      const table = firstEdition({ 'all.yaml': SEEDS }, old);
      const ids = new Map(
        table.split('\r\n').map((line) => [line.split(',')[1], line.split(',')[0]] as const),
      );
      const came = FIRMS.slice(fates.length, fates.length + added);
      const listed = [
        ...old.flatMap((firm, at) => edited(firm, fates[at], at)),
        ...came.map((firm) => ({ firm, before: undefined })),
      ]
        .map((each, at) => ({ ...each, by: order[at] ?? 0 }))
        .sort((a, b) => a.by - b.by);
      const firms: readonly EditedFirm[] = [
        ...old.map((before, at): EditedFirm => {
          const is = listed.findIndex((row) => row.before === before);
          return {
            ...{
              id: ids.get(before.name) ?? '',
              fate: fates[at] ?? 'STAYS',
              before,
              was: at + 1,
              is: is + 1,
            },
            ...{ after: listed[is]?.firm, alsoStated: alsoStated.includes(at) },
          };
        }),
        ...came.map((after): EditedFirm => {
          const is = listed.findIndex(({ firm }) => firm === after) + 1;
          return { id: '', fate: 'COMES', before: undefined, after, was: 0, is, alsoStated: false };
        }),
      ];
      const texts = {
        'all.yaml': SEEDS,
        ...(form === 'TABLE'
          ? {
              'firms.list-2024.csv': `${table}${firms
                .filter((firm) => firm.alsoStated)
                .map(registerRow)
                .join('')}`,
            }
          : { 'firms.yaml': yamlOf(firms.filter(({ before }) => before)) }),
      };
      const edition = comparedEdition(texts, sheetOf(listed.map(({ firm }) => firm)));
      const { changes, proposed, amended } = edition;
      const of = (...wanted: EditedFirm['fate'][]) =>
        firms
          .filter((firm) => wanted.includes(firm.fate))
          .map(({ id }) => id)
          .sort();
      const idsOf = (records: readonly { readonly record: { readonly id: string } }[]) =>
        records.map(({ record }) => record.id).sort();
      expect(proposed.questions).toEqual([]);
      expect(proposed.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(changes.added.map(({ name }) => name).sort()).toEqual(came.map(({ name }) => name).sort());
      expect(changes.removed.map(({ id }) => id).sort()).toEqual(of('LEAVES'));
      expect(changes.renamed.map(({ id }) => id).sort()).toEqual(of('IS_RENAMED'));
      expect(idsOf(changes.moved)).toEqual(of('MOVES'));
      expect(idsOf(changes.figures)).toEqual(of('GROWS'));
      expect(changes.changed).toEqual([]);
      expect(changes.unchanged).toBe(of('STAYS').length);
      expect(changes.kept.map(({ owner }) => owner).sort()).toEqual(
        firms
          .filter((firm) => firm.fate === 'LEAVES' && firm.alsoStated)
          .map(({ id }) => id)
          .sort(),
      );
      const leaves = of('LEAVES').length;
      const isMuch = leaves > 0.2 * old.length || listed.length < 0.5 * old.length;
      expect(edition.refused !== undefined).toBe(isMuch);
      expect(amended.left).toEqual([]);
      const made = afterEdition(texts, edition);
      const named = new Map(changes.added.map(({ name, id }) => [name, id]));
      const wanted = yamlAfter(
        firms.map((firm) => ({ ...firm, id: firm.id || (named.get(firm.after?.name ?? '') ?? '') })),
        form,
      );
      expect(datasetDigest(datasetOf(made))).toBe(
        datasetDigest(datasetOf({ 'all.yaml': SEEDS, 'firms.yaml': wanted })),
      );
    }),
    { numRuns: 25 },
  );
});

/** The row of a firm in the new edition: none where it leaves. */
function edited(before: ListedFirm, fate: EditedFirm['fate'] | undefined, at: number) {
  const other = DISTRICTS[(at + 1) % DISTRICTS.length] ?? '';
  const newName = firmName(300 + at);
  const firm =
    fate === 'IS_RENAMED'
      ? // Who has a number is known by it; for the others the list gives the old name.
        { ...before, name: before.uscc ? newName : `${newName}（原名：${before.name}）` }
      : fate === 'MOVES'
        ? { ...before, district: other }
        : fate === 'GROWS'
          ? { ...before, staff: before.staff + 11 }
          : before;
  return fate === 'LEAVES' ? [] : [{ firm, before }];
}

/** A row of a table with which another source states a title. */
function registerRow({ id }: EditedFirm): string {
  return `${id},,,,,,,,专精特新中小企业,2024-03,source:register,第1页\r\n`;
}

const OLD = (was: number) => ({ source: 'source:list-2024', locator: `序号${was}` });
const NEXT = (is: number) => ({ source: 'source:list-2025', locator: `序号${is}` });
const ENDED = { source: 'source:list-2025', locator: '全表' };
const REGISTER = { source: 'source:register', locator: '第1页' };
const placeOf = ({ district }: ListedFirm) => `region:d${DISTRICTS.indexOf(district)}`;
const figure = ({ staff }: ListedFirm, period: number, evidence: object) => ({
  ...{ attribute: 'EMPLOYEES', period, value: `${staff}人`, evidence: [evidence] },
});
const title = (from: string, evidence: readonly object[]) => ({
  ...{ title: '专精特新中小企业', validFrom: from, evidence },
});
const place = (firm: ListedFirm, evidence: readonly object[]) => ({
  ...{ to: placeOf(firm), role: 'REGISTERED', evidence },
});

/** The old list as a curator writes it in YAML, with a comment at each firm. */
function yamlOf(firms: readonly EditedFirm[]): string {
  const records = firms.flatMap(({ id, before, was, alsoStated }) => {
    if (!before) return [];
    const evidence = `[{ source: source:list-2024, locator: 序号${was} }${alsoStated ? ', { source: source:register, locator: 第1页 }' : ''}]`;
    return [
      `  - id: ${id} # 第${was}家`,
      `    name: ${before.name}`,
      ...(before.uscc ? [`    uscc: ${before.uscc}`] : []),
      `    places: [{ to: ${placeOf(before)}, role: REGISTERED }] # 注册地`,
      '    titles:',
      `      - title: 专精特新中小企业 # 称号`,
      '        validFrom: 2024-03',
      `        evidence: ${evidence}`,
      `    figures: [{ attribute: EMPLOYEES, period: 2023, value: ${before.staff}人 }]`,
      `    evidence: { source: source:list-2024, locator: 序号${was} }`,
    ];
  });
  return `firms:\n${records.join('\n')}\n`;
}

/** What the edits mean, written by hand: each fact with its days and its evidence. */
function yamlAfter(firms: readonly EditedFirm[], form: 'TABLE' | 'YAML'): string {
  const records = firms.map(({ id, fate, before, after, was, is, alsoStated }) => {
    const register = alsoStated ? [REGISTER] : [];
    if (!before) {
      if (!after) throw new Error('a firm of no list');
      return {
        ...{ id, name: after.name, uscc: after.uscc, places: [place(after, [NEXT(is)])] },
        ...{ titles: [title('2025-03', [NEXT(is)])], figures: [figure(after, 2024, NEXT(is))] },
        evidence: [NEXT(is)],
      };
    }
    const isNamed = fate === 'IS_RENAMED' && after;
    const name = after?.name.replace(/（.*$/, '') ?? '';
    // The evidence of a record of a table is that of all its rows.
    const own = [OLD(was), ...(form === 'TABLE' ? register : [])];
    return {
      id,
      name: isNamed ? (form === 'TABLE' ? name : { value: name, evidence: NEXT(is) }) : before.name,
      aliases: isNamed ? [before.name] : undefined,
      uscc: before.uscc,
      places:
        fate === 'MOVES' && after
          ? [{ ...place(before, [OLD(was), ENDED]), validTo: ENDS }, place(after, [NEXT(is)])]
          : [place(before, fate === 'LEAVES' ? [OLD(was)] : [OLD(was), NEXT(is)])],
      titles: [
        fate === 'LEAVES' && !alsoStated
          ? { ...title('2024-03', [OLD(was), ENDED]), validTo: ENDS }
          : title('2024-03', [OLD(was), ...register, ...(fate === 'LEAVES' ? [] : [NEXT(is)])]),
      ],
      figures: [figure(before, 2023, OLD(was)), ...(after ? [figure(after, 2024, NEXT(is))] : [])],
      evidence: isNamed && form === 'TABLE' ? [...own, NEXT(is)] : own,
    };
  });
  return JSON.stringify({ firms: records });
}
