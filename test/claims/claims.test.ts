/** Which claims are weak or conflict, held against the oracle without a database (§13.1 to §13.3). */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset, DatasetNode, DatasetRelationship, Properties } from '../../src/model/dataset.ts';
import { decideClaims } from '../../src/questions/claims/decide-claims.ts';
import type { Decision } from '../../src/questions/decision.ts';
import { model } from '../graph-fixture.ts';
import { claimsOracle } from '../oracle/claims-oracle.ts';
import { CAST, randomListDataset } from '../oracle/random-lists.ts';
import { answerStatement } from './answer-statement.ts';

const SOURCES = ['source:law', 'source:news', 'source:paper'];
const sources = fc.uniqueArray(fc.constantFrom(...SOURCES), { minLength: 1, maxLength: 2 });
const evidence = sources.map((all) => all.map((source) => ({ source, locator: 'p1' })));
const figure = fc.record({
  value: fc.constantFrom(
    { value: '100', printed: '100家', bound: 'EXACT' },
    { value: '101', printed: '101家', bound: 'EXACT' },
    { value: '104', printed: '约104家', bound: 'ABOUT' },
    { value: '100', printed: '超过100家', bound: 'MORE_THAN' },
    { value: '100', printed: '不超过100家', bound: 'AT_MOST' },
    { value: '99', printed: '不足99家', bound: 'LESS_THAN' },
    { value: '4720000000000', printed: '4.72万亿元', bound: 'EXACT' },
    { value: '4721866000000', printed: '47,218.66亿元', bound: 'EXACT' },
    { value: '4800000000000', printed: '4.8万亿元', bound: 'EXACT' },
  ),
  evidence,
});
const stated = fc.record({
  owner: fc.constantFrom(...(CAST.Policy ?? []), ...(CAST.Zone ?? [])),
  date: fc.constantFrom('2023', '2023-09', '2023-10', '2024'),
  figure,
});
const observed = fc.record({
  place: fc.constantFrom(undefined, 'zone:z1', 'zone:z2'),
  industry: fc.constantFrom(undefined, 'industry:i1'),
  thing: fc.constantFrom(undefined, undefined, 'firm:f1'),
  period: fc.constantFrom('2022', '2023'),
  figure,
});

const drawnDataset = fc
  .record({
    dataset: randomListDataset(model),
    stated: fc.array(stated, { maxLength: 6 }),
    observed: fc.array(observed, { maxLength: 6 }),
    backing: fc.array(evidence, { minLength: 7, maxLength: 7 }),
  })
  .map(({ dataset, stated, observed, backing }): Dataset => {
    const from = <T extends DatasetNode | DatasetRelationship>(each: T, at: number): T =>
      each.evidence.length === 0 ? each : { ...each, evidence: backing[at % backing.length] ?? [] };
    const nodes = new Map([...dataset.nodes.values()].map((node, at) => [node.id, from(node, at)]));
    const relationships = new Map(
      [...dataset.relationships.values()].map((fact, at) => [fact.key, from(fact, at)]),
    );
    const add = (id: string, type: string, properties: Properties, backed: DatasetNode['evidence']) =>
      nodes.set(id, { id, type, properties, evidence: backed });
    const join = (type: string, start: string, to: string) => {
      const key = `${start} ${type} ${to}`;
      relationships.set(key, { key, type, from: start, to, properties: {}, evidence: [] });
    };
    for (const source of SOURCES)
      add(source, 'Source', { name: source, tier: source === 'source:law' ? 'OFFICIAL' : 'NEWS' }, []);
    add('indicator:n', 'Indicator', { name: '家数' }, [{ source: 'source:law', locator: 'p1' }]);
    for (const [at, { owner, date, figure: number }] of stated.entries()) {
      const id = `${owner}#statedValues/${at}`;
      const value: Properties = owner.startsWith('policy')
        ? { property: 'issuedOn', value: date, chosen: false }
        : { property: 'areaKm2', ...number.value, chosen: false };
      add(id, 'StatedValue', value, number.evidence);
      join('ENTITY_HAS_STATED_VALUES', owner, id);
    }
    for (const [at, { place, industry, thing, period, figure: number }] of observed.entries()) {
      const id = `observation:o${at}`;
      add(id, 'Observation', { ...number.value, period, modality: 'STATED' }, number.evidence);
      join('OBSERVES', id, 'indicator:n');
      if (place !== undefined) join('OBSERVED_IN', id, place);
      if (industry !== undefined) join('OBSERVED_FOR', id, industry);
      if (thing !== undefined) join('OBSERVED_ABOUT', id, thing);
    }
    return { ...dataset, nodes, relationships };
  });

const drawnQuery = fc
  .record({
    weak: fc.constantFrom(undefined, true, false),
    conflicting: fc.constantFrom(undefined, true, false),
    about: fc.constantFrom(undefined, 'zone:z1', 'policy:p1', 'industry:i1', 'firm:f1', 'indicator:n'),
    day: fc.constantFrom(20210101, 20220615),
  })
  .filter(({ weak, conflicting, about }) => weak === true || conflicting === true || about !== undefined);

function decided<T>(work: Decision<T>, dataset: Dataset): T {
  for (let rows = answerNothing; ; ) {
    const step = work.next(rows);
    if (step.done) return step.value;
    if (step.value && 'text' in step.value) rows = answerStatement(dataset, step.value);
  }
}
const answerNothing: ReturnType<typeof answerStatement> = [];

test('on random graphs the claims are those of the oracle, in its order', { timeout: 600_000 }, () => {
  const seen = { weak: 0, conflicting: 0 };
  fc.assert(
    fc.property(drawnDataset, fc.array(drawnQuery, { minLength: 3, maxLength: 3 }), (dataset, queries) => {
      for (const query of queries) {
        const found = decided(decideClaims(model, query.day, query, 10_000), dataset);
        const claims = found?.map(({ about, property, value, evidenceSources }) => ({
          about,
          property,
          value,
          sources: evidenceSources,
        }));
        const byText = (all: typeof claims) => all?.map((each) => JSON.stringify(each)).sort();
        const expected = claimsOracle(model, dataset, query);
        expect(byText(claims)).toEqual(byText([...expected]));
        const order = (all: typeof claims) =>
          all?.map(({ about, property, value }) => [about, property, value]);
        expect(order(claims)).toEqual(order([...expected]));
        if (query.weak) seen.weak += expected.length;
        if (query.conflicting) seen.conflicting += expected.length;
      }
    }),
    { numRuns: 400 },
  );
  expect([seen.weak > 400, seen.conflicting > 20]).toEqual([true, true]);
});

test('more claims than may be read are refused', () => {
  fc.assert(
    fc.property(drawnDataset, (dataset) => {
      const query = { weak: undefined, conflicting: undefined, about: 'policy:p1' };
      expect(decided(decideClaims(model, 20220615, query, 0), dataset)).toBe(undefined);
    }),
    { numRuns: 5 },
  );
});
