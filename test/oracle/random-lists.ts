/** Random small datasets of everything that lists can hold: a fixed cast, random values and facts. */

import fc from 'fast-check';
import type { Dataset, DatasetNode, DatasetRelationship, Properties } from '../../src/model/dataset.ts';
import { firstDay, lastDay } from '../../src/model/day.ts';
import { relationshipKey } from '../../src/model/identity.ts';
import { isA, type Model, type PropertyModel, type StoredRelationship } from '../../src/model/model.ts';

/** Who is there, by type; `all` is the industry that all are in. */
export const CAST: Readonly<Record<string, readonly string[]>> = {
  Region: ['region:r1', 'region:r2', 'region:r3'],
  Zone: ['zone:z1', 'zone:z2', 'zone:z3'],
  Industry: ['industry:all', 'industry:i1', 'industry:i2', 'industry:i3', 'industry:i4'],
  Cluster: ['cluster:c1', 'cluster:c2', 'cluster:c3'],
  Firm: ['firm:f1', 'firm:f2', 'firm:f3', 'firm:f4', 'firm:f5'],
  Project: ['project:j1', 'project:j2', 'project:j3'],
  Policy: ['policy:p1', 'policy:p2', 'policy:p3', 'policy:p4'],
  Measure: ['measure:m1', 'measure:m2', 'measure:m3'],
};
/** Ids that some of the cast had before. */
export const FORMER = ['region:old', 'zone:old', 'industry:old', 'firm:old', 'policy:old'];

/** Texts whose order by code point is neither that of UTF-16 nor that of a language. */
export const TEXTS = ['a', 'B', 'ab', 'é', '甲', '甲乙', '\uff01', '\u{20000}'];
/** Dates of which some mean the same day, at one end. */
export const DATES = ['2021', '2021-01', '2021-01-01', '2021-12-31', '2022', '2022-06', '2022-06-15', '2023'];
/** Full days on and beside the ends of those. */
export const DAYS = ['2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01', '2022-06-15', '2022-06-30'];
/** Numbers that as texts stand in another order. */
export const DECIMALS = ['9', '10', '43.9', '100.25', '-3'];
const MONEY = ['9 CNY', '10 CNY', '10 USD', '43.9 USD'];

/** How a stored relationship is drawn: how many facts at most, and whether it may not run in circles. */
const DRAWN: Readonly<Record<string, { readonly most: number; readonly upward?: true }>> = {
  WITHIN: { most: 7, upward: true },
  SUBCLASS_OF: { most: 5, upward: true },
  FEEDS: { most: 2, upward: true },
  FOCUSES_ON: { most: 4 },
  CLUSTER_LOCATED_IN: { most: 5 },
  FIRM_LOCATED_IN: { most: 9 },
  OPERATES_IN: { most: 6 },
  FIRM_BELONGS_TO: { most: 5 },
  PARENT_OF: { most: 2, upward: true },
  SUPPORTS_INDUSTRY: { most: 4 },
  SUPPORTS_CLUSTER: { most: 3 },
  POLICY_APPLIES_IN: { most: 4 },
  SUPERSEDES: { most: 2, upward: true },
  PROJECT_LOCATED_IN: { most: 3 },
  RUNS: { most: 4 },
  SPECIALISES_IN: { most: 3 },
};

/** Whether random datasets have facts of a stored type. */
export function isDrawn(type: string): boolean {
  return type in DRAWN || type === 'HAS_MEASURE';
}

const STRENGTHS = ['STATED', 'STATED', 'STATED', 'STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'];
const EVIDENCE = [{ source: 'source:s', locator: 'p1' }];

/** The cast's ids of a type or interface. */
export function castOf(model: Model, type: string): readonly string[] {
  return Object.entries(CAST).flatMap(([name, ids]) => (isA(model, name, type) ? ids : []));
}

const seldom = <T>(arbitrary: fc.Arbitrary<T>, none: number, some: number) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: none, arbitrary: fc.constant(undefined) },
    { weight: some, arbitrary: arbitrary as fc.Arbitrary<T | undefined> },
  );

function drawnValue({ name, list, valueKind, values }: PropertyModel): fc.Arbitrary<unknown> {
  if (name === 'formerIds') return fc.constant(undefined);
  if (list) return seldom(fc.uniqueArray(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 2 }), 2, 1);
  switch (valueKind) {
    case 'enum':
      return fc.constantFrom(...values.slice(0, 3));
    case 'coarseDate':
      return fc.constantFrom(...DATES);
    case 'decimal':
      return fc.constantFrom(...DECIMALS);
    case 'money':
      return fc.constantFrom(...MONEY);
    case 'int':
      return fc.constantFrom(9, 10, 100);
    default:
      return fc.constantFrom(...TEXTS);
  }
}

function propertiesOf(model: Model, type: string): fc.Arbitrary<Properties> {
  const declared = [...(model.nodeTypes.get(type)?.properties.values() ?? [])].filter(
    ({ name }) => name !== 'id',
  );
  const drawn = declared.map((property) => {
    const value = drawnValue(property);
    return [property.name, property.required && !property.list ? value : seldom(value, 2, 3)] as const;
  });
  return fc.record(Object.fromEntries(drawn)).map(withoutAbsent);
}

