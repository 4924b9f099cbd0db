/** What became of the answers of `support` between two revisions, and which changes of facts caused it (§19). */

import { ALL_INDUSTRIES } from '../model/all-industries.ts';
import { eachBit } from './bits.ts';
import { chainsUp } from './chains.ts';
import { findAnswers, type SupportAsked } from './find-answers.ts';
import { FACT_TYPES, type FactType, type Ground } from './ground.ts';
import type { GroundViews } from './ground-views.ts';
import type { Answer } from './page-of-answers.ts';
import { bestFact, isSameAnswer, type Proof, proofOf, type Step } from './proof.ts';
import type { Steps } from './steps.ts';

/** A question whose answers are compared: arguments by id, each of which may be missing in one of the two revisions. */
export interface DiffAsked {
  readonly policy?: string | undefined;
  readonly industry?: string | undefined;
  readonly cluster?: string | undefined;
  readonly place?: string | undefined;
  readonly instrument?: string | undefined;
  readonly day: number;
}

/** A change that caused an answer to come, to go or to be another. */
export type Cause =
  /** A fact, as it was or is where the answer is; it is not the same at the other revision. */
  | {
      readonly side: Side;
      readonly step: Step;
      readonly action: 'CREATE' | 'UPDATE' | 'DELETE';
    }
  /** A record: its stage, the days on which it is in force, or what kind of measure it is. */
  | { readonly id: string; readonly action: 'UPDATE' };

export type Side = 'before' | 'after';

/** An answer that is not the same at the two revisions. */
export interface ChangedAnswer {
  readonly policy: string;
  readonly cluster: string;
  readonly place: string;
  /** Its proof at each revision; undefined where it was no answer there. */
  readonly before: Proof | undefined;
  readonly after: Proof | undefined;
  readonly causes: readonly Cause[];
}

/** Both revisions. */
export type BothViews = Readonly<Record<Side, GroundViews>>;

const SIDES: readonly Side[] = ['before', 'after'];

/** The question in numbers of a ground; what is not there has none. Every industry is in "all industries" (§4.6) all the same. */
export function askedAt({ ground }: GroundViews, asked: DiffAsked): SupportAsked {
  const number = (id: string | undefined) =>
    id === undefined
      ? undefined
      : id === ALL_INDUSTRIES
        ? ground.allIndustries
        : (ground.numbers.get(id) ?? -1);
  const { policy, industry, cluster, place, instrument, day } = asked;
  return {
    policy: number(policy),
    industry: number(industry),
    cluster: number(cluster),
    place: number(place),
    instrument,
    day,
    includePlanned: false,
  };
}

/** The answers that are not the same, by the ids of policy, cluster and place: another scope or modality is a change, too. */
export function* supportDiff(views: BothViews, asked: DiffAsked): Steps<readonly ChangedAnswer[]> {
  const found = {
    before: yield* answersAt(views.before, asked),
    after: yield* answersAt(views.after, asked),
  };
  /** Answers whatever the filters of the question, in which a change may show although none of its proof did. */
  const unfiltered = {
    before: yield* answersAt(views.before, { ...asked, industry: undefined, place: undefined }),
    after: yield* answersAt(views.after, { ...asked, industry: undefined, place: undefined }),
  };
  const causes = createCauses(views, asked, unfiltered);
  const changed: ChangedAnswer[] = [];
  for (const key of [...new Set([...found.before.keys(), ...found.after.keys()])].sort(compareKeys)) {
    yield;
    const [policy = '', cluster = '', place = ''] = key.split(' ');
    const proof = (side: Side) => {
      const answer = found[side].get(key);
      return answer && proofOf(views[side], askedAt(views[side], asked), answer);
    };
    const [before, after] = [proof('before'), proof('after')];
    if (before && after && isSameAnswer(views.before.ground, before, views.after.ground, after)) continue;
    const id = { policy, cluster, place };
    changed.push({ ...id, before, after, causes: causes(key, id, { before, after }) });
  }
  return changed;
}

