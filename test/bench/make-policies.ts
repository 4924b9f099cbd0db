/** The policies of a made-up country, what they offer, what they want to reach, and what was counted. */

import { type Country, coarseDate, type Named, slugOf } from './country.ts';
import { observedFigure, targetFigure } from './hedged-figures.ts';
import type { Ground } from './make-ground.ts';
import type { Indicator, Industries } from './make-industries.ts';
import { HELPS, type NamePart, POLICY_SORTS } from './name-parts.ts';
import type { SeedRecord } from './print-seeds.ts';
import { shuffled, zipf } from './seeded-random.ts';

/** How many there are to be. */
export interface PolicySizes {
  readonly policies: number;
  readonly measures: number;
  readonly targets: number;
  readonly observations: number;
  readonly knownNone: number;
}

/** What policies and figures speak of. */
export interface PolicyWorld {
  readonly ground: Ground;
  readonly industries: Industries;
  readonly indicators: readonly Indicator[];
  readonly clusters: readonly Named[];
}

/** Records by their key in seed files. */
type Records<K extends string> = Readonly<Record<K, readonly SeedRecord[]>>;

const SCHEDULED = 40;
const PERIODS = ['', '-H1', '-Q1', '-Q3', '-06'];

/** Makes policies, measures, targets, observations, and what is known to be absent. */
export function makePolicies(
  country: Country,
  world: PolicyWorld,
  sizes: PolicySizes,
): Records<'policies' | 'measures' | 'targets' | 'observations' | 'knownNone'> {
  const policies = makePolicyRecords(country, world, sizes.policies);
  const policyIds = policies.map(({ id }) => String(id));
  return {
    policies,
    measures: makeMeasures(country, world, policies, sizes.measures),
    targets: makeTargets(country, world, policyIds, sizes.targets),
    observations: makeObservations(country, world, sizes.observations),
    knownNone: makeKnownNone(country, world, sizes.knownNone),
  };
}

function makePolicyRecords(country: Country, world: PolicyWorld, count: number): readonly SeedRecord[] {
  const { random } = country;
  const { ground, industries, clusters } = world;
  const regions = [ground.country, ...ground.cities, ...shuffled(random, ground.districts)];
  const drawRegion = zipf(random, regions);
  const drawIndustry = zipf(random, shuffled(random, industries.industries));
  const earlier = new Map<string, string[]>();
  return Array.from({ length: count }, (_, at): SeedRecord => {
    const [region, industry] = [drawRegion(), drawIndustry()];
    const sort = random.pick(POLICY_SORTS);
    const year = random.between(2015, 2025);
    const [name, nameEn] = country.once(() =>
      titleOf(region, industry, sort, random.between(year, year + 1)),
    );
    const id = `policy:${slugOf(nameEn, at + 1)}`;
    const before = earlier.get(region.id) ?? [];
    earlier.set(region.id, [...before.slice(-3), id]);
    const [last] = before.slice(-1);
    const draft = random.percent(4);
    return {
      id,
      name,
      nameEn,
      number: random.percent(70) ? `${region.zh.slice(0, 1)}府办发〔${year}〕${at + 1}号` : undefined,
      kind: sort[3],
      governmentLevel: levelOf(world, region),
      stage: draft ? 'DRAFT' : undefined,
      issuedOn: draft ? undefined : coarseDate(country, year),
      effectiveFrom: random.percent(SCHEDULED) ? `${year + 1}-01-01` : undefined,
      expiresOn: random.percent(60) ? `${year + random.between(2, 5)}-12-31` : undefined,
      repealedOn: random.percent(2) ? `${year + 2}-06-30` : undefined,
      issuers: random.percent(80) ? [random.pick(ground.agencies).id] : undefined,
      industries: random.percent(3)
        ? ['industry:all']
        : [...new Set([industry.id, ...(random.percent(30) ? [random.pick(industries.all).id] : [])])],
      clusters: random.percent(8) ? [random.pick(clusters).id] : undefined,
      places: [region.id],
      basedOn: last !== undefined && random.percent(25) ? [last] : undefined,
      supersedes: last !== undefined && !draft && random.percent(15) ? [last] : undefined,
      evidence: country.evidence(),
    };
  });
}

function titleOf(
  region: Named,
  industry: Named,
  [before, after, en]: (typeof POLICY_SORTS)[number],
  year: number,
): NamePart {
  return [
    `${region.zh}${before}${industry.zh}${after}（${year}—${year + 2}年）`,
    `${en} ${industry.en} in ${region.en} ${year}`,
  ];
}

