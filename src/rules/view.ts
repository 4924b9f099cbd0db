/** A view of the ground: the facts that hold within bounds, and the containment that follows from them (§2.3, §3, §4). */

import type { Facts, Ground } from './ground.ts';
import { PLANNED } from './ground.ts';

/** Which facts hold. A dropped date is a bound that every day meets. */
export interface Bounds {
  /** What holds has begun by this day. */
  readonly begunBy: number;
  /** What holds has not ended before this day. */
  readonly endedFrom: number;
  /** Whether planned facts hold, too (§1.6). */
  readonly planned: boolean;
}

/** The facts that hold within bounds. Containment is found on demand and cached. */
export interface View {
  readonly ground: Ground;
  readonly bounds: Bounds;
  /** §6.1: the fact is valid, and firm enough. */
  readonly holds: (facts: Facts, fact: number) => boolean;
  /** The fact is firm enough, whatever its days (§2.7). */
  readonly isFirm: (facts: Facts, fact: number) => boolean;
  /** The nodes that facts holding lead to from a node, each once, ascending. */
  readonly targets: (facts: Facts, node: number) => readonly number[];
  /** The industries by which a policy may support a cluster that focuses on one: broader and narrower ones (§6.2). */
  readonly relatedIndustries: (industry: number) => ReadonlySet<number>;
  /** The industries that one is in (§4.2, §4.6). */
  readonly broaderIndustries: (industry: number) => ReadonlySet<number>;
  /** Whether an industry is in another (§4.2, §4.6). */
  readonly isIndustryIn: (industry: number, other: number) => boolean;
  /** The places that one is in (§3.3). */
  readonly largerPlaces: (place: number) => ReadonlySet<number>;
  /** The places that one is in (§3.3) or touches (§3.4). */
  readonly placesAround: (place: number) => ReadonlySet<number>;
  /** The places from which a policy reaches one: around it, in it, or touching it (§6.3). */
  readonly relatedPlaces: (place: number) => ReadonlySet<number>;
}

/** A view of a ground within bounds. */
export function createView(ground: Ground, bounds: Bounds): View {
  const { SUBCLASS_OF, WITHIN } = ground.facts;
  const isFirm = ({ modality }: Facts, fact: number) => bounds.planned || (modality[fact] ?? 0) < PLANNED;
  const holds = (facts: Facts, fact: number) =>
    (facts.fromDay[fact] ?? 0) <= bounds.begunBy &&
    (facts.toDay[fact] ?? 0) >= bounds.endedFrom &&
    isFirm(facts, fact);
  /** All nodes above some nodes, or below them, those nodes first. */
  const closure = (facts: Facts, starts: Iterable<number>, up: boolean, kept: (fact: number) => boolean) => {
    const found = new Set(starts);
    const [steps, end] = up ? [facts.out, facts.to] : [facts.into, facts.from];
    for (const node of found) {
      for (const fact of steps(node)) if (kept(fact) && holds(facts, fact)) found.add(end[fact] ?? node);
    }
    return found;
  };
  const every = () => true;
  const isWhole = (fact: number) => WITHIN.part[fact] === 0;
  const partSteps = (facts: Int32Array, end: Int32Array) =>
    [...facts].filter((fact) => !isWhole(fact) && holds(WITHIN, fact)).map((fact) => end[fact] ?? 0);
  const broaderIndustries = memoize((industry) => {
    const broader = closure(SUBCLASS_OF, [industry], true, every);
    return ground.allIndustries < 0 ? broader : broader.add(ground.allIndustries);
  });
  const placesAround = memoize((place) =>
    // A chain of WHOLE steps, of which only the first may be PART: a place in a zone across borders does not touch.
    closure(WITHIN, [place, ...partSteps(WITHIN.out(place), WITHIN.to)], true, isWhole),
  );
  return {
    ground,
    bounds,
    isFirm,
    holds,
    targets: (facts, node) => [
      ...new Set(
        [...facts.out(node)].filter((fact) => holds(facts, fact)).map((fact) => facts.to[fact] ?? 0),
      ),
    ],
    relatedIndustries: memoize((industry) => {
      const { allIndustries, industries } = ground;
      if (industry === allIndustries) return new Set(industries);
      return new Set([...broaderIndustries(industry), ...closure(SUBCLASS_OF, [industry], false, every)]);
    }),
    broaderIndustries,
    isIndustryIn: (industry, other) =>
      other === ground.allIndustries || broaderIndustries(industry).has(other),
    largerPlaces: memoize((place) => closure(WITHIN, [place], true, isWhole)),
    placesAround,
    relatedPlaces: memoize((place) => {
      const inside = closure(WITHIN, [place], false, isWhole);
      const touching = [...inside].flatMap((each) => partSteps(WITHIN.into(each), WITHIN.from));
      return new Set([...placesAround(place), ...inside, ...touching]);
    }),
  };
}

/** Caches a function of nodes. */
export function memoize<T>(find: (node: number) => T): (node: number) => T {
  const found = new Map<number, T>();
  return (node) => {
    let known = found.get(node);
    if (known === undefined) {
      known = find(node);
      found.set(node, known);
    }
    return known;
  };
}
