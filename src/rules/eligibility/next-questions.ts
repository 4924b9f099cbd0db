/** What to find out next about an applicant: what decides most comes first (§8.13). */

import { askedKey, type Eligibility, missingOf } from './decide-eligibility.ts';
import type { Asked, CriterionVerdict } from './verdict.ts';

/** A question, and what its answer would decide. */
export interface NextQuestion extends Asked {
  /** How many are UNKNOWN and lack nothing else. */
  readonly settles: number;
  /** How many lack it. */
  readonly touches: number;
}

/**
 * The questions that a whole answer leaves open: by what they settle, then by what they touch, then as declared.
 * @param declared the attributes in their order
 */
export function nextQuestions(
  answers: readonly Eligibility[],
  declared: readonly string[],
): readonly NextQuestion[] {
  const found = new Map<string, { asked: Asked; settles: number; touches: number }>();
  for (const { overall, verdicts } of answers) {
    const missing = missingOf(verdicts);
    const lacksMore = verdicts.some(isOpenOtherwise);
    for (const asked of missing) {
      const key = askedKey(asked);
      const count = found.get(key) ?? { asked, settles: 0, touches: 0 };
      found.set(key, count);
      count.touches += 1;
      if (overall === 'UNKNOWN' && missing.length === 1 && !lacksMore) count.settles += 1;
    }
  }
  return [...found.values()]
    .map(({ asked, settles, touches }) => ({ ...asked, settles, touches }))
    .sort(
      (a, b) =>
        b.settles - a.settles ||
        b.touches - a.touches ||
        declared.indexOf(a.attribute) - declared.indexOf(b.attribute) ||
        ((a.of ?? '') < (b.of ?? '') ? -1 : 1),
    );
}

/** Whether a criterion is open for a reason that no fact about the applicant settles: its policy names no place. */
function isOpenOtherwise({ verdict, conditions }: CriterionVerdict): boolean {
  return (
    verdict === 'UNKNOWN' &&
    conditions.some((each) => each.verdict === 'UNKNOWN' && each.missing.length === 0)
  );
}
