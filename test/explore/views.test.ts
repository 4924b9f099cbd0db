/** What views are made of: addresses, tables, citations, layouts. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressFrom, readAddress, VIEWS, withParameters, writeAddress } from '../../src/views/address.ts';
import { citationLine, curlCommand, cypherIn } from '../../src/views/citation.ts';
import { clocksOf } from '../../src/views/clocks.ts';
import { firmness, safeUrl } from '../../src/views/evidence-words.ts';
import { placeAround } from '../../src/views/neighbour-layout.ts';
import { shownOf } from '../../src/views/neighbours.ts';
import { layOutProof, wrap } from '../../src/views/proof-layout.ts';
import { provenanceOf, withProvenance } from '../../src/views/provenance.ts';
import { renderCsv, type Table } from '../../src/views/table.ts';
import { tableDifferences } from '../../src/views/table-differences.ts';
import { layOutTime } from '../../src/views/time-layout.ts';
import { turningDays } from '../../src/views/turning-days.ts';

const split = (path: string) => path.split('?') as [string, string?];

describe('an address', () => {
  test.each([
    '/',
    '/?industry=industry:biomedicine&lang=en',
    '/id/zone:zhangjiang-science-city?validOn=2024-10-01',
    '/support?industry=industry:x&place=region:y&proof=policy:p,cluster:c,region:y&revision=3',
    '/search?q=%E5%BC%A0%E6%B1%9F',
  ])('%s is written as it was read', (path) => {
    const [before, query = ''] = split(path);
    const requested = readAddress(before, query);
    expect(requested && writeAddress(requested.address)).toBe(path);
  });

  test('reads back whatever its parameters hold', () => {
    fc.assert(
      fc.property(fc.constantFrom('support', 'search'), fc.string(), fc.string(), (view, text, day) => {
        const address = withParameters(
          { view, id: undefined, parameters: {} } as const,
          view === 'search' ? { q: text, validOn: day } : { place: text, validOn: day },
        );
        const [path, query = ''] = writeAddress(address).split(/\?(.*)/s) as [string, string?];
        expect(readAddress(path, query)?.address).toEqual(address);
      }),
    );
  });

  test('has the same in other forms behind a suffix', () => {
    const address = { view: 'id', id: 'zone:z', parameters: { lang: 'en' } } as const;
    expect(writeAddress(address, 'jsonld')).toBe('/id/zone:z.jsonld?lang=en');
    expect(readAddress('/id/zone:z.jsonld', 'lang=en')).toEqual({ address, form: 'jsonld' });
    expect(writeAddress({ view: 'home', id: undefined, parameters: {} }, 'json')).toBe('/home.json');
  });

  test.each(['/nowhere', '/id/', '/support/more', '/id/%E0%A4%A', '/assets/main.js'])(
    '%s is of no view',
    (path) => {
      expect(readAddress(path, '')).toBeUndefined();
    },
  );

  test('leaves out what its view does not know', () => {
    expect(readAddress('/search', 'q=a&place=b&x=c')?.address.parameters).toEqual({ q: 'a' });
    expect(VIEWS.every((view) => readAddress(view === 'id' ? '/id/a:b' : `/${view}`, '') !== undefined)).toBe(
      true,
    );
  });
});

describe('the revision of an address', () => {
  const from = {
    view: 'support',
    id: undefined,
    parameters: { revision: '3', validOn: '2024-10-01' },
  } as const;

  test('goes along to views that can be asked as of it, and to no other', () => {
    expect(writeAddress(addressFrom(from, 'chain'))).toBe('/chain?revision=3&validOn=2024-10-01');
    expect(writeAddress(addressFrom(from, 'search', { q: 'a' }))).toBe('/search?q=a&validOn=2024-10-01');
  });

  test('is asked as a number, and what is none is left to the API to refuse', () => {
    expect(clocksOf(from.parameters)).toEqual({ validOn: '2024-10-01', asOf: 3 });
    expect(clocksOf({ revision: 'last' })).toEqual({ asOf: 'last' });
    expect(clocksOf({})).toEqual({});
  });
});

describe('two tables of a view', () => {
  const table = (...rows: Table['rows']) => ({ columns: ['id', 'name', 'count'], rows });
  const isId = (cell: string) => cell.startsWith('policy:');

  test('differ by rows that went and came, and by cells of rows with the same ids', () => {
    const before = table(['policy:a', '甲', 1], ['policy:b', '乙', 2], ['policy:c', '丙', 3]);
    const after = table(['policy:c', '丙', 3], ['policy:b', '乙', 5], ['policy:d', '丁', 4]);
    expect(tableDifferences(before, after, isId)).toEqual({
      gone: [['policy:a', '甲', 1]],
      came: [['policy:d', '丁', 4]],
      changed: [{ row: ['policy:b', '乙', 5], cells: [{ column: 'count', before: '2', after: '5' }] }],
      count: 3,
    });
  });

  test('do not differ by the order of their rows, and pair no rows that share their ids with others', () => {
    const before = table(['policy:a', '甲', 1], ['policy:a', '甲', 2]);
    expect(tableDifferences(before, table(...before.rows.toReversed()), isId).count).toBe(0);
    const after = table(['policy:a', '甲', 3], ['policy:a', '甲', 4]);
    expect(tableDifferences(before, after, isId)).toMatchObject({ changed: [], count: 4 });
  });
});

describe('a table as CSV', () => {
  test('says in each row what was asked, of which day and revision, and under which licence', () => {
    const graph = { revision: 7, today: '2026-12-01', dataset: { licence: 'CC-BY-4.0' } };
    const address = {
      view: 'support',
      id: undefined,
      parameters: { place: 'region:y', revision: '3' },
    } as const;
    const table = { columns: ['a', 'b'], rows: [['x'], ['y', 2]] };
    expect(withProvenance(table, provenanceOf(address, graph, 'http://h'), 'EN')).toEqual({
      columns: ['a', 'b', 'question', 'as of', 'revision', 'licence'],
      rows: [
        ['x', undefined, 'http://h/support?place=region:y&revision=3', '2026-12-01', 3, 'CC-BY-4.0'],
        ['y', 2, 'http://h/support?place=region:y&revision=3', '2026-12-01', 3, 'CC-BY-4.0'],
      ],
    });
    const newest = provenanceOf({ ...address, parameters: { validOn: '2024-10-01' } }, graph, 'http://h');
    expect(newest).toMatchObject({ validOn: '2024-10-01', revision: 7 });
  });

  test('quotes what needs it, and is no formula to a spreadsheet', () => {
    const text = renderCsv({
      columns: ['a', 'b'],
      rows: [
        ['x,"y"', '=1+1'],
        [null, -2],
        ['-5%', '+86 21'],
      ],
    });
    expect(text).toBe('\uFEFFa,b\r\n"x,""y""",\'=1+1\r\n,-2\r\n-5%,\'+86 21\r\n');
  });
});

describe('taking away', () => {
  const cited = {
    title: '13 项政策',
    dataset: '图谱',
    revision: 3,
    appliedOn: '2026-11-30',
    citedOn: '2026-12-01',
    address: 'http://h/support',
  };

  test('a citation names dataset, revision, both days and the address', () => {
    expect(citationLine(cited, 'ZH')).toBe(
      '图谱. 13 项政策[DB/OL]. 版本3（2026-11-30）[2026-12-01]. http://h/support.',
    );
    expect(citationLine({ ...cited, appliedOn: undefined }, 'EN')).toBe(
      '图谱. “13 项政策” (revision 3). Retrieved 2026-12-01, from http://h/support',
    );
  });

  test('a command survives quotes in what is asked', () => {
    const command = curlCommand('http://h', { query: 'query { a }', variables: { text: "it's" } });
    expect(command).toContain(`'{"query":"query { a }","variables":{"text":"it'\\''s"}}'`);
  });

  test('Cypher is read from the address that opens it', () => {
    expect(cypherIn('http://h/browser/?cmd=edit&arg=MATCH%20(n)%20RETURN%20n')).toBe('MATCH (n) RETURN n');
    expect(cypherIn(null)).toBeUndefined();
  });
});

describe('sources', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'nonsense', '', null])(
    '%s is never followed',
    (url) => {
      expect(safeUrl(url)).toBeUndefined();
    },
  );

  test('of several, the firmest counts', () => {
    const of = (tier: string) =>
      ({ locator: '', source: { tier } }) as Parameters<typeof firmness>[0][number];
    expect(firmness([of('NEWS'), of('OFFICIAL'), of('REPRINT')])).toBe('OFFICIAL');
  });
});

describe('turning days', () => {
  test('are the first day of a start, and the day after the last of an end', () => {
    const policy = { issuedOn: '2023-05', effectiveFrom: null, expiresOn: '2025', repealedOn: null };
    const other = {
      issuedOn: '2020',
      effectiveFrom: '2020-02-29',
      expiresOn: '2024-12-31',
      repealedOn: '2024-03',
    };
    expect(turningDays([policy, other])).toEqual([
      '2020-02-29',
      '2023-05-01',
      '2024-03-01',
      '2025-01-01',
      '2026-01-01',
    ]);
  });

  test('are those of windows and targets, too', () => {
    const windows = [{ opensOn: '2026-03-01', closesOn: '2026-03-31' }];
    expect(turningDays([], { windows, targets: [{ due: '2025' }] })).toEqual([
      '2026-01-01',
      '2026-03-01',
      '2026-04-01',
    ]);
  });
});

describe('layouts', () => {
  const step = (from: string, relationship: string, to: string) => ({
    from: { id: from },
    relationship,
    to: { id: to },
  });

  test('a proof has industries above and places below, in the order of the way', () => {
    const steps = [
      step('p', 'SUPPORTS', 'broad'),
      step('narrow', 'SUBCLASS_OF', 'broad'),
      step('c', 'FOCUSES_ON', 'narrow'),
      step('c', 'LOCATED_IN', 'y'),
      step('y', 'WITHIN', 'a'),
      step('p', 'APPLIES_IN', 'a'),
    ];
    expect(layOutProof(steps, 'p', 'c')).toEqual({
      columns: 4,
      spots: [
        { id: 'p', column: 0, lane: 0 },
        { id: 'broad', lane: -1, column: 1 },
        { id: 'narrow', lane: -1, column: 2 },
        { id: 'a', lane: 1, column: 1 },
        { id: 'y', lane: 1, column: 2 },
        { id: 'c', column: 3, lane: 0 },
      ],
    });
  });

  test('a title is wrapped by its width, and cut with an ellipsis', () => {
    expect(wrap('中国（上海）自由贸易试验区临港新片区', 8, 2)).toEqual([
      '中国（上海）自由',
      '贸易试验区临港…',
    ]);
    expect(wrap('Zhangjiang Science City', 8, 3)).toEqual(['Zhangjiang ', 'Science City']);
  });

  test('the legend of neighbours hides types, relationships and tiers, and what is left without a line', () => {
    const named = (id: string) => [id, { id, name: id, nameEn: null, __typename: id.slice(0, 1) }] as const;
    const drawn = {
      nodes: new Map(['m', 'a1', 'a2', 'b1'].map(named)),
      links: [
        { from: 'm', to: 'a1', kind: 'HAS', tier: 'OFFICIAL' },
        { from: 'm', to: 'a2', kind: 'HAS', tier: 'NEWS' },
        { from: 'b1', to: 'm', kind: 'NAMES', tier: 'NEWS' },
      ],
    };
    const shown = (hidden: Partial<Record<'types' | 'kinds' | 'tiers', string>>) => {
      const set = (name?: string) => new Set(name === undefined ? [] : [name]);
      const off = { types: set(hidden.types), kinds: set(hidden.kinds), tiers: set(hidden.tiers) };
      return shownOf(drawn, 'm', off, ({ __typename }) => __typename ?? '').nodes.map(({ id }) => id);
    };
    expect(shown({})).toEqual(['m', 'a1', 'a2', 'b1']);
    expect(shown({ types: 'a' })).toEqual(['m', 'b1']);
    expect(shown({ types: 'm' })).toEqual(['m', 'a1', 'a2', 'b1']);
    expect(shown({ kinds: 'HAS' })).toEqual(['m', 'b1']);
    expect(shown({ tiers: 'NEWS' })).toEqual(['m', 'a1']);
  });

  test('new neighbours take free room, and nothing settled moves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 5 }), (sizes) => {
        let places = new Map([['n0', { x: 0, y: 0 }]]) as ReadonlyMap<string, { x: number; y: number }>;
        for (const [round, size] of sizes.entries()) {
          const before = places;
          const ids = Array.from({ length: size }, (_, at) => `r${round}-${at}`);
          places = placeAround(before, [...before.keys()].at(-1) ?? 'n0', ids);
          for (const [id, place] of before) expect(places.get(id)).toEqual(place);
        }
        const all = [...places.values()];
        const overlapping = all.filter((a, at) =>
          all.slice(at + 1).some((b) => Math.abs(a.x - b.x) < 112 && Math.abs(a.y - b.y) < 66),
        );
        expect(overlapping).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('a span without an end goes to the end of the line, and a day is a point', () => {
    const { bars, years } = layOutTime(
      [
        { label: 'open', from: '2023', to: undefined },
        { label: 'day', from: '2024-01-01', to: '2024-01-01' },
      ],
      730,
      '2024-06-01',
    );
    expect(bars.map(({ x, width, isOpen }) => [Math.round(x), Math.round(width), isOpen])).toEqual(
      [
        [0, 730, true],
        [365, 0, false],
      ].map(([x, width, isOpen]) => [x === 365 ? 365 : x, width, isOpen]),
    );
    expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025]);
  });
});