function levelOf({ ground }: PolicyWorld, region: Named): string {
  if (region === ground.country) return 'NATIONAL';
  return ground.cities.includes(region) ? 'CITY' : 'DISTRICT';
}

function makeMeasures(
  country: Country,
  world: PolicyWorld,
  policies: readonly SeedRecord[],
  count: number,
): readonly SeedRecord[] {
  const { random } = country;
  return Array.from({ length: count }, (_, at): SeedRecord => {
    const policy = random.pick(policies);
    const [zh, en, instrument] = random.pick(HELPS);
    const rate = random.between(1, 10) * 5;
    return {
      id: `measure:${slugOf(en, at + 1)}`,
      name: `${zh}（第${at + 1}项）`,
      nameEn: `${en} ${at + 1}`,
      policy: String(policy.id),
      instrument,
      rateMax: random.percent(60) ? rate : undefined,
      cap: random.percent(70) ? `${random.between(1, 30) * 100}万元` : undefined,
      per: random.percent(50) ? '每企业每年' : undefined,
      industries: random.percent(30) ? [random.pick(world.industries.all).id] : undefined,
      places: random.percent(10) ? [random.pick(world.ground.places).id] : undefined,
      windows: random.percent(30) ? [{ opensOn: '2025-03-01', closesOn: '2025-04-30' }] : undefined,
      applyAt: random.percent(40) ? random.pick(world.ground.agencies).id : undefined,
      criteria: random.percent(50) ? criteriaOf(country, world) : undefined,
      evidence: country.evidence(),
    };
  });
}

function criteriaOf({ random }: Country, { ground }: PolicyWorld): readonly SeedRecord[] {
  const all: readonly SeedRecord[] = [
    { anyOf: [[{ attribute: 'EMPLOYEES', operator: 'GTE', values: [random.between(5, 50) * 10] }]] },
    { attribute: 'RD_RATIO', operator: 'GTE', values: [random.between(3, 10)], basis: 'LAST_YEAR' },
    { attribute: 'SME_SIZE', operator: 'IN', values: ['SMALL', 'MEDIUM'] },
    { attribute: 'REGISTERED_PLACE', operator: 'IS_IN', values: [random.pick(ground.districts).id] },
  ];
  return all.slice(0, random.between(1, all.length));
}

function makeTargets(
  country: Country,
  { ground, industries, indicators }: PolicyWorld,
  policies: readonly string[],
  count: number,
): readonly SeedRecord[] {
  const { random } = country;
  const regions = [...ground.cities, ...ground.districts];
  return Array.from({ length: count }, (_, at): SeedRecord => {
    const { id, unit, behaviour } = random.pick(indicators);
    const due = random.between(2024, 2030);
    return {
      id: `target:reach-${at + 1}`,
      indicator: id,
      place: random.pick(regions).id,
      industry: random.percent(70) ? random.pick(industries.industries).id : undefined,
      policy: random.percent(80) ? random.pick(policies) : undefined,
      from: behaviour === 'FLOW' && random.percent(50) ? due - 2 : undefined,
      due,
      value: targetFigure(random, unit),
      evidence: country.evidence(),
    };
  });
}

function makeObservations(
  country: Country,
  { ground, industries, indicators }: PolicyWorld,
  count: number,
): readonly SeedRecord[] {
  const { random } = country;
  const regions = [ground.country, ...ground.cities, ...ground.districts];
  const drawRegion = zipf(random, regions);
  return Array.from({ length: count }, (_, at): SeedRecord => {
    const { id, unit, behaviour } = random.pick(indicators);
    const year = random.between(2014, 2025);
    return {
      id: `observation:count-${at + 1}`,
      indicator: id,
      place: drawRegion().id,
      industry: random.percent(70) ? random.pick(industries.all).id : undefined,
      period: behaviour === 'YEARLY' ? `${year}` : `${year}${random.pick(PERIODS)}`,
      value: observedFigure(random, unit),
      evidence: country.evidence(),
    };
  });
}

function makeKnownNone(
  country: Country,
  { ground, industries }: PolicyWorld,
  count: number,
): readonly SeedRecord[] {
  const { random } = country;
  return Array.from(
    { length: count },
    (_, at): SeedRecord => ({
      id: `known-none:looked-${at + 1}`,
      of: random.percent(60) ? 'firms' : 'policies',
      industry: random.pick(industries.all).id,
      place: random.pick(ground.districts).id,
      validFrom: '2024-05-01',
      evidence: country.evidence(),
    }),
  );
}
