/** The policies in force for a place, an industry or a cluster, as Cypher: each with its best proof (§6.15). */

import { ALL_INDUSTRIES } from '../../model/all-industries.ts';
import { BEST_FIRST, proofOf } from '../support/proof-cypher.ts';
import {
  FACTS,
  inForce,
  type SupportRules,
  valid,
  validChain,
  validWithin,
} from '../support/support-cypher.ts';

/**
 * Clauses over one bound node that bind each policy `p` in force for it, with `steps`, the relationships of its proof
 * in order, and `whole`, whether that proof covers all of the node. Without proofs only `p` is bound, and the planner has
 * less to do. Only firm facts count: `planned` is false.
 */
export type PoliciesOf = (rules: SupportRules, node: string, proofs: boolean) => string;

/** Of the proofs of each policy, the best. */
const BEST_PROOF = `WITH * ORDER BY ${BEST_FIRST}
WITH p, head(collect({steps: steps, whole: whole})) AS proof
WITH p, proof.steps AS steps, proof.whole AS whole`;

/** Each policy once. */
const EACH_ONCE = 'WITH DISTINCT p';

/** Keeps bound `p` and `y` where the policy reaches the place (§6.3), without asking how. */
function reached(rules: SupportRules): string {
  return `CALL (p, y) {
    WITH p, y, false AS planned
    MATCH (p)-[r:${FACTS.appliesIn}]->(a) WHERE ${valid(rules, 'r')}
    CALL (a, y, planned) {
      MATCH (y)-[ws:${FACTS.within}*0..]->(a) WHERE ${validWithin(rules, 'ws')} RETURN true AS hit
    UNION
      MATCH (a)-[ws:${FACTS.within}*1..]->(y) WHERE ${validWithin(rules, 'ws')} RETURN true AS hit
    }
    WITH hit LIMIT 1 RETURN count(*) > 0 AS hits
  }
  WITH * WHERE hits`;
}

/** Rule 3: where a policy applies is the place, holds it (WHOLE), lies in it, or touches it either way (PART). */
export const policiesOfPlace: PoliciesOf = (rules, y, proofs) => `CALL (${y}) {
  WITH ${y} AS y, false AS planned
  CALL (y, planned) {
    MATCH (y)-[ws:${FACTS.within}*0..]->(a) WHERE ${validWithin(rules, 'ws')}
    RETURN a, ws AS chain, size(ws) = 0 OR head(ws).extent = 'WHOLE' AS whole
  UNION
    MATCH (a)-[ws:${FACTS.within}*1..]->(y) WHERE ${validWithin(rules, 'ws')}
    RETURN a, ws AS chain, false AS whole
  }
  MATCH (p:Policy)-[r:${FACTS.appliesIn}]->(a) WHERE ${valid(rules, 'r')} AND ${inForce(rules, 'p')}
  RETURN p, chain + [r] AS steps, whole
}
${proofs ? BEST_PROOF : EACH_ONCE}`;

/** Rule 2: what a policy supports is the industry, holds it (WHOLE), or lies in it (PART). */
export const policiesOfIndustry: PoliciesOf = (rules, i, proofs) => `CALL (${i}) {
  WITH ${i} AS i, false AS planned
  CALL (i, planned) {
    MATCH (i)-[sub:${FACTS.subclass}*0..]->(j) WHERE ${validChain(rules, 'sub')}
    RETURN j, sub AS chain, true AS whole
  UNION
    MATCH (j)-[sub:${FACTS.subclass}*1..]->(i) WHERE ${validChain(rules, 'sub')}
    RETURN j, sub AS chain, false AS whole
  UNION
    MATCH (j:Node {id: '${ALL_INDUSTRIES}'})
    RETURN j, [] AS chain, true AS whole
  UNION
    MATCH (j:Industry) WHERE i.id = '${ALL_INDUSTRIES}' AND j <> i
    RETURN j, [] AS chain, false AS whole
  }
  MATCH (p:Policy)-[r:${FACTS.supportsIndustry}]->(j) WHERE ${valid(rules, 'r')} AND ${inForce(rules, 'p')}
  RETURN p, [r] + chain AS steps, whole
}
${proofs ? BEST_PROOF : EACH_ONCE}`;

/** Those of `support` for the cluster, in any of its places. */
export const policiesOfCluster: PoliciesOf = (rules, c, proofs) => `CALL (${c}) {
  WITH ${c} AS c, false AS planned
  CALL (c, planned) {
    MATCH (p:Policy)-[r:${FACTS.supportsCluster}]->(c) WHERE ${valid(rules, 'r')}
    RETURN p
  UNION
    MATCH (c)-[f:${FACTS.focuses}]->(i) WHERE ${valid(rules, 'f')}
    CALL (i, planned) {
      MATCH (i)-[sub:${FACTS.subclass}*0..]->(j) WHERE ${validChain(rules, 'sub')} RETURN j
    UNION
      MATCH (j)-[sub:${FACTS.subclass}*1..]->(i) WHERE ${validChain(rules, 'sub')} RETURN j
    UNION
      MATCH (j:Node {id: '${ALL_INDUSTRIES}'}) RETURN j
    UNION
      MATCH (j:Industry) WHERE i.id = '${ALL_INDUSTRIES}' RETURN j
    }
    MATCH (p:Policy)-[r:${FACTS.supportsIndustry}]->(j) WHERE ${valid(rules, 'r')}
    RETURN p
  }
  WITH DISTINCT c, p, planned WHERE ${inForce(rules, 'p')}
  MATCH (c)-[l:${FACTS.located}]->(y) WHERE ${valid(rules, 'l')}
  WITH DISTINCT c, p, y
  ${proofs ? `${proofOf(rules)}\n  RETURN p, steps, whole` : `${reached(rules)}\n  RETURN p`}
}
${proofs ? BEST_PROOF : EACH_ONCE}`;