type Answers = ReadonlyMap<string, Answer>;
type Ids = Readonly<Record<'policy' | 'cluster' | 'place', string>>;

/** The answers at a revision, by their ids; ids hold no space. */
function* answersAt(views: GroundViews, asked: DiffAsked): Steps<Answers> {
  const { ids } = views.ground;
  const finder = yield* findAnswers(views, askedAt(views, asked));
  const found = new Map<string, Answer>();
  for (const site of finder.sites) {
    yield;
    for (const position of eachBit(finder.at(site))) {
      const policy = finder.policies[position] ?? 0;
      found.set([policy, site.cluster, site.place].map((number) => ids[number]).join(' '), {
        policy,
        ...site,
      });
    }
  }
  return found;
}

function compareKeys(a: string, b: string): number {
  const others = b.split(' ');
  for (const [at, id] of a.split(' ').entries()) {
    if (id !== others[at]) return id < (others[at] ?? '') ? -1 : 1;
  }
  return 0;
}

/** Finds causes: the facts of proofs, and of the ways by which filters keep an answer, that are not the same. */
function createCauses(
  views: BothViews,
  asked: DiffAsked,
  unfiltered: Readonly<Record<Side, Answers>>,
): (key: string, ids: Ids, proofs: Readonly<Record<Side, Proof | undefined>>) => readonly Cause[] {
  const numbersOfKeys = { before: factsByKey(views.before.ground), after: factsByKey(views.after.ground) };
  const otherOf = (side: Side): Side => (side === 'before' ? 'after' : 'before');

  function ofSteps(side: Side, steps: readonly Step[]): readonly Cause[] {
    return steps.flatMap((step): readonly Cause[] => {
      const facts = views[side].ground.facts[step.type];
      const key = facts.keys[step.fact] ?? '';
      // What a manual edit wrote has no key, and is in no revision.
      if (key === '') return [];
      const other = numbersOfKeys[otherOf(side)].get(`${step.type} ${key}`);
      if (other === undefined) return [{ side, step, action: side === 'after' ? 'CREATE' : 'DELETE' }];
      const others = views[otherOf(side)].ground.facts[step.type];
      const isEqual = (['fromDay', 'toDay', 'modality', 'part'] as const).every(
        (column) => facts[column][step.fact] === others[column][other],
      );
      return isEqual ? [] : [{ side, step, action: 'UPDATE' }];
    });
  }

  function ofRecords(ids: readonly string[]): readonly Cause[] {
    const state = (id: string) =>
      SIDES.map((side) => {
        const { numbers, adopted, startDay, endDay, instruments } = views[side].ground;
        const number = numbers.get(id);
        return number === undefined
          ? ''
          : [adopted[number], startDay[number], endDay[number], instruments.get(number)].join(' ');
      });
    return ids.flatMap((id): readonly Cause[] => {
      const [before, after] = state(id);
      return before === '' || after === '' || before === after ? [] : [{ id, action: 'UPDATE' }];
    });
  }

  /** With an instrument, measures that come to name industries or places of their own no longer use those of their policy. */
  function ofMeasures(policy: string): readonly Cause[] {
    if (asked.instrument === undefined) return [];
    return SIDES.flatMap((side) => {
      const { numbers, facts } = views[side].ground;
      const has = [...facts.HAS_MEASURE.out(numbers.get(policy) ?? -1)];
      const own = has.flatMap((fact) =>
        (['MEASURE_SUPPORTS', 'MEASURE_APPLIES_IN'] as const).flatMap((type) =>
          [...facts[type].out(facts.HAS_MEASURE.to[fact] ?? -1)].map((each): Step => ({ type, fact: each })),
        ),
      );
      return ofSteps(side, [...has.map((fact): Step => ({ type: 'HAS_MEASURE', fact })), ...own]).filter(
        ({ action }) => side === 'after' || action === 'DELETE',
      );
    });
  }

  return (key, ids, proofs) => {
    const found = SIDES.flatMap((side) => {
      const proof = proofs[side];
      if (!proof) return [];
      const isThere = proofs[otherOf(side)] !== undefined || unfiltered[otherOf(side)].has(key);
      const isCause = proofs[otherOf(side)] !== undefined || !isThere;
      return [
        ...(isThere ? [] : ofRecords([ids.policy, ...measuresOf(views[side].ground, proof)])),
        ...(isCause ? ofSteps(side, proof.steps) : []),
        ...(proofs[otherOf(side)] ? [] : ofSteps(side, filterSteps(views, asked, side, ids))),
      ];
    });
    const all = found.length > 0 ? found : ofMeasures(ids.policy);
    return [...new Map(all.map((cause) => [causeKey(views, cause), cause])).values()];
  };
}

