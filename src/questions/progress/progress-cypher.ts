/** `progress` as Cypher: the targets asked for, and the observations that could decide them (§9.1, §9.2). */

import { locatorIn } from '../../compile/compile-evidence.ts';
import type { SortKey } from '../../compile/page-order.ts';
import { ALL_INDUSTRIES } from '../../model/all-industries.ts';
import { NODE } from '../../model/model.ts';
import { factTypes } from '../fact-types.ts';

/** The arguments of the question, as the parameters that stand for them. */
export interface ProgressArguments {
  readonly policy: string | undefined;
  readonly indicator: string | undefined;
  readonly industry: string | undefined;
  readonly place: string | undefined;
}

/** From 1 January to 31 December of one year, in days that read as dates. */
const WHOLE_YEAR = 1130;

/** Whether a period is one whole year. */
export function isWholeYear(fromDay: number, toDay: number): boolean {
  return fromDay % 10_000 === 101 && toDay === fromDay + WHOLE_YEAR;
}

const FACTS = {
  subclass: factTypes('SUBCLASS_OF'),
  within: factTypes('WITHIN'),
  targets: factTypes('TARGETS'),
  setsTarget: factTypes('SETS_TARGET'),
  targetedIn: factTypes('TARGETED_IN'),
  targetedFor: factTypes('TARGETED_FOR'),
  observes: factTypes('OBSERVES'),
  observedIn: factTypes('OBSERVED_IN'),
  observedFor: factTypes('OBSERVED_FOR'),
  observedAbout: factTypes('OBSERVED_ABOUT'),
} as const;

/** What targets are ordered by. One without a policy comes after those of all policies: ids hold no such character. */
export const PROGRESS_KEYS: readonly SortKey[] = [
  { text: "coalesce(p.id, '~')", type: 'string' },
  { text: 'i.id', type: 'string' },
  { text: 't.dueDay', type: 'number' },
  { text: 't.id', type: 'string' },
];

/**
 * Rows of `t`, a target that has begun by `$day`, `i`, its indicator, and `p`, its policy or null. An id that is
 * given is where the search begins.
 */
export function targetsOf(args: ProgressArguments): string {
  return `MATCH ${targetPattern(args)}${args.policy === undefined ? `\nOPTIONAL MATCH (p)-[:${FACTS.setsTarget}]->(t)` : ''}
WITH t, i, p WHERE coalesce(p.startDay, 0) <= $day AND coalesce(t.fromDay, 0) <= $day${filters(args)}`;
}

function targetPattern({ policy, indicator }: ProgressArguments): string {
  const named = (variable: string, id: string | undefined) =>
    id === undefined ? `(${variable})` : `(${variable}:${NODE} {id: ${id}})`;
  const set = policy === undefined ? '' : `${named('p', policy)}-[:${FACTS.setsTarget}]->`;
  return `${set}(t:Target)-[:${FACTS.targets}]->${named('i', indicator)}`;
}

/** Trees are walked upward from the target's own place and industry, where they are narrow. */
function filters({ place, industry }: ProgressArguments): string {
  const inPlace = `
MATCH (t)-[:${FACTS.targetedIn}]->(l)
CALL (l) {
  MATCH (l)-[steps:${FACTS.within}*0..]->(a) WHERE a.id = ${place} AND ${all("x.extent = 'WHOLE' AND ")}
  RETURN count(*) > 0 AS placeAsked
}
WITH t, i, p WHERE placeAsked`;
  const inIndustry = `
MATCH (t)-[:${FACTS.targetedFor}]->(f)
CALL (f) {
  MATCH (f)-[steps:${FACTS.subclass}*0..]->(a)
  WHERE (a.id = ${industry} OR ${industry} = '${ALL_INDUSTRIES}') AND ${all('')}
  RETURN count(*) > 0 AS industryAsked
}
WITH t, i, p WHERE industryAsked`;
  return `${place === undefined ? '' : inPlace}${industry === undefined ? '' : inIndustry}`;
}

/** Every step is there on the day, and not only planned. */
function all(also: string): string {
  return `all(x IN steps WHERE ${also}(x.fromDay IS NULL OR (x.fromDay <= $day <= x.toDay AND NOT x.planned)))`;
}

/**
 * Binds `observed`: of the visible observations that could measure the progress of a bound `t` with its indicator `i` what
 * deciding needs of each, in the order of ids.
 * @param withInstead whether `instead` is bound as well: where nothing is seen, the first indicator of the same
 *   quantity of which something is, in a list
 */
export function observationsOf(withInstead: boolean): string {
  return `CALL (t) {
  OPTIONAL MATCH (t)-[:${FACTS.targetedIn}]->(l)
  OPTIONAL MATCH (t)-[:${FACTS.targetedFor}]->(f)
  RETURN l, f LIMIT 1
}
CALL (i, l, f) {
  ${visibleOf('i')}
  CALL (o) {
    UNWIND range(0, size(coalesce(o.evidenceSources, [])) - 1) AS k
    MATCH (s:${NODE} {id: o.evidenceSources[k]})
    RETURN collect({tier: s.tier, read: s.read, publishedOn: s.publishedOnDay, source: s.id, locator: ${locatorIn('o.evidence[k]')}}) AS readings
  }
  WITH o, readings ORDER BY o.id
  RETURN collect({id: o.id, fromDay: o.periodFromDay, toDay: o.periodToDay,
    value: o.value, bound: o.bound, readings: readings}) AS observed
}${withInstead ? `\n${INSTEAD}` : ''}`;
}

const INSTEAD = `CALL (i, l, f, observed) {
  WITH i, l, f, observed WHERE size(observed) = 0
  MATCH (j:Indicator) WHERE j.quantity = i.quantity AND j.id <> i.id
  CALL (j, l, f) {
    ${visibleOf('j')}
    RETURN o LIMIT 1
  }
  WITH j ORDER BY j.id LIMIT 1
  RETURN collect({id: j.id, name: j.name, nameEn: j.nameEn}) AS instead
}`;

/**
 * Binds `o` to the observations of an indicator in the place `l` and industry `f`, either of which may be null (then
 * those that name none), whose period has ended by the end of `$day`; of years only whole ones. The walk begins at
 * the indicator: a large place has many more observations than one indicator has.
 */
function visibleOf(indicator: string): string {
  return `MATCH (${indicator})<-[:${FACTS.observes}]-(o)
  WHERE o.periodToDay <= $day AND o.modality IN ['STATED', 'ESTIMATED'] AND (${indicator}.behaviour <> 'YEARLY'
    OR (o.periodFromDay % 10000 = 101 AND o.periodToDay = o.periodFromDay + ${WHOLE_YEAR}))
  OPTIONAL MATCH (o)-[:${FACTS.observedIn}]->(ol)
  WITH * WHERE ol = l OR (ol IS NULL AND l IS NULL)
  OPTIONAL MATCH (o)-[:${FACTS.observedFor}]->(of)
  WITH * WHERE (of = f OR (of IS NULL AND f IS NULL)) AND NOT EXISTS { (o)-[:${FACTS.observedAbout}]->() }`;
}
