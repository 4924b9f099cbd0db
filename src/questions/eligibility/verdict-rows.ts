/** Verdicts as a row of a statement holds them: ids and where facts were read, nothing that a profile says. */

import type { StatedIn } from '../../model/stored/compare-sources.ts';
import type { ConditionVerdict, CriterionVerdict } from '../../rules/eligibility/verdict.ts';

/** Evidence in the form in which nodes keep it. */
export interface CitedRow {
  readonly evidenceSources: readonly string[];
  readonly evidence: readonly string[];
  readonly evidenceChecks: readonly string[];
}

/** A verdict as a row of a statement holds it. */
export interface VerdictRow extends CitedRow {
  readonly criterion: string | null;
  readonly conditions: readonly CitedRow[];
}

/** The row of a verdict. */
export function verdictRow({ criterion, conditions }: CriterionVerdict): VerdictRow {
  return {
    criterion: criterion ?? null,
    ...citedRow(conditions),
    conditions: conditions.map((condition) => citedRow([condition])),
  };
}

/** Where the facts that some conditions rest on were read, each place once. */
function citedRow(conditions: readonly ConditionVerdict[]): CitedRow {
  const readings = conditions.flatMap(({ used }) => used.flatMap(({ fact }) => fact.readings));
  const once = new Map(readings.map((each): [string, StatedIn] => [`${each.source} ${each.locator}`, each]));
  const all = [...once.values()];
  return {
    evidenceSources: all.map(({ source }) => source),
    // The words of evidence end in the locator, behind the title.
    evidence: all.map(({ locator }) => `》 ${locator}`),
    evidenceChecks: all.map(({ check = '' }) => check),
  };
}

/** The lowest tier among the facts that some conditions rest on; null where none has a source (§8.9). */
export function lowestTier(conditions: readonly ConditionVerdict[], tiers: readonly string[]): string | null {
  const found = conditions
    .flatMap(({ used }) => used.flatMap(({ fact }) => fact.readings[0]?.tier ?? []))
    .filter((tier) => tiers.includes(tier));
  return found.sort((a, b) => tiers.indexOf(b) - tiers.indexOf(a))[0] ?? null;
}
