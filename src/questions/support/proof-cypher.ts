/** The proof of an answer of `support`: of the right scope, the shortest, ties by the ids along it (§6.9, §6.10). */

import { ALL_INDUSTRIES } from '../../model/all-industries.ts';
import {
  FACTS,
  imported,
  type SupportRules,
  speakersOf,
  valid,
  validChain,
  validWithin,
} from './support-cypher.ts';

/** The modalities, firmest first. */
const MODALITIES = ['STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'] as const;

/** The weakest of some modalities. */
export function weakestOf(modalities: readonly unknown[]): string {
  return MODALITIES.findLast((modality) => modalities.includes(modality)) ?? 'STATED';
}

const RANK = MODALITIES.map((modality, index) => `WHEN '${modality}' THEN ${index}`).join(' ');

/** Sorts proofs over bound `steps` and `whole`, the one that is told first. */
export const BEST_FIRST = `NOT whole, size(steps),
    reduce(ids = [], x IN steps | ids + [startNode(x).id, endNode(x).id]),
    [x IN steps | CASE x.modality ${RANK} END], [x IN steps | coalesce(x.fromDay, 0)], [x IN steps | x.key]`;

/**
 * A subquery over bound `p`, `c` and `y` that gives `steps`, the relationships of the proof in order, and `whole`,
 * whether it is WHOLE in both rules. A proof without planned facts goes before any with them, a WHOLE one before one
 * in PART, then the one with the fewest steps, then by the ids along it; where two facts join the same ends, the
 * firmer and then the earlier.
 */
export function proofOf(rules: SupportRules): string {
  const { args, tests } = rules;
  const lead = args.instrument === undefined ? '' : 'CASE WHEN hm IS NULL THEN [] ELSE [hm] END + ';
  return `CALL (${imported(rules, 'p', 'c', 'y')}) {
  UNWIND ${tests}.worlds AS planned
  ${speakersOf(rules)}
  ${industryProofs(rules)}
  MATCH (c)-[l:${FACTS.located}]->(y) WHERE ${valid(rules, 'l')}
  ${placeProofs(rules)}
  WITH ${lead}industrySteps + [l] + placeSteps AS steps, industryWhole AND placeWhole AS whole
  RETURN steps, whole
  ORDER BY any(x IN steps WHERE coalesce(x.planned, false)), ${BEST_FIRST}
  LIMIT 1
}`;
}

/** From the speaker to the cluster: named itself, or by an industry that is, holds or lies in what it focuses on. */
function industryProofs(rules: SupportRules): string {
  return `CALL (${imported(rules, 'p', 's', 'c', 'planned')}) {
    MATCH (p)-[r:${FACTS.supportsCluster}]->(c) WHERE s = p AND ${valid(rules, 'r')}
    RETURN [r] AS industrySteps, true AS industryWhole
  UNION
    MATCH (s)-[r:${FACTS.supportsIndustry}]->(j) WHERE ${valid(rules, 'r')}
    MATCH (c)-[f:${FACTS.focuses}]->(i) WHERE ${valid(rules, 'f')}
    CALL (${imported(rules, 'i', 'j', 'planned')}) {
      WITH i, j WHERE i = j OR j.id = '${ALL_INDUSTRIES}' OR i.id = '${ALL_INDUSTRIES}'
      RETURN [] AS chain, i = j OR j.id = '${ALL_INDUSTRIES}' AS whole
    UNION
      MATCH (i)-[sub:${FACTS.subclass}*1..]->(j) WHERE ${validChain(rules, 'sub')}
      RETURN sub AS chain, true AS whole
    UNION
      MATCH (j)-[sub:${FACTS.subclass}*1..]->(i) WHERE ${validChain(rules, 'sub')}
      RETURN sub AS chain, false AS whole
    }
    RETURN [r] + chain + [f] AS industrySteps, whole AS industryWhole
  }`;
}

/** From the cluster's place to where the speaker applies: in it, around it, or touching it either way. */
function placeProofs(rules: SupportRules): string {
  return `CALL (${imported(rules, 't', 'y', 'planned')}) {
    MATCH (t)-[r:${FACTS.appliesIn}]->(a) WHERE ${valid(rules, 'r')}
    CALL (${imported(rules, 'a', 'y', 'planned')}) {
      MATCH (y)-[ws:${FACTS.within}*0..]->(a) WHERE ${validWithin(rules, 'ws')}
      RETURN ws AS chain, size(ws) = 0 OR head(ws).extent = 'WHOLE' AS whole
    UNION
      MATCH (a)-[ws:${FACTS.within}*1..]->(y) WHERE ${validWithin(rules, 'ws')}
      RETURN ws AS chain, false AS whole
    }
    RETURN chain + [r] AS placeSteps, whole AS placeWhole
  }`;
}
