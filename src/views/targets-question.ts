/** The operation of the view of targets. */

import type { Address } from './address.ts';
import { clocksOf } from './clocks.ts';
import { GRAPH, NAMED } from './fragments.ts';
import { graphql, questionOf } from './operation.ts';

const PROGRESS = graphql(
  `query Progress(
    $policy: ID, $indicator: ID, $industry: ID, $place: ID, $on: Date, $lang: Lang, $asked: [ID!]!, $validOn: Date
    $asOf: Int
  ) {
    graph { ...Graph }
    asked: nodes(ids: $asked, validOn: $validOn, asOf: $asOf) { ... on Entity { ...Named } }
    progress(policy: $policy, indicator: $indicator, industry: $industry, place: $place, on: $on, asOf: $asOf, first: 200) {
      totalCount
      nodes {
        state ratio line refusal(lang: $lang)
        latest { id value printed bound modality period }
        baseline { id value printed period }
        target {
          id from due comparator value valueMax printed modality
          indicator { ...Named unit basis behaviour } place { ...Named } industry { ...Named }
          policy { ...Named }
        }
      }
    }
  }`,
  [GRAPH, NAMED],
);

/** How far targets are on a day. */
export function targetsQuestion({ parameters }: Address, lang: 'ZH' | 'EN') {
  const { policy, indicator, industry, place } = parameters;
  const clocks = clocksOf(parameters);
  const ids = { policy, indicator, industry, place };
  const given = Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined));
  return questionOf(PROGRESS, {
    ...given,
    asked: Object.values(given) as string[],
    lang,
    ...clocks,
    ...(clocks.validOn ? { on: clocks.validOn } : {}),
  });
}

const EVIDENCE = graphql(
  `query ProgressEvidence($ids: [ID!]!, $asOf: Int) {
    nodes(ids: $ids, anyDay: true, asOf: $asOf) {
      id
      ... on Target { evidence { locator checkedBy checkedOn source { id name nameEn tier url publisher publishedOn retrievedOn } } }
      ... on Observation { evidence { locator checkedBy checkedOn source { id name nameEn tier url publisher publishedOn retrievedOn } } }
    }
  }`,
);

/** Where a target and its figures are stated. */
export function figureEvidenceQuestion({ parameters }: Address, ids: readonly string[]) {
  const { asOf } = clocksOf(parameters);
  return questionOf(EVIDENCE, { ids: [...ids], ...(asOf === undefined ? {} : { asOf }) });
}
