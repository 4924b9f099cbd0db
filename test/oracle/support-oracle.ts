/** `support` as §6 says it, by trying every proof: slow, plain, and made to check the real one. */

import type { Dataset, DatasetNode } from '../../src/model/dataset.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../../src/model/day.ts';
import {
  chainsIn,
  chainsToIndustry,
  chainsTouching,
  compareLists,
  compareProofs,
  dayOf,
  MODALITIES,
  modalityOf,
  outOf,
  type Proof,
  rule2Proofs,
  rule3Proofs,
  type Scope,
  type World,
  weakness,
  world,
} from './support-proofs.ts';

/** What is asked; absent arguments do not limit. */
export interface SupportQuery {
  readonly policy?: string | undefined;
  readonly industry?: string | undefined;
  readonly cluster?: string | undefined;
  readonly place?: string | undefined;
  readonly instrument?: string | undefined;
  /** yyyymmdd. */
  readonly day: number;
  readonly includePlanned: boolean;
  /** The reason whose candidates are listed instead of answers. */
  readonly dropping?: (typeof DROPPING)[number] | undefined;
  readonly orderBy: 'POLICY' | 'CLUSTER' | 'PLACE' | 'ISSUED_ON_DESC';
}

/** One fact of a proof, from and to as it is stored. */
export interface SupportStep {
  readonly from: string;
  /** The API's kind: SUPPORTS, not SUPPORTS_INDUSTRY. */
  readonly relationship: string;
  readonly to: string;
  readonly modality: string;
}

/** One answer with its proof. */
export interface SupportRow {
  readonly policy: string;
  readonly cluster: string;
  readonly place: string;
  readonly scope: Scope;
  readonly modality: string;
  readonly because: readonly SupportStep[];
}

/** The whole answer, in order, and why there is no more. */
export interface SupportAnswer {
  readonly rows: readonly SupportRow[];
  readonly whyNot: readonly { readonly reason: Reason; readonly count: number }[];
}

/** The reasons that drop one test, in the enum's declared order. */
export const DROPPING = [
  'NOT_VALID_ON_DATE',
  'START_UNKNOWN',
  'OTHER_INDUSTRY',
  'OTHER_PLACE',
  'OTHER_INSTRUMENT',
  'ONLY_PLANNED',
] as const;
/** In the enum's declared order. */
export const REASONS = [...DROPPING, 'SEVERAL'] as const;
type Reason = (typeof REASONS)[number];

interface Candidate {
  readonly policy: string;
  readonly cluster: string;
  readonly place: string;
}

/** What the API calls a stored type, where that is another name. */
const KINDS: Readonly<Record<string, string>> = {
  SUPPORTS_INDUSTRY: 'SUPPORTS',
  SUPPORTS_CLUSTER: 'SUPPORTS',
  MEASURE_SUPPORTS: 'SUPPORTS',
  POLICY_APPLIES_IN: 'APPLIES_IN',
  MEASURE_APPLIES_IN: 'APPLIES_IN',
  CLUSTER_LOCATED_IN: 'LOCATED_IN',
};

/** The answer to `support` over a small dataset. */
export function supportOracle(dataset: Dataset, query: SupportQuery): SupportAnswer {
  const rows: SupportRow[] = [];
  const counts = new Map<Reason, number>();
  const count = (reason: Reason) => counts.set(reason, (counts.get(reason) ?? 0) + 1);
  for (const candidate of candidates(dataset, query)) {
    const row = answer(dataset, query, candidate, undefined);
    if (row) {
      if (query.dropping === undefined) rows.push(row);
      continue;
    }
    // A reason counts the candidates that are no answers and become answers when that one test is dropped.
    const alone = REASONS.filter(
      (reason) => isAsked(reason, query) && answer(dataset, query, candidate, reason),
    );
    for (const reason of alone) count(reason);
    const { dropping } = query;
    const letIn =
      dropping && alone.includes(dropping) ? answer(dataset, query, candidate, dropping) : undefined;
    if (letIn) rows.push(letIn);
    const several = query.policy !== undefined || query.cluster !== undefined;
    if (alone.length === 0 && several) count('SEVERAL');
  }
  const whyNot = REASONS.map((reason) => ({ reason, count: counts.get(reason) ?? 0 }));
  return {
    rows: rows.sort((a, b) => compareRows(dataset, query.orderBy, a, b)),
    whyNot: whyNot.filter((exclusion) => exclusion.count > 0),
  };
}

