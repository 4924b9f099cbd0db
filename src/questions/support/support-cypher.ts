/** The rules of `support` as Cypher: which clusters and places a policy answers with, under given tests (§6). */

import { ALL_INDUSTRIES } from '../../model/all-industries.ts';
import { factTypes } from '../fact-types.ts';

/** The arguments of the question, as the parameters that stand for them. */
export interface SupportArguments {
  readonly policy: string | undefined;
  readonly industry: string | undefined;
  readonly cluster: string | undefined;
  readonly place: string | undefined;
  readonly instrument: string | undefined;
}

/** The question without arguments. */
export const NO_ARGUMENTS: SupportArguments = {
  policy: undefined,
  industry: undefined,
  cluster: undefined,
  place: undefined,
  instrument: undefined,
};

/** The question as its texts need it. */
export interface SupportRules {
  readonly args: SupportArguments;
  /** The map of tests in the statement: a parameter for the answers, a variable where each test is dropped in turn. */
  readonly tests: string;
}

/** The relationships that the rules read. */
export const FACTS = {
  subclass: factTypes('SUBCLASS_OF'),
  within: factTypes('WITHIN'),
  focuses: factTypes('FOCUSES_ON'),
  located: factTypes('CLUSTER_LOCATED_IN'),
  hasMeasure: factTypes('HAS_MEASURE'),
  supportsCluster: factTypes('SUPPORTS_CLUSTER'),
  measureSupports: factTypes('MEASURE_SUPPORTS'),
  measureAppliesIn: factTypes('MEASURE_APPLIES_IN'),
  /** From the policy, or from a measure that names its own. */
  supportsIndustry: factTypes('SUPPORTS_INDUSTRY', 'MEASURE_SUPPORTS'),
  appliesIn: factTypes('POLICY_APPLIES_IN', 'MEASURE_APPLIES_IN'),
} as const;

/**
 * A relationship is there on the day, and firm enough for the world considered: `planned` is bound. One predicate
 * rather than three, for they stand in a statement some fifty times: the planner takes a sixth less time.
 */
export function valid({ tests }: SupportRules, r: string): string {
  return orUndated(`${r}.fromDay <= ${tests}.begunBy AND ${r}.toDay >= ${tests}.endedFrom AND ${planned(r)}`);
}

/** A relationship is firm enough for the world considered. */
function firm(r: string): string {
  return orUndated(planned(r));
}

/** false <= true. */
function planned(r: string): string {
  return `${r}.planned <= planned`;
}

/** What is not dated has no days and no plan: what is asked of them is null, and it holds. */
function orUndated(condition: string): string {
  return `coalesce(${condition}, true)`;
}

/** All relationships of a chain are valid. */
export function validChain(rules: SupportRules, rs: string): string {
  return `all(x IN ${rs} WHERE ${valid(rules, 'x')})`;
}

/**
 * A chain of WITHIN steps is valid, and all but its first step are WHOLE: what lies in a straddling zone does not
 * itself straddle.
 */
export function validWithin(rules: SupportRules, rs: string): string {
  return `${validChain(rules, rs)} AND all(x IN tail(${rs}) WHERE x.extent = 'WHOLE')`;
}

/** A policy is in force on the day. */
export function inForce({ tests }: SupportRules, p: string): string {
  const begun = `coalesce(${p}.startDay, ${tests}.unknownStart) <= ${tests}.begunBy`;
  return `${p}.stage = 'ADOPTED' AND ${begun} AND ${p}.endDay >= ${tests}.endedFrom`;
}

/** What a subquery takes in of the tests, where they are a variable. */
export function imported({ tests }: SupportRules, ...variables: readonly string[]): string {
  return [...variables, ...(tests.startsWith('$') ? [] : [tests])].join(', ');
}

/**
 * Rows of `c` and `y`, each once: the answers of a bound policy `p`.
 * @param droppable whether the tests that belong to given arguments may be dropped
 */
export function answersOf(rules: SupportRules, droppable = false): string {
  return `UNWIND ${rules.tests}.worlds AS planned
${speakersOf(rules)}
${clustersOf(rules, droppable && rules.args.industry !== undefined)}
${areasOf(rules)}
MATCH (c)-[l:${FACTS.located}]->(y) WHERE ${valid(rules, 'l')}
${placeTest(rules, droppable && rules.args.place !== undefined)}
RETURN DISTINCT c, y`;
}

/**
 * Binds `hm`, the way to a measure of the kind asked for (null without `instrument`), `s`, who supports industries,
 * and `t`, who applies in places: the policy, or the measure where it names its own.
 */
