/** Targets as bars and words; changes and coming days by the same filter: without a browser or a database. */

import { describe, expect, test } from 'vitest';
import { readSchemaFolder } from '../../src/model/schema/read-schema-folder.ts';
import { readVocabulary } from '../../src/pages/read-vocabulary.ts';
import { readAddress } from '../../src/views/address.ts';
import { layOutBar } from '../../src/views/bar-layout.ts';
import {
  byRevision,
  CHANGES_VIEW,
  type ChangesData,
  comingDays,
  shownChanges,
} from '../../src/views/changes.ts';
import { changesQuestion } from '../../src/views/changes-question.ts';
import {
  byPolicy,
  type Progress,
  percent,
  stateCounts,
  TARGETS_VIEW,
  type TargetsData,
} from '../../src/views/targets.ts';
import { layOutTargets } from '../../src/views/targets-picture.ts';
import { model } from '../graph-fixture.ts';
import { readCalendar } from './read-calendar.ts';
import { readXml } from './read-xml.ts';

const vocabulary = readVocabulary(model, [readSchemaFolder('schema'), readSchemaFolder('schema/questions')]);
const stateAt = (path: string, language: 'ZH' | 'EN' = 'ZH') => {
  const [before = '', query = ''] = path.split('?');
  const address = readAddress(before, query)?.address;
  if (!address) throw new Error(`${path} is of no view`);
  return { vocabulary, address, language };
};
const graph = {
  revision: 2,
  today: '2026-11-30',
  appliedAt: '2026-11-24T10:15:26.123Z',
  dataset: { name: '图谱', licence: null, sourceCount: 1 },
};

describe('the bar of a target', () => {
  const figures = { value: '100', valueMax: null, baseline: undefined, line: undefined };
  const bar = (bound: string, value = '50', more = {}) =>
    layOutBar({ ...figures, latest: { value, bound }, ...more }, 1000);

  test('reaches as far as its figure is of the target', () => {
    const exact = bar('EXACT');
    expect((exact?.reached ?? 0) / (exact?.target ?? 1)).toBeCloseTo(0.5);
    expect([exact?.from, exact?.to]).toEqual([exact?.reached, exact?.reached]);
  });

  test('is open above "over", open below "under", and wide at "about"', () => {
    expect(bar('MORE_THAN')).toMatchObject({ isOpenAbove: true, isOpenBelow: false });
    expect(bar('AT_MOST')).toMatchObject({ isOpenAbove: false, isOpenBelow: true });
    const about = bar('ABOUT');
    expect(about && (about.to - about.from) / about.reached).toBeCloseTo(0.1);
  });

  test('keeps what goes past the target within its width, and shows both ends of a range', () => {
    const past = bar('MORE_THAN', '180', { valueMax: '120', line: '30', baseline: '10' });
    expect(past?.to).toBeLessThanOrEqual(1000);
    expect(past?.targetMax).toBeGreaterThan(past?.target ?? 0);
    expect(past?.baseline).toBeLessThan(past?.line ?? 0);
  });

  test('is not drawn without a figure, nor for a target of nothing', () => {
    expect(layOutBar({ ...figures, latest: null }, 1000)).toBeUndefined();
    expect(bar('EXACT', '5', { value: '0' })).toBeUndefined();
  });
});

const progress = (id: string, state: string, ratio: string | null, policy = 'policy:p', due = '2026') =>
  ({
    state,
    ratio,
    line: null,
    refusal: state === 'NOT_COMPARABLE' ? '口径不同' : null,
    latest: ratio === null ? null : { value: '4', printed: '4家', bound: 'EXACT', period: '2025', id: 'o' },
    baseline: null,
    target: {
      id: `target:${id}`,
      due,
      comparator: 'AT_LEAST',
      value: '10',
      valueMax: null,
      printed: '10家以上',
      modality: 'STATED',
      indicator: { id: 'indicator:i', name: '企业数', nameEn: null, unit: '家', basis: '' },
      place: null,
      industry: null,
      policy: { id: policy, name: policy, nameEn: null },
    },
  }) as unknown as Progress;