function measuresOf({ ids, facts }: Ground, { steps }: Proof): readonly string[] {
  return steps.flatMap(({ type, fact }) =>
    type === 'HAS_MEASURE' ? [ids[facts.HAS_MEASURE.to[fact] ?? 0] ?? ''] : [],
  );
}

/** What distinguishes causes: a fact by its key, a record by its id. */
function causeKey(views: BothViews, cause: Cause): string {
  if ('id' in cause) return cause.id;
  const { side, step } = cause;
  return `${step.type} ${views[side].ground.facts[step.type].keys[step.fact]}`;
}

/** The facts by which `industry` and `place` keep an answer on one side, where they do not on the other (§6.4). */
function filterSteps(views: BothViews, asked: DiffAsked, side: Side, ids: Ids): readonly Step[] {
  const at = (which: Side) => {
    const view = views[which].onDay(asked.day, false);
    const { numbers } = view.ground;
    const number = (id: string) => numbers.get(id) ?? -1;
    return { view, cluster: number(ids.cluster), y: number(ids.place), asked: askedAt(views[which], asked) };
  };
  const [here, there] = [at(side), at(side === 'before' ? 'after' : 'before')];
  const { view } = here;
  const { SUBCLASS_OF, FOCUSES_ON, WITHIN } = view.ground.facts;
  const steps: Step[] = [];
  const isKeptByIndustry = (of: typeof here) =>
    of.view.focuses(of.cluster).some((focus) => of.view.isIndustryIn(focus, of.asked.industry ?? -1));
  if (here.asked.industry !== undefined && !isKeptByIndustry(there)) {
    const { industry } = here.asked;
    const ways = view.focuses(here.cluster).flatMap((focus) => {
      const chain =
        industry === view.ground.allIndustries ? [] : chainsUp(view, SUBCLASS_OF, focus).get(industry);
      const fact = bestFact(view, FOCUSES_ON, here.cluster, focus);
      return chain && fact !== undefined
        ? [[{ type: 'FOCUSES_ON', fact } as const, ...chain.map((each) => stepOf('SUBCLASS_OF', each))]]
        : [];
    });
    steps.push(...(ways.sort((a, b) => a.length - b.length)[0] ?? []));
  }
  if (here.asked.place !== undefined && !there.view.placesAround(there.y).has(there.asked.place ?? -1)) {
    const touching = (fact: number, first: boolean) => first || WITHIN.part[fact] === 0;
    const chain = chainsUp(view, WITHIN, here.y, touching).get(here.asked.place);
    steps.push(...(chain ?? []).map((fact) => stepOf('WITHIN', fact)));
  }
  return steps;
}

function stepOf(type: FactType, fact: number): Step {
  return { type, fact };
}

function factsByKey({ facts }: Ground): ReadonlyMap<string, number> {
  return new Map(
    FACT_TYPES.flatMap((type) => facts[type].keys.map((key, fact) => [`${type} ${key}`, fact] as const)),
  );
}
