/** The proofs of covered cells: why a policy covers a row in a column (§7.7). */

import type { CoverageAsked, CoverageRow } from './coverage-axes.ts';
import type { GroundView, GroundViews } from './ground-views.ts';
import {
  ALL_TESTS,
  best,
  bestProof,
  type Proof,
  placeProofs,
  proofIn,
  type Step,
  supportedIndustries,
} from './proof.ts';
import { provisionsOfPolicy } from './provisions.ts';
import type { View } from './view.ts';

/** A covered cell, and the policy that is to prove it. */
export interface ProvedCell {
  readonly row: CoverageRow;
  readonly column: number;
  readonly policy: number;
  readonly whole: boolean;
}

/** The proof that a policy covers a cell, in the scope that the cell has; undefined where there is none. */
export function cellProof(views: GroundViews, asked: CoverageAsked, cell: ProvedCell): Proof | undefined {
  for (const planned of asked.includePlanned ? [false, true] : [false]) {
    const view = views.onDay(asked.day, planned);
    const proofs = proofsIn(views, view, asked, cell);
    const found = bestProof(views.ground, proofs);
    if (found && found.whole === cell.whole) return found;
  }
  return undefined;
}

function proofsIn(
  views: GroundViews,
  view: GroundView,
  asked: CoverageAsked,
  { row, policy, column }: ProvedCell,
): readonly Proof[] {
  switch (asked.rows) {
    case 'INDUSTRY':
      return joinedProofs(
        view,
        supportedIndustries(view, policy, policy, [row.node]),
        placeProofs(view, policy, policy, column),
      );
    case 'CLUSTER': {
      const here = views.sites.filter(
        (site) =>
          site.cluster === row.node && view.isLocated(site) && view.placesAround(site.place).has(column),
      );
      return here.flatMap(
        ({ place }) => proofIn(view, ALL_TESTS, { policy, cluster: row.node, place }) ?? [],
      );
    }
    default:
      return provisionProofs(view, asked, row, policy, column);
  }
}

/** Proofs whose two halves are chosen separately: of the whole where both can be. */
function joinedProofs(
  { ground }: View,
  industry: readonly Proof[],
  place: readonly Proof[],
): readonly Proof[] {
  const whole = [industry, place].every((half) => half.some((each) => each.whole));
  const [first, second] = [best(ground, industry, whole), best(ground, place, whole)];
  return first && second ? [{ whole, steps: [...first.steps, ...second.steps] }] : [];
}

/** §7.5: the proofs by which a policy, or its measures of a kind, reach a place. */
function provisionProofs(
  view: GroundView,
  { rows, industry }: CoverageAsked,
  row: CoverageRow,
  policy: number,
  column: number,
): readonly Proof[] {
  const provisions = provisionsOfPolicy(view, policy, rows === 'INSTRUMENT' ? row.key : undefined);
  return provisions.flatMap(({ measureFact, industriesFrom, placesFrom }) => {
    const isAsked =
      industry === undefined || supportedIndustries(view, industriesFrom, policy, [industry]).length > 0;
    if (!isAsked) return [];
    const lead: readonly Step[] =
      measureFact === undefined ? [] : [{ type: 'HAS_MEASURE', fact: measureFact }];
    return placeProofs(view, placesFrom, policy, column).map(({ whole, steps }) => ({
      whole,
      steps: [...lead, ...steps],
    }));
  });
}
