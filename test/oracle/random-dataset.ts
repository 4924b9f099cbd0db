/** Random small datasets, full of near misses. */

import fc from 'fast-check';
import type { Dataset, Properties } from '../../src/model/dataset.ts';
import { firstDay, lastDay } from '../../src/model/day.ts';
import { buildDataset, type Fact } from './build-dataset.ts';

/** Few dates, so that they meet: coarse and full, some with the same day. Most of what has them holds on 2022-06-15. */
const STARTS = ['2021', '2021-01-01', '2021-06', '2021-06-15', '2022', '2022-01', '2022-07'];
const ENDS = ['2021-12-31', '2022-02', '2022-02-28', '2022-07', '2022', '2022-12', '2023', '2023-12-31'];
/** What measures are, mostly one kind. */
export const INSTRUMENTS = ['GRANT', 'GRANT', 'GRANT', 'TAX'];

/** What an arbitrary draws. */
export type Drawn<T> = T extends fc.Arbitrary<infer V> ? V : never;

/** Draws an index; read modulo the length of the list it points into. */
export const index = fc.nat(59);

const modality = fc.oneof(
  { weight: 13, arbitrary: fc.constant('STATED') },
  { weight: 3, arbitrary: fc.constant('ESTIMATED') },
  { weight: 2, arbitrary: fc.constant('PLANNED') },
  { weight: 1, arbitrary: fc.constant('AIMED_FOR') },
);

/** Mostly none; an end is never before its start. */
const validity = fc.oneof(
  { weight: 9, arbitrary: fc.constant<{ validFrom?: string; validTo?: string }>({}) },
  { weight: 2, arbitrary: fc.record({ validFrom: fc.constantFrom(...STARTS) }) },
  { weight: 2, arbitrary: fc.record({ validTo: fc.constantFrom(...ENDS) }) },
  {
    weight: 1,
    arbitrary: fc
      .record({ validFrom: fc.constantFrom(...STARTS), validTo: fc.constantFrom(...ENDS) })
      .filter(({ validFrom, validTo }) => (firstDay(validFrom) ?? 0) <= (lastDay(validTo) ?? 0)),
  },
);

/** The ends of a relationship as indices, and what it says of itself. */
const link = fc.record({ from: index, to: index, modality, validity });
const within = fc.record({ link, extent: fc.constantFrom('WHOLE', 'WHOLE', 'PART') });
const links = (minLength: number, maxLength: number) => fc.array(link, { minLength, maxLength, size: 'max' });

/** A proof with every fact it needs, one of which may be dated or planned: random facts alone seldom make one. */
const proof = fc.record({
  policy: index,
  cluster: index,
  /** The same one, or a narrower and a broader. */
  industries: fc.tuple(index, index),
  supports: fc.constantFrom('BROADER', 'BROADER', 'NARROWER', 'CLUSTER', 'ALL'),
  places: fc.tuple(index, index),
  appliesIn: fc.constantFrom('LARGER', 'LARGER', 'SMALLER'),
  extent: fc.constantFrom('WHOLE', 'WHOLE', 'PART'),
  /** What a measure of the policy names in its place, where it has one. */
  byMeasure: fc.constantFrom('NOTHING', 'NOTHING', 'INDUSTRIES', 'PLACES', 'BOTH'),
  measure: index,
  marked: index,
  modality: fc.constantFrom('STATED', 'STATED', 'STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'),
  validity,
});

const date = (share: { readonly absent: number }) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...ENDS) },
    { weight: share.absent, arbitrary: fc.constant(undefined) },
  );

const policy = fc.record({
  stage: fc.constantFrom(...Array<string>(14).fill('ADOPTED'), 'DRAFT', 'WITHDRAWN'),
  /** How it starts: from an early day, an issue, an effect, both, or unknown. */
  start: fc.constantFrom(
    ...Array<string>(6).fill('EARLY'),
    'ISSUED',
    'ISSUED',
    'EFFECTIVE',
    'BOTH',
    'NONE',
    'NONE',
  ),
  issuedOn: fc.constantFrom(...STARTS),
  effectiveFrom: fc.constantFrom(...STARTS),
  expiresOn: date({ absent: 7 }),
  repealedOn: date({ absent: 11 }),
});

/** Some of a few names in any order, so that the order of ids is not that of the tree. */
function names(prefix: string, minLength: number, maxLength: number): fc.Arbitrary<string[]> {
  const all = Array.from({ length: maxLength }, (_, n) => `${prefix}${n + 1}`);
  return fc.shuffledSubarray(all, { minLength, maxLength });
}

