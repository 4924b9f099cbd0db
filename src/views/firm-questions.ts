/** The operations of the firm view: what can be had, what each verdict rests on, and a firm's record as a profile. */

import type { Address } from './address.ts';
import { clocksOf, isThen } from './clocks.ts';
import { GRAPH, NAMED } from './fragments.ts';
import { graphql, type Question, questionOf } from './operation.ts';
import { type Profile, profileInput } from './profile.ts';

const ELIGIBILITY = graphql(
  `query Eligibility($for: FirmRef!, $asked: [ID!]!, $validOn: Date, $asOf: Int, $lang: Lang, $isThen: Boolean!) {
    graph { ...Graph }
    asked: nodes(ids: $asked, validOn: $validOn, asOf: $asOf) { ... on Entity { ...Named } }
    eligibility(for: $for, validOn: $validOn, asOf: $asOf, first: 200) {
      totalCount
      nextQuestions { attribute of settles touches }
      nodes {
        overall window
        policy { ...Named }
        measure {
          ...Named instrument rateMax cap { amount currency printed bound } per
          windows @skip(if: $isThen) { opensOn closesOn } applyAt @skip(if: $isThen) { ...Named } applyUrl
        }
        combination(lang: $lang)
        verdicts {
          criterion { position }
          sentence(lang: $lang) verdict because(lang: $lang) missing
          conditions { verdict distance condition { attribute of operator values unit basis } }
        }
      }
    }
  }`,
  [GRAPH, NAMED],
);

/** What a firm on record can apply for. */
export function firmQuestion({ parameters }: Address, firm: string, lang: 'ZH' | 'EN') {
  return questionOf(ELIGIBILITY, {
    for: { firm },
    asked: [firm],
    lang,
    ...clocksOf(parameters),
    isThen: isThen(parameters),
  });
}

const VERDICTS_ALONE = graphql(
  `query EligibilityCounts($firm: ID!, $asked: [ID!]!, $validOn: Date, $asOf: Int) {
    graph { ...Graph }
    asked: nodes(ids: $asked, validOn: $validOn, asOf: $asOf) { ... on Entity { ...Named } }
    eligibility(for: { firm: $firm }, validOn: $validOn, asOf: $asOf, first: 200) {
      totalCount
      nodes {
        overall
        verdicts { criterion { position } verdict missing conditions { verdict distance condition { values } } }
      }
    }
  }`,
  [GRAPH, NAMED],
);

/** What the head of a firm's page says: how many of each verdict, without the measures themselves. */
export function firmCountsQuestion({ parameters }: Address, firm: string) {
  return questionOf(VERDICTS_ALONE, { firm, asked: [firm], ...clocksOf(parameters) });
}

/** What a firm like this can apply for; its answer is not kept. */
export function profileQuestion({ parameters }: Address, profile: Profile, lang: 'ZH' | 'EN') {
  const asked = [...profile.industries, ...profile.places.map(({ place }) => place)];
  const question = questionOf(ELIGIBILITY, {
    for: { profile: profileInput(profile) as never },
    asked: [...new Set(asked)],
    lang,
    ...clocksOf(parameters),
    isThen: isThen(parameters),
  });
  return { ...question, isPrivate: true };
}

const VERDICTS = graphql(
  `query Verdicts($for: FirmRef!, $policy: ID!, $validOn: Date, $asOf: Int) {
    eligibility(for: $for, policy: $policy, validOn: $validOn, asOf: $asOf, first: 100) {
      nodes {
        measure { id }
        verdicts {
          criterion { evidence { locator checkedBy checkedOn source { id name nameEn tier url publisher publishedOn retrievedOn } } }
          evidence { locator checkedBy checkedOn source { id name nameEn tier url publisher publishedOn retrievedOn } }
        }
      }
    }
  }`,
);

/** Where the criteria of a policy's measures are stated, and the facts about the applicant that were used. */
export function verdictsQuestion(asked: Question, policy: string) {
  const { for: applicant, validOn, asOf } = asked.variables;
  const question = questionOf(VERDICTS, {
    for: applicant as never,
    policy,
    ...(typeof validOn === 'string' ? { validOn } : {}),
    ...(typeof asOf === 'number' ? { asOf } : {}),
  });
  return { ...question, isPrivate: asked.isPrivate === true };
}

const RECORD = graphql(
  `query FirmRecord($firm: ID!, $validOn: Date) {
    firm: lookUp(id: $firm, validOn: $validOn) {
      ... on Firm {
        ...Named foundedOn smeSize
        listings { exchange }
        titles { title validFrom validTo }
        figures { attribute of value bound period }
        industries(first: 50) { nodes { ...Named } }
        places(first: 50) { edges { role node { ...Named } } }
      }
    }
  }`,
  [NAMED],
);

/** What is on record of a firm that a profile can say too. */
export function firmRecordQuestion({ parameters }: Address, firm: string) {
  const { validOn } = parameters;
  return questionOf(RECORD, { firm, ...(validOn ? { validOn } : {}) });
}

const FIRMS = graphql(
  `query Firms($text: String!) {
    search(text: $text, types: [FIRM], first: 8) { totalCount nodes { matched entity { ...Named ... on Firm { uscc } } } }
  }`,
  [NAMED],
);

/** Firms on record by a name. */
export function firmsQuestion(text: string) {
  return questionOf(FIRMS, { text });
}
