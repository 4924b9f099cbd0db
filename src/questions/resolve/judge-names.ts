/** Names as parameters of the statement of `resolve`, and its rows judged: the records that may be meant, best first. */

import type { Parameters } from '../../cypher/statement.ts';
import { concreteTypes, type Model } from '../../model/model.ts';
import { isSearchable } from '../../model/text/search-form.ts';
import { type AskedName, readAsked } from './asked-name.ts';
import { type Candidate, judgeCandidate } from './judge-candidate.ts';
import type { Judgement } from './judgement.ts';
import { needlesOf } from './name-needles.ts';
import { readCandidate } from './read-candidates.ts';
import type { ResolveParameters } from './resolve-cypher.ts';
import type { TakeApart } from './shape-name.ts';

/** A candidate that may be meant, as its row has it. */
export interface Found {
  readonly candidate: Candidate;
  readonly judgement: Judgement;
  readonly row: Readonly<Record<string, unknown>>;
}

/** The names as parameters. A name without a letter, digit or character is looked for nowhere. */
export function bindNames(
  model: Model,
  parameters: Parameters,
  asked: readonly AskedName[],
): Omit<ResolveParameters, 'types'> {
  const needles = asked.map((each) => needlesOf(isSearchable(each.name) ? each : readAsked('')));
  return {
    names: parameters.add(needles.map(({ places: _, ...each }) => each)),
    places: parameters.add([...new Set(needles.flatMap((each) => each.places))]),
    placeTypes: parameters.add(concreteTypes(model, 'Place')),
  };
}

/** Those that fit, best first: by score, then the shorter name, then the id. */
export function judge(
  asked: AskedName,
  rows: readonly Readonly<Record<string, unknown>>[],
  takeApart: TakeApart,
): readonly Found[] {
  return rows
    .flatMap((row): readonly Found[] => {
      const candidate = readCandidate(row);
      const judgement = judgeCandidate(asked, candidate, takeApart);
      return judgement ? [{ candidate, judgement, row }] : [];
    })
    .sort(
      (a, b) =>
        b.judgement.score - a.judgement.score ||
        String(a.row.name).length - String(b.row.name).length ||
        (a.candidate.id < b.candidate.id ? -1 : 1),
    );
}
