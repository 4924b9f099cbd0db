/** The facts of a world, and every proof of §6.2 and §6.3 in it, by trying all (§6.10). */

import type { Dataset, DatasetNode, DatasetRelationship } from '../../src/model/dataset.ts';
import { FIRST_DAY, firstDay, LAST_DAY, lastDay } from '../../src/model/day.ts';

export type Scope = 'WHOLE' | 'PART';
/** A relationship of a dataset. */
export type Fact = DatasetRelationship;
/** The facts that are there, under some assumption about dates and modality. */
export type World = readonly Fact[];
/** A proof, or the part of one that a rule asks for. */
export interface Proof {
  readonly scope: Scope;
  readonly steps: readonly Fact[];
}

const ALL_INDUSTRIES = 'industry:all';
/** Strongest first. */
export const MODALITIES = ['STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'];

/** The facts valid on a day (none: on any), STATED or ESTIMATED unless planned ones are there too. */
export function world(dataset: Dataset, day: number | undefined, planned: boolean): World {
  return [...dataset.relationships.values()].filter((fact) => {
    if (!planned && weakness(fact) > MODALITIES.indexOf('ESTIMATED')) return false;
    // HAS_MEASURE and SUPERSEDES are there on every day; their modality counts all the same.
    if (day === undefined || fact.type === 'HAS_MEASURE' || fact.type === 'SUPERSEDES') return true;
    return (
      dayOf(fact, 'validFrom', firstDay, FIRST_DAY) <= day && day <= dayOf(fact, 'validTo', lastDay, LAST_DAY)
    );
  });
}

/** p SUPPORTS c itself (WHOLE); or c FOCUSES_ON i and p SUPPORTS j with i in j (WHOLE), or j in i, j ≠ i (PART). */
export function rule2Proofs(
  there: World,
  policy: string,
  measure: string | undefined,
  cluster: string,
): readonly Proof[] {
  const own = measure === undefined ? [] : outOf(there, 'MEASURE_SUPPORTS', measure);
  // Where the measure names industries of its own they alone are read: neither the policy's industries nor its clusters.
  const industries = own.length > 0 ? own : outOf(there, 'SUPPORTS_INDUSTRY', policy);
  const clusters = own.length > 0 ? [] : outOf(there, 'SUPPORTS_CLUSTER', policy);
  const found: Proof[] = [];
  for (const supports of clusters) {
    if (supports.to === cluster) found.push({ scope: 'WHOLE', steps: [supports] });
  }
  for (const supports of industries) {
    for (const focus of outOf(there, 'FOCUSES_ON', cluster)) {
      const [i, j] = [focus.to, supports.to];
      for (const chain of chainsToIndustry(there, i, j)) {
        found.push({ scope: 'WHOLE', steps: [supports, ...chain, focus] });
      }
      if (j === i) continue;
      for (const chain of chainsToIndustry(there, j, i)) {
        found.push({ scope: 'PART', steps: [supports, ...chain, focus] });
      }
    }
  }
  return found;
}

/** p APPLIES_IN a with y in a (WHOLE); or a in y (a ≠ y), y touches a, or a touches y (PART). */
export function rule3Proofs(
  there: World,
  policy: string,
  measure: string | undefined,
  y: string,
): readonly Proof[] {
  const own = measure === undefined ? [] : outOf(there, 'MEASURE_APPLIES_IN', measure);
  const found: Proof[] = [];
  for (const applies of own.length > 0 ? own : outOf(there, 'POLICY_APPLIES_IN', policy)) {
    const a = applies.to;
    for (const chain of chainsIn(there, y, a)) found.push({ scope: 'WHOLE', steps: [...chain, applies] });
    const inY = a === y ? [] : chainsIn(there, a, y);
    for (const chain of [...inY, ...chainsTouching(there, y, a), ...chainsTouching(there, a, y)]) {
      found.push({ scope: 'PART', steps: [...chain, applies] });
    }
  }
  return found;
}

/** Every chain by which i is in j. Every industry is in industry:all, by definition: no fact, no step. */
export function chainsToIndustry(there: World, i: string, j: string): readonly World[] {
  const written = chains(
    there.filter((fact) => fact.type === 'SUBCLASS_OF'),
    i,
    j,
  );
  return j === ALL_INDUSTRIES && i !== j ? [[], ...written] : written;
}

/** Every chain of WHOLE steps by which z is in a. */
export function chainsIn(there: World, z: string, a: string): readonly World[] {
  const whole = there.filter((fact) => fact.type === 'WITHIN' && fact.properties.extent === 'WHOLE');
  return chains(whole, z, a);
}

/** Every way in which z touches a: z itself has a PART step to some b, and b is in a. */
export function chainsTouching(there: World, z: string, a: string): readonly World[] {
  return outOf(there, 'WITHIN', z)
    .filter((fact) => fact.properties.extent === 'PART')
    .flatMap((part) => chainsIn(there, part.to, a).map((chain) => [part, ...chain]));
}

/** Every chain of these facts from one id to another, upward; the empty one where they are the same. */
function chains(facts: World, from: string, to: string): readonly World[] {
  if (from === to) return [[]];
  return facts
    .filter((fact) => fact.from === from)
    .flatMap((fact) => chains(facts, fact.to, to).map((chain) => [fact, ...chain]));
}

export function outOf(there: World, type: string, from: string): World {
  return there.filter((fact) => fact.type === type && fact.from === from);
}

/**
 * Fewest steps first, then by the ids along the proof; of parallel relationships the strongest modality, then the
 * earliest validFrom (none first).
 */
export function compareProofs(a: Proof, b: Proof): number {
  const ids = (proof: Proof) => proof.steps.flatMap((fact) => [fact.from, fact.to]);
  const strength = (proof: Proof) =>
    proof.steps.flatMap((fact) => [weakness(fact), dayOf(fact, 'validFrom', firstDay, FIRST_DAY)]);
  return (
    a.steps.length - b.steps.length || compareLists(ids(a), ids(b)) || compareLists(strength(a), strength(b))
  );
}

export function compareLists(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || left > right) return 1;
    if (left < right) return -1;
  }
  return a.length - b.length;
}

export function modalityOf(fact: Fact): string {
  return String(fact.properties.modality);
}

export function weakness(fact: Fact): number {
  return MODALITIES.indexOf(modalityOf(fact));
}

export function dayOf(
  of: DatasetNode | Fact,
  property: string,
  widen: (coarse: string) => number | undefined,
  absent: number,
): number {
  const text = of.properties[property];
  return typeof text === 'string' ? (widen(text) ?? absent) : absent;
}
