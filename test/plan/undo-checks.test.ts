/** What stands against going back, case by case. */

import { describe, expect, test } from 'vitest';
import type { Dataset, DatasetNode } from '../../src/model/dataset.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import { findMisfits } from '../../src/model/stored/fits-model.ts';
import { diff } from '../../src/plan/changes/diff.ts';
import { findDrift, repairDrift } from '../../src/plan/drift/find-drift.ts';
import { findLater } from '../../src/plan/undo/find-later.ts';
import { undoingsAmong } from '../../src/plan/undo/plan-undo.ts';
import { readSeeds } from '../../src/seeds/read-seeds.ts';
import { datasetOf, FIRST, SECOND } from '../changes/apply-seeds.ts';
import { model } from '../graph-fixture.ts';
import { PRODUCT_SEEDS } from '../seed-folders.ts';

const first = datasetOf(FIRST);

function changed(dataset: Dataset, id: string, change: Partial<DatasetNode>): Dataset {
  const node = dataset.nodes.get(id);
  if (!node) throw new Error(id);
  return { ...dataset, nodes: new Map([...dataset.nodes, [id, { ...node, ...change }]]) };
}

function misfits(dataset: Dataset): readonly string[] {
  return findMisfits(model, dataset, (id) => dataset.nodes.get(id)?.type);
}

