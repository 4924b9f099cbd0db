/** Evidence in the lists of changes: what a record cites, what of that is new, and what was checked. */

import type { Evidence } from '../../model/dataset.ts';
import type { Model } from '../../model/model.ts';
import { checkText } from '../../model/words/evidence-form.ts';
import { isDerived } from '../changes/is-derived.ts';
import { type Touched, touchedFacts } from '../changes/touched-facts.ts';
import type { Plan } from '../plan.ts';

/**
 * A piece of evidence as changes show it.
 * @example source:parks-2022 序号3 (checkedBy 李四, checkedOn 2026-11-20)
 */
export function evidenceText(evidence: Evidence): string {
  const { checkedBy, checkedOn } = evidence;
  const on = checkedOn === undefined ? '' : `, checkedOn ${checkedOn}`;
  return checkedBy === undefined
    ? placeText(evidence)
    : `${placeText(evidence)} (checkedBy ${checkedBy}${on})`;
}

function placeText({ source, locator }: Evidence): string {
  return `${source} ${locator}`.trim();
}

/** What a plan adds to evidence, each once, in order. */
export interface EvidenceNews {
  /** Sources and locations that a record cites and did not before. */
  readonly cited: readonly string[];
  /** Those that were checked for a record since. */
  readonly checked: readonly string[];
}

/** The evidence that a plan adds, and what of it was checked. */
export function evidenceNews({ changes }: Pick<Plan, 'changes'>, model: Model): EvidenceNews {
  const { nodes, relationships } = touchedFacts(
    model,
    changes.filter((change) => !isDerived(change, model)),
  );
  const cited = new Set<string>();
  const checked = new Set<string>();
  const add = ({ before, after }: Touched<{ readonly evidence: readonly Evidence[] }>) => {
    const known = new Map(before?.evidence.map((each) => [placeText(each), checkText(each)]));
    for (const each of after?.evidence ?? []) {
      const was = known.get(placeText(each));
      if (was === undefined) cited.add(placeText(each));
      if (each.checkedBy !== undefined && checkText(each) !== was) checked.add(evidenceText(each));
    }
  };
  for (const each of [...nodes, ...relationships]) add(each);
  return { cited: [...cited].sort(), checked: [...checked].sort() };
}
