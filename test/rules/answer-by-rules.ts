/** Answers `support` by the rules over the ground of a dataset, in the form in which the oracle answers. */

import { expect } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { readModel } from '../../src/model/schema/read-model.ts';
import { deriveFacts } from '../../src/model/stored/derive-facts.ts';
import type { SupportAsked } from '../../src/rules/find-answers.ts';
import type { Ground } from '../../src/rules/ground.ts';
import { createGroundViews, type GroundViews } from '../../src/rules/ground-views.ts';
import { type Answer, countAnswers, pageOfAnswers, positionOf } from '../../src/rules/page-of-answers.ts';
import { modalityOf, type Proof, proofOf } from '../../src/rules/proof.ts';
import { finish } from '../../src/rules/steps.ts';
import { whyNot } from '../../src/rules/why-not.ts';
import { checkProof } from '../../src/verify/check-proof.ts';
import type { SupportAnswer, SupportQuery, SupportRow } from '../oracle/support-oracle.ts';
import { groundOfDataset } from './ground-of-dataset.ts';

const model = readModel('schema');

/** A views over a dataset. */
export function viewsOf(dataset: Dataset): GroundViews {
  return createGroundViews(groundOfDataset(model, deriveFacts(model, dataset)));
}

/** A question in numbers of a ground; every id is in it. */
export function askedOf({ numbers }: Ground, query: SupportQuery): SupportAsked {
  const { policy, industry, cluster, place, instrument, day, includePlanned, dropping } = query;
  const number = (id: string | undefined) => (id === undefined ? undefined : (numbers.get(id) ?? -1));
  return {
    policy: number(policy),
    industry: number(industry),
    cluster: number(cluster),
    place: number(place),
    instrument,
    day,
    includePlanned,
    dropping,
  };
}

/** The whole answer, page by page; the pages together are the total, counted in two ways. Every proof is checked. */
export function answerByRules(dataset: Dataset, query: SupportQuery, pageSize = 50): SupportAnswer {
  const views = viewsOf(dataset);
  const asked = askedOf(views.ground, query);
  const rows: SupportRow[] = [];
  let after: ReturnType<typeof positionOf> | undefined;
  for (;;) {
    const page = finish(pageOfAnswers(views, asked, query.orderBy, pageSize, after));
    rows.push(...page.map((answer) => rowOf(dataset, views, asked, query, answer)));
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = positionOf(views.ground, query.orderBy, last);
  }
  const why = finish(whyNot(views, asked));
  const { dropping } = query;
  const counted = dropping ? (why.reasons.find(({ reason }) => reason === dropping)?.count ?? 0) : why.total;
  expect([finish(countAnswers(views, asked)), counted]).toEqual([rows.length, rows.length]);
  return { rows, whyNot: why.reasons };
}

function rowOf(
  dataset: Dataset,
  views: GroundViews,
  asked: SupportAsked,
  query: SupportQuery,
  answer: Answer,
): SupportRow {
  const { ground } = views;
  const proof = proofOf(views, asked, answer);
  if (!proof) throw new Error(`no proof of ${JSON.stringify(answer)}`);
  const scope = proof.whole ? 'WHOLE' : 'PART';
  const ids = {
    policy: ground.ids[answer.policy] ?? '',
    cluster: ground.ids[answer.cluster] ?? '',
    place: ground.ids[answer.place] ?? '',
  };
  expect(checkProof(dataset, query, ids, scope, keysOf(ground, proof))).toEqual([]);
  return { ...ids, scope, modality: modalityOf(ground, proof), because: stepsOf(ground, proof) };
}

/** The keys of the facts of a proof. */
export function keysOf({ facts }: Ground, { steps }: Proof): readonly string[] {
  return steps.map(({ type, fact }) => facts[type].keys[fact] ?? '');
}

/** The steps of a proof as the API gives them. */
export function stepsOf({ ids, facts }: Ground, { steps }: Proof): SupportRow['because'] {
  return steps.map(({ type, fact }) => {
    const { from, to, modality } = facts[type];
    return {
      from: ids[from[fact] ?? 0] ?? '',
      relationship: model.stored.get(type)?.kind ?? '',
      to: ids[to[fact] ?? 0] ?? '',
      modality: ['STATED', 'ESTIMATED', 'PLANNED', 'AIMED_FOR'][modality[fact] ?? 0] ?? '',
    };
  });
}