export function speakersOf(rules: SupportRules): string {
  const { args, tests } = rules;
  if (args.instrument === undefined) return 'WITH *, null AS hm, p AS s, p AS t';
  const own = (types: string) => `EXISTS { (m)-[r:${types}]->() WHERE ${valid(rules, 'r')} }`;
  return `CALL (${imported(rules, 'p', 'planned')}) {
  MATCH (p)-[hm:${FACTS.hasMeasure}]->(m:Measure {instrument: ${args.instrument}})
  WHERE ${tests}.instrument AND ${firm('hm')}
  RETURN hm, CASE WHEN ${own(FACTS.measureSupports)} THEN m ELSE p END AS s,
    CASE WHEN ${own(FACTS.measureAppliesIn)} THEN m ELSE p END AS t
UNION
  WITH p, ${tests}.instrument AS byMeasure WHERE NOT byMeasure
  RETURN null AS hm, p AS s, p AS t
}`;
}

/** Binds `c` to the clusters that §6.2 and the arguments keep, each once for a speaker. */
function clustersOf(rules: SupportRules, droppable: boolean): string {
  const { args, tests } = rules;
  const only = args.cluster === undefined ? '' : ` AND c.id = ${args.cluster}`;
  const any = `UNION
  MATCH (c:Cluster) WHERE NOT ${tests}.industry${only}
  RETURN c
`;
  const tested = droppable ? `${tests}.industry AND ` : '';
  return `CALL (${imported(rules, 'p', 's', 'planned')}) {
  MATCH (p)-[r:${FACTS.supportsCluster}]->(c) WHERE ${tested}s = p AND ${valid(rules, 'r')}${only}
  RETURN c
UNION
  MATCH (s)-[r:${FACTS.supportsIndustry}]->(j) WHERE ${tested}${valid(rules, 'r')}
  CALL (${imported(rules, 'j', 'planned')}) {
    MATCH (i)-[sub:${FACTS.subclass}*0..]->(j) WHERE ${validChain(rules, 'sub')} RETURN i
  UNION
    MATCH (j)-[sub:${FACTS.subclass}*1..]->(i) WHERE ${validChain(rules, 'sub')} RETURN i
  UNION
    MATCH (i:Industry) WHERE j.id = '${ALL_INDUSTRIES}' RETURN i
  UNION
    MATCH (i:Node {id: '${ALL_INDUSTRIES}'}) RETURN i
  }
  MATCH (c)-[f:${FACTS.focuses}]->(i) WHERE ${valid(rules, 'f')}${only}
  RETURN c
${droppable ? any : ''}}
${industryFilter(rules, droppable)}`;
}

/** `industry:` keeps clusters that focus on an industry in it. */
function industryFilter(rules: SupportRules, droppable: boolean): string {
  const { args, tests } = rules;
  if (args.industry === undefined) return '';
  return `CALL (${imported(rules, 'c', 'planned')}) {
  MATCH (c)-[f:${FACTS.focuses}]->(i) WHERE ${valid(rules, 'f')}
  MATCH (i)-[sub:${FACTS.subclass}*0..]->(x)
  WHERE (x.id = ${args.industry} OR ${args.industry} = '${ALL_INDUSTRIES}') AND ${validChain(rules, 'sub')}
  RETURN count(*) > 0 AS asked
}
WITH * WHERE asked${droppable ? ` OR NOT ${tests}.industry` : ''}`;
}

/** Binds `areas`: where `t` applies, each place with the ids of what it is in and of what it touches. */
function areasOf(rules: SupportRules): string {
  return `CALL (${imported(rules, 't', 'planned')}) {
  MATCH (t)-[r:${FACTS.appliesIn}]->(a) WHERE ${valid(rules, 'r')}
  ${containersOf(rules, 'a')}
  RETURN collect({id: a.id, containers: aContainers}) AS areas
}`;
}

/** Keeps the `y` that §6.3 and the `place` argument keep. */
function placeTest(rules: SupportRules, droppable: boolean): string {
  const { args, tests } = rules;
  const asked = args.place === undefined ? '' : `${args.place} IN yContainers AND `;
  const reached = 'any(a IN areas WHERE a.id IN yContainers OR y.id IN a.containers)';
  return `${containersOf(rules, 'y')}
WITH * WHERE ${droppable ? `NOT ${tests}.place OR ` : ''}(${asked}${reached})`;
}

/**
 * Binds `${z}Containers`, the ids of the places that `z` is in, itself included, or touches by a PART step of its
 * own. Always walked upward from `z`, where trees are narrow.
 */
function containersOf(rules: SupportRules, z: string): string {
  return `CALL (${imported(rules, z, 'planned')}) {
    MATCH (${z})-[ws:${FACTS.within}*0..]->(b) WHERE ${validWithin(rules, 'ws')}
    RETURN collect(DISTINCT b.id) AS ${z}Containers
  }`;
}
