/** All criteria of a measure held against an applicant: those written, and always industry and place (§8.1, §8.8). */

import type { Condition } from '../../model/words/criterion-sentence.ts';
import type { Ground } from '../ground.ts';
import { appliesOf, type Provision, supportsOf } from '../provisions.ts';
import { type JudgingContext, judgeCondition, ofTree } from './judge-condition.ts';
import { judgeIndustry, judgePlace, type Wanted, wantedBy } from './judge-trees.ts';
import type { RulebookCriterion } from './rulebook.ts';
import { BEST_FIRST, type ConditionVerdict, type CriterionVerdict, worstOf } from './verdict.ts';

const NONE: Wanted = new Map();

/**
 * The verdicts on the criteria of a measure, or of a policy without measures: industry, place, then as written.
 * @param isBrief whether those written are left out where the industry or the place is NOT_MET already
 */
export function judgeMeasure(
  context: JudgingContext,
  provision: Provision,
  written: readonly RulebookCriterion[],
  isBrief = false,
): readonly CriterionVerdict[] {
  const always = [
    ofOne(judgeIndustryOfProvision(context, provision)),
    ofOne(judgePlaceOfProvision(context, provision)),
  ];
  if (isBrief && always.some(({ verdict }) => verdict === 'NOT_MET')) return always;
  return [...always, ...written.map((criterion) => judgeCriterion(context, criterion))];
}

function judgeIndustryOfProvision(
  { reach, applicant, when }: JudgingContext,
  { policy, industriesFrom }: Provision,
): ConditionVerdict {
  const { ground } = reach.view;
  const industries = wantedBy(reach, supportsOf(ground, industriesFrom, policy), industriesFrom);
  // A measure with industries of its own does not support the clusters that its policy names.
  const clusters = industriesFrom === policy ? wantedBy(reach, ground.facts.SUPPORTS_CLUSTER, policy) : NONE;
  const condition = asked(ground, 'INDUSTRY', [...industries.keys(), ...clusters.keys()]);
  return ofTree(condition, judgeIndustry(reach, applicant, when, industries, clusters));
}

function judgePlaceOfProvision(
  { reach, applicant, when }: JudgingContext,
  { policy, placesFrom }: Provision,
): ConditionVerdict {
  const { ground } = reach.view;
  const places = wantedBy(reach, appliesOf(ground, placesFrom, policy), placesFrom);
  const condition = asked(ground, 'OPERATING_PLACE', [...places.keys()]);
  return ofTree(
    condition,
    judgePlace(reach, applicant, when, places, () => true),
  );
}

function asked({ ids }: Ground, attribute: string, numbers: readonly number[]): Condition {
  const values = [...numbers].sort((a, b) => a - b).map((number) => ids[number] ?? '');
  return { attribute, operator: 'IS_IN', values };
}

function ofOne(condition: ConditionVerdict): CriterionVerdict {
  return {
    criterion: undefined,
    alternatives: [{ conditions: [condition.condition] }],
    verdict: condition.verdict,
    conditions: [condition],
  };
}

/** The verdict of the best alternative, the first among equals. */
function judgeCriterion(context: JudgingContext, { id, alternatives }: RulebookCriterion): CriterionVerdict {
  const judged = alternatives.map(({ conditions }) => {
    const verdicts = conditions.map((condition) => judgeCondition(context, condition));
    return { verdict: worstOf(verdicts.map(({ verdict }) => verdict)), conditions: verdicts };
  });
  const rank = ({ verdict }: (typeof judged)[number]) => BEST_FIRST.indexOf(verdict);
  const [best] = [...judged].sort((a, b) => rank(a) - rank(b));
  const { verdict, conditions } = best ?? { verdict: 'NOT_CHECKABLE', conditions: [] };
  return { criterion: id, alternatives, verdict: context.assumed.get(id) ?? verdict, conditions };
}