/** A reason that belongs to an argument is given only where the argument is; SEVERAL is what is left. */
function isAsked(reason: Reason, query: SupportQuery): boolean {
  switch (reason) {
    case 'OTHER_INDUSTRY':
      return query.industry !== undefined;
    case 'OTHER_PLACE':
      return query.place !== undefined;
    case 'OTHER_INSTRUMENT':
      return query.instrument !== undefined;
    default:
      return reason !== 'SEVERAL';
  }
}

/** (p, c, y) with p ADOPTED, LOCATED_IN of any day and modality, p and c limited by `policy` and `cluster`. */
function candidates(dataset: Dataset, query: SupportQuery): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const policy of dataset.nodes.values()) {
    if (policy.type !== 'Policy' || policy.properties.stage !== 'ADOPTED') continue;
    if (query.policy !== undefined && query.policy !== policy.id) continue;
    for (const { type, from: cluster, to: place } of dataset.relationships.values()) {
      if (type !== 'CLUSTER_LOCATED_IN') continue;
      if (query.cluster !== undefined && query.cluster !== cluster) continue;
      found.set(`${policy.id} ${cluster} ${place}`, { policy: policy.id, cluster, place });
    }
  }
  return [...found.values()];
}

/** The row of a candidate where it is an answer, one test dropped. */
function answer(
  dataset: Dataset,
  query: SupportQuery,
  candidate: Candidate,
  dropped: Reason | undefined,
): SupportRow | undefined {
  if (!inForce(dataset, candidate.policy, query.day, dropped)) return undefined;
  // With planned facts there are two worlds, the stated one and the one of all facts; the answers are the union.
  // "Names any" of a measure is judged in each world for itself. Dropping ONLY_PLANNED is as with includePlanned.
  const day = dropped === 'NOT_VALID_ON_DATE' ? undefined : query.day;
  const stated = world(dataset, day, false);
  const planned = query.includePlanned || dropped === 'ONLY_PLANNED';
  const worlds = planned ? [stated, world(dataset, day, true)] : [stated];
  const proofsByWorld = worlds.map((there) => proofs(dataset, query, there, candidate, dropped));
  const isAnswer = worlds.some(
    (there, index) => proofsByWorld[index]?.length && keptByFilters(query, there, candidate, dropped),
  );
  // Where a stated-world proof exists only stated-world proofs count; the filters are no part of a proof, so this holds
  // too where a filter lets the candidate in by planned facts alone.
  const counting = proofsByWorld.find((each) => each.length > 0);
  if (!isAnswer || !counting) return undefined;
  const scope = counting.some((proof) => proof.scope === 'WHOLE') ? 'WHOLE' : 'PART';
  const [best] = counting.filter((proof) => proof.scope === scope).sort(compareProofs);
  if (!best) return undefined;
  return {
    ...candidate,
    scope,
    modality: MODALITIES[Math.max(...best.steps.map(weakness))] ?? '',
    because: best.steps.map((fact) => ({
      from: fact.from,
      relationship: KINDS[fact.type] ?? fact.type,
      to: fact.to,
      modality: modalityOf(fact),
    })),
  };
}

/** Whether p is in force on d, one test dropped. */
export function inForce(dataset: Dataset, id: string, day: number, dropped: Reason | undefined): boolean {
  const policy = dataset.nodes.get(id);
  if (policy?.properties.stage !== 'ADOPTED') return false;
  const start = startOf(policy);
  // START_UNKNOWN drops the need of a start alone: expiry, repeal and supersession still test.
  if (start === undefined && dropped !== 'START_UNKNOWN') return false;
  // NOT_VALID_ON_DATE drops every date of policies that have a start: start, expiry, repeal and supersession.
  if (dropped === 'NOT_VALID_ON_DATE') return true;
  if (start !== undefined && start > day) return false;
  if (day > dayOf(policy, 'expiresOn', lastDay, LAST_DAY)) return false;
  if (policy.properties.repealedOn !== undefined && day >= dayOf(policy, 'repealedOn', firstDay, LAST_DAY)) {
    return false;
  }
  // A PLANNED or AIMED_FOR SUPERSEDES never ends a policy, with planned facts or without.
  return !world(dataset, undefined, false).some((fact) => {
    if (fact.type !== 'SUPERSEDES' || fact.to !== id) return false;
    const successor = dataset.nodes.get(fact.from);
    const successorStart = successor && startOf(successor);
    return successor?.properties.stage === 'ADOPTED' && successorStart !== undefined && successorStart <= day;
  });
}