const drawnDataset = fc.record({
  policies: fc.tuple(names('policy:p', 2, 5), fc.array(policy, { minLength: 5, maxLength: 5 })),
  measures: fc.tuple(
    fc.oneof(names('measure:m', 0, 4), names('measure:m', 3, 4)),
    fc.array(fc.record({ instrument: fc.constantFrom(...INSTRUMENTS), modality, validity }), {
      minLength: 4,
      maxLength: 4,
    }),
  ),
  clusters: names('cluster:c', 1, 4),
  industries: names('industry:i', 3, 6),
  allIndustries: fc.constantFrom(true, false, false),
  regions: names('region:r', 1, 3),
  zones: names('zone:z', 2, 4),
  proofs: fc.array(proof, { minLength: 4, maxLength: 7, size: 'max' }),
  supersedes: links(0, 1),
  subclassOf: links(0, 5),
  within: fc.array(within, { maxLength: 5, size: 'max' }),
  focusesOn: links(0, 3),
  locatedIn: links(0, 2),
  supportsIndustry: links(0, 4),
  supportsCluster: links(0, 1),
  appliesIn: links(0, 4),
  measureSupports: links(0, 1),
  measureAppliesIn: links(0, 1),
});

/** A random dataset. It can be loaded: no circle, what the schema requires is there, no end before its start. */
export function randomDataset(): fc.Arbitrary<Dataset> {
  return fc.noBias(drawnDataset).map(datasetOf);
}

function datasetOf(drawn: Drawn<typeof drawnDataset>): Dataset {
  const [policies, policyRecords] = drawn.policies;
  const [measures, measureRecords] = drawn.measures;
  const { clusters } = drawn;
  // Narrower before broader, smaller before larger; industry:all is the broadest.
  const industries = [...drawn.industries, ...(drawn.allIndustries ? ['industry:all'] : [])];
  const places = [...drawn.zones, ...drawn.regions];
  const records: Record<string, Properties> = {};
  for (const [n, id] of policies.entries()) records[id] = policyProperties(policyRecords[n]);
  for (const [n, id] of measures.entries()) {
    records[id] = { instrument: measureRecords[n]?.instrument ?? 'GRANT' };
  }
  for (const id of [...clusters, ...industries, ...places]) records[id] = {};
  const hasMeasure = measures.flatMap((to, n): Fact[] => {
    const record = measureRecords[n];
    if (!record) return [];
    const { modality, validity } = record;
    return [
      {
        type: 'HAS_MEASURE',
        from: at(policies, drawn.proofs[n % drawn.proofs.length]?.policy ?? 0),
        to,
        modality,
        ...validity,
      },
    ];
  });
  const facts: Fact[] = [
    ...hasMeasure,
    ...drawn.proofs.flatMap((each) =>
      proofFacts({ policies, clusters, industries, places, hasMeasure }, each),
    ),
    ...drawn.supersedes.flatMap((each) => upward('SUPERSEDES', policies, each)),
    ...drawn.subclassOf.flatMap((each) => upward('SUBCLASS_OF', industries, each)),
    ...drawn.within.flatMap(({ link, extent }) =>
      upward('WITHIN', places, link).map((fact) => ({ ...fact, extent })),
    ),
    ...drawn.focusesOn.flatMap((each) => between('FOCUSES_ON', clusters, industries, each)),
    ...drawn.locatedIn.flatMap((each) => between('CLUSTER_LOCATED_IN', clusters, places, each)),
    ...drawn.supportsIndustry.flatMap((each) => between('SUPPORTS_INDUSTRY', policies, industries, each)),
    ...drawn.supportsCluster.flatMap((each) => between('SUPPORTS_CLUSTER', policies, clusters, each)),
    ...drawn.appliesIn.flatMap((each) => between('POLICY_APPLIES_IN', policies, places, each)),
    ...drawn.measureSupports.flatMap((each) => between('MEASURE_SUPPORTS', measures, industries, each)),
    ...drawn.measureAppliesIn.flatMap((each) => between('MEASURE_APPLIES_IN', measures, places, each)),
  ];
  return buildDataset(records, facts);
}

interface Cast {
  readonly policies: readonly string[];
  readonly clusters: readonly string[];
  readonly industries: readonly string[];
  readonly places: readonly string[];
  readonly hasMeasure: readonly Fact[];
}