describe('drift', () => {
  test('is what differs from what was loaded, and what is missing; the repair makes it whole again', () => {
    const renamed = changed(first, 'zone:z', { properties: { name: '别的', zoneKind: 'SITE' } });
    const [gone] = first.relationships.values();
    if (!gone) throw new Error('no fact');
    const actual = {
      nodes: new Map([...renamed.nodes].filter(([id]) => id !== 'firm:bluesail')),
      relationships: new Map([...first.relationships].filter(([key]) => key !== gone.key)),
    };
    expect(findDrift(first, actual)).toEqual(
      [
        { key: 'firm:bluesail', id: 'firm:bluesail', is: 'missing' },
        { key: gone.key, id: `${gone.from} -[${gone.type}]-> ${gone.to}`, is: 'missing' },
        { key: 'zone:z', id: 'zone:z', is: 'changed' },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(repairDrift(first, actual).map(({ action }) => action)).toEqual(['create', 'update', 'create']);
    expect(findDrift(first, first)).toEqual([]);
  });

  test('is a fact whose evidence was changed, and its repair is a change', () => {
    const [fact] = first.relationships.values();
    if (!fact) throw new Error('no fact');
    const edited = { ...fact, evidence: [{ source: 'source:s', locator: 'p9' }] };
    const actual = { ...first, relationships: new Map([...first.relationships, [fact.key, edited]]) };
    expect(findDrift(first, actual)).toEqual([
      { key: fact.key, id: `${fact.from} -[${fact.type}]-> ${fact.to}`, is: 'changed' },
    ]);
    expect(repairDrift(first, actual)).toEqual([{ action: 'update', relationship: fact, before: edited }]);
  });

  test('what is there beyond what was loaded is none', () => {
    const expected = { nodes: new Map([...first.nodes].slice(0, 2)), relationships: new Map() };
    expect(findDrift(expected, first)).toEqual([]);
    expect(repairDrift(expected, first)).toEqual([]);
  });
});

test('undoing an undo redoes what it undid, unless that was redone before', () => {
  const undo = { kind: 'rollback', revision: 1, undone: [2] } as const;
  const revisions = [
    { number: 5, undo, redoneBy: undefined },
    { number: 4, undo: undefined, redoneBy: undefined },
    { number: 3, undo, redoneBy: 4 },
    { number: 2, undo, redoneBy: undefined },
  ];
  expect(undoingsAmong(revisions, [3, 4, 5])).toEqual([5]);
});

describe('what a model cannot hold', () => {
  test('is nothing of what it was loaded by', () => {
    expect(misfits(first)).toEqual([]);
    expect(misfits(datasetOf(SECOND))).toEqual([]);
    const { dataset } = readSeeds(model, PRODUCT_SEEDS);
    expect(dataset && misfits(deriveFacts(model, dataset))).toEqual([]);
  });

  test.each([
    [{ type: 'Park' }, 'zone:z: there is no type Park'],
    [{ properties: { name: '园', zoneKind: 'SITE', colour: 'red' } }, 'zone:z: there is no property colour'],
    [{ properties: { name: '园', zoneKind: 'PARK' } }, 'zone:z: zoneKind cannot be PARK'],
    [{ properties: { name: '园' } }, 'zone:z: zoneKind is missing'],
    [{ properties: { name: ['园'], zoneKind: 'SITE' } }, 'zone:z: name is one value'],
    [{ type: 'Industry' }, 'zone:z -[WITHIN]-> region:shanghai: zone:z is no Place'],
  ] as const)('%j is named: %s', (change, words) => {
    expect(misfits(changed(first, 'zone:z', change))).toContain(words);
  });

  test('is no criterion: many alternatives are one text', () => {
    const asking = FIRST.replace(
      'instrument: GRANT',
      'instrument: GRANT, criteria: [{ anyOf: [[{ attribute: EMPLOYEES, operator: GTE, values: [50] }], [{ attribute: LISTED, operator: EQ, values: [true] }]] }]',
    );
    const dataset = datasetOf(asking);
    expect(misfits(dataset)).toEqual([]);
    expect(misfits(changed(dataset, 'measure:m#criteria/000', { properties: { position: 0 } }))).toEqual([
      'measure:m#criteria/000: alternatives is missing',
    ]);
  });

  test('is a fact of a kind that is gone', () => {
    const [fact] = first.relationships.values();
    if (!fact) throw new Error('no fact');
    const other = { ...fact, type: 'ADMIRES' };
    expect(misfits({ ...first, relationships: new Map([[other.key, other]]) })).toEqual([
      `${fact.from} -[ADMIRES]-> ${fact.to}: there is no relationship ADMIRES`,
    ]);
  });
});

describe('what later revisions touched', () => {
  /** The records in the way when what leads from one text to the second is undone after the third. */
  function inTheWay(one: string, two: string, three: string): readonly string[] {
    const [a, b, c] = [one, two, three].map(datasetOf);
    if (!a || !b || !c) return [];
    return [...findLater(model, diff(a, b), diff(c, b)).keys()];
  }
  const firm = (id: string, more = '') =>
    `  - { id: firm:${id}, name: ${id}, industries: [industry:ic], places: [{ to: region:zhoupu, role: SITE }]${more} }\n`;
  const withFirms = (...firms: readonly string[]) => FIRST.replace('zones:', `${firms.join('')}zones:`);
  const a = withFirms(firm('a'));

  test('another fact at the far end of one is in nobody’s way', () => {
    expect(inTheWay(FIRST, a, withFirms(firm('a'), firm('b')))).toEqual([]);
    expect(inTheWay(FIRST, a, a.replace('周浦镇', '周浦'))).toEqual([]);
  });

  test('the record itself, a thing it owns, a fact at it', () => {
    expect(inTheWay(FIRST, a, withFirms(firm('a', ', nameEn: A')))).toEqual(['firm:a']);
    expect(inTheWay(FIRST, a, withFirms(firm('a', ", listings: [{ exchange: 深交所, code: '1' }]")))).toEqual(
      ['firm:a'],
    );
    expect(inTheWay(FIRST, a, a.replace('industries: [industry:ic], places', 'places'))).toEqual(['firm:a']);
  });

  test('a source that later evidence rests on does not go', () => {
    const source = FIRST.replace(
      'tier: OFFICIAL }]',
      'tier: OFFICIAL }, { id: source:new, name: 新来源, tier: NEWS }]',
    );
    const resting = source.replace(
      'zoneKind: SITE',
      'zoneKind: SITE, evidence: { source: source:new, locator: p2 }',
    );
    expect(inTheWay(FIRST, source, resting)).toEqual(['source:new']);
    expect(inTheWay(FIRST, source, source.replace('周浦镇', '周浦'))).toEqual([]);
  });
});