/** `effectiveFrom`, else `issuedOn`. */
function startOf(policy: DatasetNode): number | undefined {
  const text = policy.properties.effectiveFrom ?? policy.properties.issuedOn;
  return typeof text === 'string' ? firstDay(text) : undefined;
}

/** `industry` keeps clusters that focus on an industry in it, `place` keeps y in it or touching it. */
function keptByFilters(
  query: SupportQuery,
  there: World,
  { cluster, place }: Candidate,
  dropped: Reason | undefined,
): boolean {
  const { industry, place: inPlace } = query;
  // Every industry is in industry:all here too, and a cluster that p supports itself must focus on one all the same.
  // The filters' own facts must be valid and of allowed modality, but are no part of the proof.
  const industryKept =
    industry === undefined ||
    dropped === 'OTHER_INDUSTRY' ||
    outOf(there, 'FOCUSES_ON', cluster).some(
      (focus) => chainsToIndustry(there, focus.to, industry).length > 0,
    );
  const placeKept =
    inPlace === undefined ||
    dropped === 'OTHER_PLACE' ||
    chainsIn(there, place, inPlace).length > 0 ||
    chainsTouching(there, place, inPlace).length > 0;
  return industryKept && placeKept;
}

/** Every proof that p supports c in y. OTHER_INDUSTRY drops §6.2, OTHER_PLACE §6.3, OTHER_INSTRUMENT the measure. */
function proofs(
  dataset: Dataset,
  query: SupportQuery,
  there: World,
  { policy, cluster, place }: Candidate,
  dropped: Reason | undefined,
): readonly Proof[] {
  const nothingAsked: readonly Proof[] = [{ scope: 'WHOLE', steps: [] }];
  // With `instrument` a proof goes through one measure of that kind and has the HAS_MEASURE step, always.
  const byMeasure = query.instrument !== undefined && dropped !== 'OTHER_INSTRUMENT';
  const measures = byMeasure
    ? outOf(there, 'HAS_MEASURE', policy).filter(
        (fact) => dataset.nodes.get(fact.to)?.properties.instrument === query.instrument,
      )
    : [undefined];
  const found: Proof[] = [];
  for (const measure of measures) {
    const rule2 =
      dropped === 'OTHER_INDUSTRY' ? nothingAsked : rule2Proofs(there, policy, measure?.to, cluster);
    const rule3 = dropped === 'OTHER_PLACE' ? nothingAsked : rule3Proofs(there, policy, measure?.to, place);
    for (const industryPart of rule2) {
      for (const located of outOf(there, 'CLUSTER_LOCATED_IN', cluster).filter((fact) => fact.to === place)) {
        for (const placePart of rule3) {
          const whole = industryPart.scope === 'WHOLE' && placePart.scope === 'WHOLE';
          const steps = [...(measure ? [measure] : []), ...industryPart.steps, located, ...placePart.steps];
          found.push({ scope: whole ? 'WHOLE' : 'PART', steps });
        }
      }
    }
  }
  return found;
}

/** Whatever orders the page, ties end in (policy, cluster, place) ids. */
function compareRows(
  dataset: Dataset,
  orderBy: SupportQuery['orderBy'],
  a: SupportRow,
  b: SupportRow,
): number {
  const keys = (row: SupportRow): readonly (string | number)[] => {
    const ids = [row.policy, row.cluster, row.place];
    if (orderBy === 'CLUSTER') return [row.cluster, ...ids];
    if (orderBy === 'PLACE') return [row.place, ...ids];
    if (orderBy === 'POLICY') return ids;
    // The text is silent on policies without issuedOn: last, as everywhere it speaks of an absent date.
    const policy = dataset.nodes.get(row.policy);
    return [-(policy ? dayOf(policy, 'issuedOn', firstDay, FIRST_DAY) : FIRST_DAY), ...ids];
  };
  return compareLists(keys(a), keys(b));
}