function withoutAbsent(values: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Properties;
}

/** The ends of a fact as positions in the cast, and what it says of itself. */
function factOf(
  model: Model,
  stored: StoredRelationship,
  upward: boolean,
): fc.Arbitrary<DatasetRelationship[]> {
  const [froms, tos] = [castOf(model, stored.from), castOf(model, stored.to)];
  const own = stored.properties.map(
    (property) => [property.name, seldom(drawnValue(property), property.required ? 0 : 1, 2)] as const,
  );
  return fc
    .record({
      from: fc.constantFrom(...froms),
      to: fc.constantFrom(...tos),
      modality: fc.constantFrom(...STRENGTHS),
      validFrom: seldom(fc.constantFrom(...DATES), 3, 1),
      validTo: seldom(fc.constantFrom(...DATES), 3, 1),
      own: fc.record(Object.fromEntries(own)),
    })
    .map(({ from, to, modality, validFrom, validTo, own: ownValues }) => {
      const ends = upward ? [from, to].sort(byTurn) : [from, to];
      const [low = from, high = to] = ends;
      const backward = (firstDay(validFrom ?? '') ?? 0) > (lastDay(validTo ?? '') ?? 99_999_999);
      if ((upward && low === high) || backward) return [];
      const properties = withoutAbsent({ modality, validFrom, validTo, ...ownValues });
      const keys = stored.properties
        .filter(({ key }) => key)
        .map(({ name }) => properties[name] as string | undefined);
      const key = relationshipKey(stored.type, low, high, [...keys, validFrom]);
      return [{ key, type: stored.type, from: low, to: high, properties, evidence: EVIDENCE }];
    });
}

/** An order of ids that is not theirs, and mixes types: steps up a tree follow it. */
function byTurn(a: string, b: string): number {
  const turned = (id: string) => [...id].reverse().join('').replace('2', '9');
  return turned(a) < turned(b) ? -1 : 1;
}

/** A random dataset of the cast. */
export function randomListDataset(model: Model): fc.Arbitrary<Dataset> {
  const people = Object.entries(CAST).flatMap(([type, ids]) => ids.map((id) => [id, type] as const));
  const nodes = fc.tuple(
    ...people.map(([id, type]) =>
      propertiesOf(model, type).map(
        (properties): DatasetNode => ({ id, type, properties, evidence: EVIDENCE }),
      ),
    ),
  );
  const facts = fc.tuple(
    ...Object.entries(DRAWN).map(([type, { most, upward = false }]) => {
      const stored = model.stored.get(type);
      if (!stored) throw new Error(`the model has no ${type}`);
      return fc.array(factOf(model, stored, upward), { maxLength: most, size: 'max' });
    }),
  );
  const former = fc.tuple(
    ...FORMER.map((id) => {
      const prefix = id.slice(0, id.indexOf(':'));
      return fc.constantFrom(...people.map(([each]) => each).filter((each) => each.startsWith(`${prefix}:`)));
    }),
  );
  const owners = fc.tuple(...(CAST.Measure ?? []).map(() => fc.constantFrom(...(CAST.Policy ?? []))));
  return fc.record({ nodes, facts, former, owners }).map((drawn) => {
    const renamed = new Map(drawn.former.map((id, index) => [id, FORMER[index] ?? '']));
    const source: DatasetNode = {
      id: 'source:s',
      type: 'Source',
      properties: { name: 's', tier: 'OFFICIAL' },
      evidence: [],
    };
    const all = drawn.nodes.map((node) => {
      const before = renamed.get(node.id);
      return before === undefined
        ? node
        : { ...node, properties: { ...node.properties, formerIds: [before] } };
    });
    const hasMeasure = drawn.owners.map((policy, index): DatasetRelationship => {
      const measure = CAST.Measure?.[index] ?? '';
      const key = relationshipKey('HAS_MEASURE', policy, measure, [undefined]);
      const properties = { modality: 'STATED' };
      return { key, type: 'HAS_MEASURE', from: policy, to: measure, properties, evidence: EVIDENCE };
    });
    return {
      info: { name: 'lists', timeZone: 'Asia/Shanghai', home: undefined, licence: undefined },
      nodes: new Map([source, ...all].map((node) => [node.id, node])),
      relationships: new Map([...hasMeasure, ...drawn.facts.flat(2)].map((fact) => [fact.key, fact])),
    };
  });
}

/** A dataset as lines to read: what records say beside their ids, then the facts. */
export function describeDataset({ nodes, relationships }: Dataset): string {
  const records = [...nodes.values()].map(({ id, properties }) => `${id} ${JSON.stringify(properties)}`);
  const facts = [...relationships.values()].map(
    ({ type, from, to, properties }) => `${from} ${type} ${to} ${JSON.stringify(properties)}`,
  );
  return [...records, ...facts].join('\n');
}