describe('targets', () => {
  const nodes = [
    progress('a', 'NOT_MEASURED', null, 'policy:first'),
    progress('b', 'NOT_COMPARABLE', null),
    progress('c', 'BEHIND', '0.4'),
  ];
  const data = { graph, asked: [], progress: { totalCount: 3, nodes } } as unknown as TargetsData;

  test('come by policy, those with a figure first', () => {
    const groups = byPolicy(nodes, undefined);
    expect(groups.map(([policy, own]) => [policy?.id, own.map(({ target }) => target.id)])).toEqual([
      ['policy:p', ['target:c', 'target:b']],
      ['policy:first', ['target:a']],
    ]);
    expect(byPolicy(nodes, 'behind').flatMap(([, own]) => own)).toHaveLength(1);
    expect(stateCounts(nodes)).toEqual([
      ['BEHIND', 1],
      ['NOT_COMPARABLE', 1],
      ['NOT_MEASURED', 1],
    ]);
  });

  test('say in the heading how many have figures, and in the table what the picture says', () => {
    const state = stateAt('/targets');
    expect(TARGETS_VIEW.heading(state, data)?.heading).toBe('3 个目标，1 个有可比数据');
    const { columns, rows } = TARGETS_VIEW.table(state, data);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows.map((row) => row.at(-1))).toEqual([null, '口径不同', null]);
    expect(rows[2]?.slice(9, 12)).toEqual(['4家（2025年）', '2025', '0.4']);
  });

  test('are one picture: a row for each with a figure or a refusal, in the order of the list, none over another', () => {
    const state = stateAt('/targets');
    const { groups, height } = layOutTargets(nodes, undefined, state);
    const rows = groups.flatMap((group) => group.rows);
    expect(rows.map((row) => row.progress.target.id)).toEqual(['target:c', 'target:b']);
    expect(rows.map((row) => row.bar !== undefined)).toEqual([true, false]);
    expect(rows.map((row) => row.state)).toEqual(['进度落后 40%', '口径不同，不可比']);
    expect(rows[0]?.words).toEqual(['目标 10家以上，2026年底前', '现有 4家（2025年）']);
    expect(rows[1]?.words.at(-1)).toBe('口径不同');
    const tops = [...groups.flatMap((group) => [group.top, ...group.rows.map(({ top }) => top)]), height];
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(new Set(tops).size).toBe(tops.length);
    expect(layOutTargets(nodes, 'not_measured', state).groups).toEqual([]);
  });

  test.each([
    ['0.888889', '88.9%'],
    ['1', '100%'],
    ['1.2345', '123.5%'],
  ])('%s is %s', (ratio, words) => {
    expect(percent(ratio)).toBe(words);
  });
});

