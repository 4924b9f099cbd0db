/** The operation of the view of changes: what curators changed, and what ends or is due. */

import type { Address } from './address.ts';
import { GRAPH, NAMED } from './fragments.ts';
import { graphql, questionOf } from './operation.ts';

const CHANGES = graphql(
  `query Changes(
    $about: ID, $also: ID, $isBoth: Boolean!, $since: Int, $within: Int!, $industry: ID, $place: ID, $validOn: Date
    $lang: Lang, $asked: [ID!]!
  ) {
    graph { ...Graph }
    asked: nodes(ids: $asked, validOn: $validOn) { ... on Entity { ...Named } }
    changes(about: $about, since: $since, first: 200) {
      totalCount nodes { id revision at action entityId sentence(lang: $lang) about { ...Named } }
    }
    also: changes(about: $also, since: $since, first: 200) @include(if: $isBoth) { nodes { id } }
    expiring(within: $within, industry: $industry, place: $place, validOn: $validOn, first: 200) {
      totalCount
      nodes {
        endsOn cause sentence(lang: $lang) policy { ...Named } measure { ...Named } window { opensOn closesOn }
      }
    }
    progress(industry: $industry, place: $place, on: $validOn, first: 200) {
      totalCount
      nodes {
        state
        target {
          id due comparator value valueMax printed
          indicator { ...Named unit } place { ...Named } industry { ...Named } policy { ...Named }
        }
      }
    }
  }`,
  [GRAPH, NAMED],
);

/** How many days ahead are shown where the address says nothing. */
const DAYS_AHEAD = 365;

/** What changed about a place, an industry or any entity, and what ends there. */
export function changesQuestion({ parameters }: Address, lang: 'ZH' | 'EN') {
  const { about, place, industry, since, within, validOn } = parameters;
  const first = about ?? place ?? industry;
  const isBoth = about === undefined && place !== undefined && industry !== undefined;
  const asked = [...new Set([about, place, industry].filter((id) => id !== undefined))];
  return questionOf(CHANGES, {
    ...(first ? { about: first } : {}),
    ...(isBoth ? { also: industry } : {}),
    isBoth,
    ...(since ? { since: Number(since) } : {}),
    within: within ? Number(within) : DAYS_AHEAD,
    ...(industry ? { industry } : {}),
    ...(place ? { place } : {}),
    ...(validOn ? { validOn } : {}),
    lang,
    asked,
  });
}
