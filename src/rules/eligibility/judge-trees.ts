/** Industry and place: whether the applicant is in one that counts (§8.2, §8.3). */

import { compareText } from '../../diagnostics/compare-text.ts';
import type { Facts } from '../ground.ts';
import { type Applicant, holdsWhen, type NamedFact, type PlaceFact, type When } from './applicant.ts';
import type { Reach } from './reach.ts';
import type { Doubt, UsedFact, Verdict } from './verdict.ts';

/** Records that count, by number, each with the modality of the fact that names it. */
export type Wanted = ReadonlyMap<number, number>;

/** What can be said of an industry or a place. */
export interface TreeVerdict {
  readonly verdict: Verdict;
  readonly used: readonly UsedFact[];
  readonly doubt?: Doubt;
  readonly modality: number;
}

/** A fact of the applicant that is in a wanted record. */
interface Fit {
  readonly used: UsedFact & { readonly fact: NamedFact };
  readonly modality: number;
}

/** The records that facts of a kind lead to from a policy or measure, each with the modality of its firmest fact. */
export function wantedBy(reach: Reach, facts: Facts, node: number): Wanted {
  const wanted = new Map<number, number>();
  for (const fact of facts.out(node)) {
    if (!reach.view.holds(facts, fact)) continue;
    const [to, modality] = [facts.to[fact] ?? 0, facts.modality[fact] ?? 0];
    wanted.set(to, Math.min(modality, wanted.get(to) ?? modality));
  }
  return wanted;
}

/** Whether the applicant operates in a wanted industry, or belongs to a wanted cluster. */
export function judgeIndustry(
  reach: Reach,
  applicant: Applicant,
  when: When,
  industries: Wanted,
  clusters: Wanted,
): TreeVerdict {
  const { numbers, allIndustries, ids } = reach.view.ground;
  const inIndustries = applicant.industries.filter((fact) => holdsWhen(fact, when));
  const inClusters = applicant.clusters.filter((fact) => holdsWhen(fact, when));
  const number = ({ id }: NamedFact) => numbers.get(id) ?? -1;
  const fits = [
    ...inIndustries.flatMap((fact): readonly Fit[] => {
      const ways = reach.industries(number(fact));
      return [...industries].flatMap(([wanted, firmness]) => {
        const way = wanted === allIndustries ? 0 : ways.get(wanted);
        return way === undefined ? [] : [fitOf('industry', fact, ids[wanted], firmness, way)];
      });
    }),
    ...inClusters.flatMap((fact): readonly Fit[] => {
      const firmness = clusters.get(number(fact));
      return firmness === undefined ? [] : [fitOf('cluster', fact, fact.id, firmness, 0)];
    }),
  ];
  const [best] = fits.sort(compareFits);
  if (best) return met(best);
  if (industries.size + clusters.size === 0) return unknown('NOT_NAMED', []);
  if (industries.size === 0) {
    return inClusters.length === 0 ? unknown('NOT_ON_RECORD', []) : notMet(usedAs('cluster', inClusters));
  }
  if (inIndustries.length === 0) return unknown('NOT_ON_RECORD', []);
  const broader = inIndustries.filter((fact) =>
    [...industries.keys()].some((wanted) => reach.industries(wanted).has(number(fact))),
  );
  return broader.length > 0
    ? unknown('TOO_WIDE', usedAs('industry', broader))
    : notMet(usedAs('industry', inIndustries));
}

/**
 * Whether one of the applicant's places is in a wanted one.
 * @param counts whether a place counts in its role
 */
export function judgePlace(
  reach: Reach,
  applicant: Applicant,
  when: When,
  places: Wanted,
  counts: (role: string | undefined) => boolean,
): TreeVerdict {
  const { numbers, ids } = reach.view.ground;
  const own = applicant.places.filter((fact) => counts(fact.role) && holdsWhen(fact, when));
  const number = ({ id }: NamedFact) => numbers.get(id) ?? -1;
  const fits = own.flatMap((fact): readonly Fit[] => {
    const ways = reach.places(number(fact));
    return [...places].flatMap(([wanted, firmness]) => {
      const way = ways.get(wanted);
      return way === undefined ? [] : [fitOf('place', fact, ids[wanted], firmness, way)];
    });
  });
  const [best] = fits.sort(compareFits);
  if (best) return met(best);
  if (places.size === 0) return unknown('NOT_NAMED', []);
  if (own.length === 0) return unknown('NOT_ON_RECORD', []);
  const wide = own.filter((fact) => {
    const related = reach.view.relatedPlaces(number(fact));
    return [...places.keys()].some((wanted) => related.has(wanted));
  });
  return wide.length > 0 ? unknown('TOO_WIDE', usedAs('place', wide)) : notMet(usedAs('place', own));
}

function fitOf(
  kind: 'industry' | 'cluster' | 'place',
  fact: NamedFact | PlaceFact,
  within: string | undefined,
  firmness: number,
  way: number,
): Fit {
  const used = { kind, fact, in: within === fact.id ? undefined : within } as Fit['used'];
  return { used, modality: Math.max(fact.modality, firmness, way) };
}

/** The firmest first, then what is itself wanted, then by the ids. */
function compareFits(a: Fit, b: Fit): number {
  const within = ({ used }: Fit) => ('in' in used ? (used.in ?? '') : '');
  return (
    a.modality - b.modality ||
    Number(within(a) !== '') - Number(within(b) !== '') ||
    compareText(a.used.fact.id, b.used.fact.id) ||
    compareText(within(a), within(b))
  );
}

function met({ used, modality }: Fit): TreeVerdict {
  return { verdict: 'MET', used: [used], modality };
}

function notMet(used: readonly UsedFact[]): TreeVerdict {
  return { verdict: 'NOT_MET', used, modality: weakest(used) };
}

function unknown(doubt: Doubt, used: readonly UsedFact[]): TreeVerdict {
  return { verdict: 'UNKNOWN', doubt, used, modality: weakest(used) };
}

function weakest(used: readonly UsedFact[]): number {
  return Math.max(0, ...used.map(({ fact }) => fact.modality));
}

function usedAs(kind: 'industry' | 'cluster' | 'place', facts: readonly NamedFact[]): readonly UsedFact[] {
  const ordered = [...facts].sort((a, b) => compareText(a.id, b.id));
  return ordered.map((fact) => ({ kind, fact }) as UsedFact);
}