function proofFacts(cast: Cast, drawn: Drawn<typeof proof>): readonly Fact[] {
  const policy = at(cast.policies, drawn.policy);
  const cluster = at(cast.clusters, drawn.cluster);
  const [narrower, broader] = pair(cast.industries, drawn.industries);
  const [smaller, larger] = pair(cast.places, drawn.places);
  const [i, j] = drawn.supports === 'NARROWER' ? [broader, narrower] : [narrower, broader];
  const [y, a] = drawn.appliesIn === 'SMALLER' ? [larger, smaller] : [smaller, larger];
  const measures = cast.hasMeasure.filter(({ from }) => from === policy).map(({ to }) => to);
  const measure = measures[drawn.measure % Math.max(measures.length, 1)];
  const own = (what: string) =>
    drawn.byMeasure === what || drawn.byMeasure === 'BOTH' ? measure : undefined;
  const [supporter, applier] = [own('INDUSTRIES'), own('PLACES')];
  const supported = drawn.supports === 'ALL' && cast.industries.includes('industry:all') ? 'industry:all' : j;
  const facts: readonly Fact[] = [
    supporter !== undefined
      ? { type: 'MEASURE_SUPPORTS', from: supporter, to: supported }
      : drawn.supports === 'CLUSTER'
        ? { type: 'SUPPORTS_CLUSTER', from: policy, to: cluster }
        : { type: 'SUPPORTS_INDUSTRY', from: policy, to: supported },
    ...(supported === j && i !== j ? [{ type: 'SUBCLASS_OF', from: narrower, to: broader }] : []),
    { type: 'FOCUSES_ON', from: cluster, to: i },
    { type: 'CLUSTER_LOCATED_IN', from: cluster, to: y },
    ...(a === y ? [] : [{ type: 'WITHIN', from: smaller, to: larger, extent: drawn.extent }]),
    applier === undefined
      ? { type: 'POLICY_APPLIES_IN', from: policy, to: a }
      : { type: 'MEASURE_APPLIES_IN', from: applier, to: a },
  ];
  const { modality, validity } = drawn;
  return facts.map((fact, n) =>
    n === drawn.marked % facts.length ? { ...fact, modality, ...validity } : fact,
  );
}

/** The earlier and the later of two of these ids; the same twice where the positions meet. */
function pair(
  ids: readonly string[],
  [a, b]: readonly [number, number],
): readonly [low: string, high: string] {
  const [left, right] = [a % ids.length, b % ids.length];
  return [at(ids, Math.min(left, right)), at(ids, Math.max(left, right))];
}

function policyProperties(drawn: Drawn<typeof policy> | undefined): Properties {
  if (!drawn) return {};
  const { stage, start } = drawn;
  const issuedOn =
    start === 'EARLY' ? '2020' : start === 'ISSUED' || start === 'BOTH' ? drawn.issuedOn : undefined;
  const effectiveFrom = start === 'EFFECTIVE' || start === 'BOTH' ? drawn.effectiveFrom : undefined;
  const begins = firstDay(effectiveFrom ?? issuedOn ?? '2020') ?? 0;
  // Nothing is repealed before it is issued, whenever it takes effect.
  const issued = firstDay(issuedOn ?? '') ?? 0;
  const { expiresOn, repealedOn } = drawn;
  return {
    stage,
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(expiresOn !== undefined && begins <= (lastDay(expiresOn) ?? 0) ? { expiresOn } : {}),
    ...(repealedOn !== undefined && Math.max(begins, issued) <= (firstDay(repealedOn) ?? 0)
      ? { repealedOn }
      : {}),
  };
}

/** A fact from an earlier of these ids to a later one, so that no circle comes about; none where they are the same. */
function upward(
  type: string,
  ids: readonly string[],
  { from, to, modality, validity }: Drawn<typeof link>,
): Fact[] {
  const [low, high] = pair(ids, [from, to]);
  return low === high ? [] : [{ type, from: low, to: high, modality, ...validity }];
}

/** A fact from one of some ids to one of others; none where there are none. */
function between(
  type: string,
  sources: readonly string[],
  targets: readonly string[],
  { from, to, modality, validity }: Drawn<typeof link>,
): Fact[] {
  if (sources.length === 0) return [];
  return [{ type, from: at(sources, from), to: at(targets, to), modality, ...validity }];
}

/** The value at an index, read modulo the length. */
export function at(values: readonly string[], position: number): string {
  const value = values[position % values.length];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}
