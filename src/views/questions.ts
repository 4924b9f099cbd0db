/** The operations of the views that ask questions, with the types of their answers. */

import { type Model, rootTypes } from '../model/model.ts';
import type { Address } from './address.ts';
import { clocksOf } from './clocks.ts';
import { GRAPH, NAMED, PROOF } from './fragments.ts';
import { graphql, type Question, questionOf } from './operation.ts';

const HOME = graphql(
  `query Home($validOn: Date, $lang: Lang) {
    graph { ...Graph }
    newest: policies(first: 6, where: { status: { in: [IN_FORCE] } }, orderBy: [{ issuedOn: DESC }], validOn: $validOn) {
      totalCount
      nodes { ...Named number issuedOn expiresOn issuers(first: 1) { nodes { ...Named } } }
    }
    ending: expiring(within: 365, first: 6, validOn: $validOn) {
      totalCount nodes { endsOn cause policy { ...Named } measure { ...Named } }
    }
    changes(first: 6) { totalCount nodes { id revision at sentence(lang: $lang) about { ...Named } } }
    liveliest: industries(first: 1, where: { industryKind: { in: [INDUSTRY] } }, orderBy: [{ clusters: { count: DESC } }]) {
      nodes { ...Named }
    }
    widest: regions(first: 1, where: { level: { in: [MUNICIPALITY, CITY] } }, orderBy: [{ clusters: { count: DESC } }]) {
      nodes { ...Named }
    }
  }`,
  [GRAPH, NAMED],
);

/** What is new and what ends, and where its sentence begins: the industry and the place with most clusters. */
export function homeQuestion({ parameters }: Address, lang: 'ZH' | 'EN') {
  return questionOf(HOME, { lang, ...day(parameters) });
}

const CHOICES = graphql(
  `query Choices {
    industries(first: 200, orderBy: [{ industryKind: ASC }, { clusters: { count: DESC } }]) { nodes { ...Named industryKind } }
    regions(first: 60, where: { level: { in: [COUNTRY, PROVINCE, MUNICIPALITY, CITY, DISTRICT] } }, orderBy: [{ level: ASC }]) {
      nodes { ...Named level }
    }
    zones(first: 200, where: { clusters: { some: {} } }, orderBy: [{ name: ASC }]) { nodes { ...Named } }
  }`,
  [NAMED],
);

/** What a person can put in the sentence. */
export function choicesQuestion() {
  return questionOf(CHOICES, {});
}

const SUPPORT = graphql(
  `query Support(
    $policy: ID, $industry: ID, $cluster: ID, $place: ID, $instrument: Instrument, $validOn: Date
    $asOf: Int, $includePlanned: Boolean, $dropping: ExclusionReason, $first: Int, $asked: [ID!]!
  ) {
    graph { ...Graph }
    asked: nodes(ids: $asked, validOn: $validOn, asOf: $asOf) { ... on Entity { ...Named } }
    support(
      policy: $policy, industry: $industry, cluster: $cluster, place: $place, instrument: $instrument
      validOn: $validOn, asOf: $asOf, includePlanned: $includePlanned, dropping: $dropping, first: $first
      orderBy: ISSUED_ON_DESC
    ) {
      totalCount
      whyNot { reason count }
      nodes {
        scope modality
        policy { ...Named number issuedOn expiresOn }
        cluster { ...Named }
        place { ...Named }
      }
    }
  }`,
  [GRAPH, NAMED],
);

/** Which policies support which clusters where, as many as one page of the API has. */
export function supportQuestion({ parameters }: Address) {
  const { policy, industry, cluster, place } = parameters;
  const asked = [policy, industry, cluster, place].filter((id) => id !== undefined);
  return questionOf(SUPPORT, { ...supportArguments(parameters), first: 200, asked });
}

const PROVED = graphql(
  `query Proof(
    $policy: ID!, $cluster: ID!, $place: ID!, $instrument: Instrument, $validOn: Date, $asOf: Int
    $includePlanned: Boolean, $dropping: ExclusionReason, $lang: Lang
  ) {
    support(
      policy: $policy, cluster: $cluster, place: $place, instrument: $instrument, validOn: $validOn, asOf: $asOf
      includePlanned: $includePlanned, dropping: $dropping, first: 20
    ) {
      nodes {
        scope modality browserUrl
        policy { ...Named number issuedOn expiresOn status }
        cluster { ...Named }
        place { ...Named }
        because { ...Proof }
      }
    }
  }`,
  [NAMED, PROOF],
);

