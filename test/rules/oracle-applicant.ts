/** What the rules take in place of the records that the oracle reads. */

import type { Alternative } from '../../src/model/words/criterion-sentence.ts';
import { type Applicant, OWN_WORD } from '../../src/rules/eligibility/applicant.ts';
import { buildRulebook, type Rulebook } from '../../src/rules/eligibility/rulebook.ts';
import { PLANNED } from '../../src/rules/ground.ts';
import type { OracleCriterion, OracleFirm } from '../oracle/eligibility-oracle.ts';

/** The rulebook of some criteria; a criterion is known by its position in its measure. */
export function rulebookOf(criteria: ReadonlyMap<string, readonly OracleCriterion[]>): Rulebook {
  return buildRulebook({
    criteria: [...criteria].flatMap(([measure, all]) =>
      all.map((alternatives, position) => ({
        id: `${measure}#criteria/${position}`,
        measure,
        position,
        alternatives: alternatives.map((conditions) => ({ conditions })) as readonly Alternative[],
      })),
    ),
    windows: [],
    exclusions: [],
    names: new Map(),
  });
}

/** A firm of the oracle as an applicant. */
export function applicantOf(firm: OracleFirm): Applicant {
  /** Read where its id says, so that evidence names the fact. */
  const fact = (id: string) => ({
    ...OWN_WORD,
    id,
    modality: firm.planned.includes(id) ? PLANNED : 0,
    readings: [{ tier: 'OFFICIAL', publishedOn: undefined, source: `source:${id}`, locator: id }],
  });
  const value = (text: string | undefined) => (text === undefined ? undefined : { ...OWN_WORD, value: text });
  return {
    industries: firm.industries.map(fact),
    clusters: firm.clusters.map(fact),
    places: firm.places.map(({ place, role }) => ({ ...fact(place), role })),
    titles: firm.titles.map(({ title, from, to }) => ({ ...OWN_WORD, title, fromDay: from, toDay: to })),
    hasAllTitles: firm.knowsAllTitles,
    listings: firm.listed === true ? [{ ...OWN_WORD, exchange: undefined }] : [],
    hasAllListings: firm.listed !== undefined,
    foundedOn: value(firm.foundedOn),
    smeSize: value(firm.smeSize),
    figures: firm.figures.map((each) => ({
      ...OWN_WORD,
      attribute: each.attribute,
      of: each.of,
      value: String(each.value),
      bound: each.bound,
      period: String(each.year),
    })),
  };
}
