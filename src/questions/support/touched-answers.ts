/** The answers of `support` that a change of the facts it reads can touch, and no others: asked before and after. */

import type { Statement } from '../../cypher/statement.ts';
import { ALL_INDUSTRIES } from '../../model/all-industries.ts';
import { NODE } from '../../model/model.ts';
import { proofOf } from './proof-cypher.ts';
import { answersOf, FACTS, inForce, NO_ARGUMENTS } from './support-cypher.ts';
import { allTests } from './support-tests.ts';

/** The stored relationships that `support` reads where no instrument is asked, by what a change of one touches. */
export const SUPPORT_READS: Readonly<Record<string, 'policy' | 'cluster' | 'industry' | 'place'>> = {
  SUPPORTS_INDUSTRY: 'policy',
  SUPPORTS_CLUSTER: 'policy',
  POLICY_APPLIES_IN: 'policy',
  FOCUSES_ON: 'cluster',
  CLUSTER_LOCATED_IN: 'cluster',
  SUBCLASS_OF: 'industry',
  WITHIN: 'place',
};

/** The properties of a policy that decide whether it is in force. */
export const IN_FORCE_READS = ['stage', 'startDay', 'endDay'] as const;

/**
 * Rows of `policy` or `cluster`: what hangs on industries and places, or on anything that lies in them, on any day. A
 * step of a tree that comes or goes touches no other answers: what leads to its lower end is there before and after,
 * or is itself a change.
 */
export function hangingOn(
  industries: readonly string[],
  places: readonly string[],
  limit: number,
): Statement {
  const below = (ids: string, tree: string, supports: string, leads: string) => `  UNWIND ${ids} AS id
  MATCH (x)-[:${tree}*0..]->(:${NODE} {id: id})
  WITH DISTINCT x
  CALL (x) {
    MATCH (p:Policy)-[:${supports}]->(x) RETURN p.id AS policy, null AS cluster
  UNION
    MATCH (c:Cluster)-[:${leads}]->(x) RETURN null AS policy, c.id AS cluster
  }
  RETURN policy, cluster`;
  return {
    text: `CALL () {
${below('$industries', FACTS.subclass, FACTS.supportsIndustry, FACTS.focuses)}
UNION
${below('$places', FACTS.within, FACTS.appliesIn, FACTS.located)}
}
RETURN policy, cluster LIMIT $limit`,
    parameters: { industries, places, limit },
  };
}

/**
 * Rows of the answers of policies on a day: ids and names of `policy`, `cluster` and `place`.
 * @param limit the most rows, whichever: who gets as many knows that not all are there
 */
export function answersOfPolicies(policies: readonly string[], day: number, limit: number): Statement {
  const rules = { args: NO_ARGUMENTS, tests: '$tests' };
  return {
    text: `UNWIND $policies AS id MATCH (p:Policy {id: id}) WHERE ${inForce(rules, 'p')}
CALL (p) { ${answersOf(rules)} }
${ROWS}`,
    parameters: { policies, tests: allTests(day, false), limit },
  };
}

/**
 * Rows of the answers of clusters on a day, as {@link answersOfPolicies} gives them. Only policies that a cluster's
 * industries lead to, or that name it, are put to the test.
 */
export function answersOfClusters(clusters: readonly string[], day: number, limit: number): Statement {
  const rules = { args: { ...NO_ARGUMENTS, cluster: 'v.cluster' }, tests: 'v' };
  return {
    text: `UNWIND $clusters AS id MATCH (c:Cluster {id: id})
CALL (c) {
  MATCH (p:Policy)-[:${FACTS.supportsCluster}]->(c) RETURN p
UNION
  MATCH (c)-[:${FACTS.focuses}]->(i)
  CALL (i) {
    MATCH (i)-[:${FACTS.subclass}*0..]->(j) RETURN j
  UNION
    MATCH (j)-[:${FACTS.subclass}*1..]->(i) RETURN j
  UNION
    MATCH (j:${NODE} {id: '${ALL_INDUSTRIES}'}) RETURN j
  }
  MATCH (p:Policy)-[:${FACTS.supportsIndustry}]->(j) RETURN p
UNION
  MATCH (c)-[:${FACTS.focuses}]->(:${NODE} {id: '${ALL_INDUSTRIES}'})
  MATCH (p:Policy)-[:${FACTS.supportsIndustry}]->() RETURN p
}
WITH DISTINCT c.id AS id, p
WITH p, id, $tests AS tests
WITH p, tests {.*, cluster: id} AS v
WHERE ${inForce(rules, 'p')}
CALL (p, v) { ${answersOf(rules)} }
${ROWS}`,
    parameters: { clusters, tests: allTests(day, false), limit },
  };
}

/** An answer by its ids. */
export interface AnswerIds {
  readonly policy: string;
  readonly cluster: string;
  readonly place: string;
}

/**
 * Rows of the proofs of answers on a day: the ids of each, `whole`, whether it is WHOLE in both rules, and the
 * `modalities` of its steps.
 */
export function proofsOfAnswers(answers: readonly AnswerIds[], day: number): Statement {
  return {
    text: `UNWIND $answers AS answer
MATCH (p:Policy {id: answer.policy}) MATCH (c:Cluster {id: answer.cluster}) MATCH (y:${NODE} {id: answer.place})
${proofOf({ args: NO_ARGUMENTS, tests: '$tests' })}
RETURN answer.policy AS policy, answer.cluster AS cluster, answer.place AS place, whole,
  [x IN steps | x.modality] AS modalities`,
    parameters: { answers, tests: allTests(day, false) },
  };
}

const ROWS = `RETURN p.id AS policy, p.name AS policyName, c.id AS cluster, c.name AS clusterName,
  y.id AS place, y.name AS placeName
LIMIT $limit`;