/** The proof of one answer of support. */
export function proofQuestion(
  { parameters }: Address,
  answer: { readonly policy: string; readonly cluster: string; readonly place: string },
  lang: 'ZH' | 'EN',
) {
  return questionOf(PROVED, { ...answer, ...conditions(parameters), lang });
}

const SEARCH = graphql(
  `query Search($text: String!, $types: [EntityType!], $validOn: Date, $first: Int) {
    graph { ...Graph }
    search(text: $text, types: $types, validOn: $validOn, first: $first) {
      totalCount
      nodes {
        matched
        entity {
          ...Named
          ... on Policy { number issuedOn status }
          ... on Zone { zoneKind within(first: 2) { nodes { ...Named } } }
          ... on Region { level within(first: 1) { nodes { ...Named } } }
          ... on Industry { industryKind broader(first: 2) { nodes { ...Named } } }
          ... on Firm { uscc firmPlaces: places(first: 2) { nodes { ...Named } } }
          ... on Cluster { clusterPlaces: places(first: 2) { nodes { ...Named } } }
          ... on Measure { instrument policy { ...Named } }
          ... on Source { tier publisher publishedOn }
        }
      }
    }
  }`,
  [GRAPH, NAMED],
);

/** What goes by a name. */
export function searchQuestion({ parameters }: Address, first = 60) {
  const { q = '', type } = parameters;
  const types = type ? { types: [type as never] } : {};
  return questionOf(SEARCH, { text: q, ...types, ...day(parameters), first });
}

function day({ validOn }: Address['parameters']): { readonly validOn?: string } {
  return validOn ? { validOn } : {};
}

/** The arguments of support that an address names. Values of enums are the API's to refuse. */
function supportArguments({ policy, industry, cluster, place, ...rest }: Address['parameters']) {
  return {
    ...(policy ? { policy } : {}),
    ...(industry ? { industry } : {}),
    ...(cluster ? { cluster } : {}),
    ...(place ? { place } : {}),
    ...conditions(rest),
  };
}

/** Those of them that limit an answer beside what it is of. */
function conditions(parameters: Address['parameters']) {
  const { instrument, planned, dropping } = parameters;
  return {
    ...(instrument ? { instrument: instrument as never } : {}),
    ...(dropping ? { dropping: dropping as never } : {}),
    ...clocksOf(parameters),
    includePlanned: planned === 'yes',
  };
}

const SHORT = graphql(
  `query Short($id: ID!, $validOn: Date, $asOf: Int) {
    graph { ...Graph }
    entity: lookUp(id: $id, validOn: $validOn, asOf: $asOf) {
      __typename id
      ... on Entity { name nameEn }
      ... on Policy { status }
    }
  }`,
  [GRAPH],
);

/** What has an id, in short: whether it is there, under which id today, and its name. */
export function shortQuestion({ id = '', parameters }: Address) {
  return questionOf(SHORT, { id, ...clocksOf(parameters) });
}

const WHICH = graphql(`query Graph { graph { ...Graph } }`, [GRAPH]);

/** Which graph answers. */
export function graphQuestion() {
  return questionOf(WHICH, {});
}

const DAYS = graphql(`query Days {
  policies(first: 200, orderBy: [{ issuedOn: DESC }], anyDay: true) {
    totalCount
    nodes { issuedOn effectiveFrom expiresOn repealedOn }
  }
  measures(first: 200, anyDay: true) { nodes { windows { opensOn closesOn } } }
  targets(first: 200, orderBy: [{ due: DESC }], anyDay: true) { nodes { due } }
}`);

/** When policies and windows begin and end, and when targets are due. */
export function daysQuestion() {
  return questionOf(DAYS, {});
}

/** How many of each type there are. */
export function countsQuestion(
  model: Model,
): Question<Readonly<Record<string, { readonly totalCount: number }>>> {
  const lists = rootTypes(model).map(({ root }) => `  ${root?.list} (first: 1) { totalCount }`);
  return { query: `query Counts {\n${lists.join('\n')}\n}`, variables: {} };
}