describe('changes', () => {
  const changed = (id: string, revision: number, entityId: string) => ({
    id,
    revision,
    at: '2026-11-24T10:15:26.123Z',
    action: 'UPDATE',
    entityId,
    sentence: `${entityId}改了<&`,
    about: null,
  });
  const data = {
    graph,
    asked: [{ id: 'region:a', name: '甲区', nameEn: null }],
    changes: {
      totalCount: 3,
      nodes: [changed('2-1', 2, 'policy:p'), changed('2-2', 2, 'firm:f'), changed('1-1', 1, 'policy:p')],
    },
    expiring: {
      totalCount: 2,
      nodes: [
        {
          endsOn: '2026-12-31',
          cause: 'EXPIRY',
          sentence: '《办法》有效期至2026-12-31',
          policy: { id: 'policy:p', name: '办法', nameEn: null },
          measure: null,
          window: null,
        },
        {
          endsOn: '2026-12-01',
          cause: 'CLOSING',
          sentence: '申报截止',
          policy: { id: 'policy:p', name: '办法', nameEn: null },
          measure: { id: 'measure:m', name: '补贴', nameEn: null },
          window: { opensOn: null, closesOn: '2026-12-01' },
        },
      ],
    },
    progress: {
      totalCount: 3,
      nodes: [
        progress('past', 'MISSED', '0.4', 'policy:p', '2025'),
        progress('due', 'BEHIND', '0.4', 'policy:p', '2026'),
        progress('far', 'BEHIND', '0.4', 'policy:p', '2035'),
      ],
    },
  } as unknown as ChangesData;

  test('are kept by type, and by place and industry at once', () => {
    const ids = (path: string, more: object = {}) =>
      shownChanges(stateAt(path), { ...data, ...more }).map(({ id }) => id);
    expect(ids('/changes')).toEqual(['2-1', '2-2', '1-1']);
    expect(ids('/changes?type=firm')).toEqual(['2-2']);
    expect(ids('/changes?place=region:a&industry=industry:b', { also: { nodes: [{ id: '1-1' }] } })).toEqual([
      '1-1',
    ]);
    expect(byRevision(data.changes.nodes).map(({ revision, changes }) => [revision, changes.length])).toEqual(
      [
        [2, 2],
        [1, 1],
      ],
    );
  });

  test('about a place and an industry are asked for both, about one for one', () => {
    const variables = (path: string) => changesQuestion(stateAt(path).address, 'ZH').variables;
    const both = variables('/changes?place=region:a&industry=industry:b');
    expect(both).toMatchObject({ about: 'region:a', also: 'industry:b', isBoth: true });
    expect(variables('/changes?industry=industry:b&since=3')).toMatchObject({
      about: 'industry:b',
      isBoth: false,
      since: 3,
    });
  });

  test('come with the days that come, each by its last day and in order', () => {
    const days = (path: string) => comingDays(stateAt(path), data).map(({ key, day }) => [key, day]);
    expect(days('/changes')).toEqual([
      ['closing-measure:m--2026-12-01', '2026-12-01'],
      ['expiry-policy:p', '2026-12-31'],
      ['due-target:due', '2026-12-31'],
    ]);
    expect(days('/changes?type=target').map(([key]) => key)).toEqual(['due-target:due']);
    expect(days('/changes?validOn=2026-12-31').map(([key]) => key)).toEqual([
      'expiry-policy:p',
      'due-target:due',
    ]);
  });

  test('give a calendar with the same days under keys that stay', () => {
    const text = CHANGES_VIEW.calendar?.(stateAt('/changes?place=region:a'), data, 'http://h') ?? '';
    const [closing, ...others] = readCalendar(text);
    expect(others).toHaveLength(2);
    expect(closing).toMatchObject({
      UID: 'closing-measure:m--2026-12-01@industry-graph',
      'DTSTART;VALUE=DATE': '20261201',
      SUMMARY: '申报截止：申报截止',
      URL: 'http://h/id/measure:m',
    });
    expect(text).toContain('X-WR-CALNAME:甲区：到期、截止与目标期限');
  });

  test('give a feed of what came after the first load', () => {
    const text = CHANGES_VIEW.feed?.(stateAt('/changes?lang=en', 'EN'), data, 'http://h') ?? '';
    const feed = readXml(text);
    const entries = feed.children.filter(({ name }) => name === 'entry');
    expect(entries.map(({ children }) => children[1]?.text)).toEqual(['policy:p改了<&', 'firm:f改了<&']);
    expect(feed.children[0]?.text).toBe('http://h/changes.atom?lang=en');
    expect(feed.attributes['xml:lang']).toBe('en');
  });

  test('are rows of one table with what comes', () => {
    const { columns, rows } = CHANGES_VIEW.table(stateAt('/changes'), data);
    expect(rows).toHaveLength(6);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });
});
