/** What is on record of a firm, as a profile that a reader can change. */

import type { firmRecordQuestion } from './firm-questions.ts';
import type { AnswerTo } from './operation.ts';
import { EMPTY_PROFILE, type Profile } from './profile.ts';

/** A firm on record. */
export type FirmRecord = Extract<
  NonNullable<AnswerTo<typeof firmRecordQuestion>['firm']>,
  { readonly name: string }
>;

/** The roles that criteria ask about; places of any other role are where it operates. */
const ASKED_ROLES = new Set(['REGISTERED', 'TAX']);

/**
 * A firm on record as a profile. Figures with a bound (超过, 约) are left out, for a profile takes exact numbers alone,
 * and so are titles where none is on record, for a list that is given has all there is.
 */
export function profileOfRecord(firm: FirmRecord): Profile {
  const held = firm.titles.filter(({ validTo }) => !validTo).map(({ title }) => title);
  return {
    ...EMPTY_PROFILE,
    industries: firm.industries.nodes.map(({ id }) => id),
    places: firm.places.edges.map(({ node, role }) => ({
      place: node.id,
      role: role && ASKED_ROLES.has(role) ? role : undefined,
    })),
    titles: held.length > 0 ? held : undefined,
    foundedOn: firm.foundedOn ?? undefined,
    smeSize: firm.smeSize ?? undefined,
    listed: firm.listings.length > 0 ? true : undefined,
    figures: firm.figures
      .filter(({ bound }) => bound === 'EXACT')
      .map(({ attribute, of, period, value }) => ({ attribute, of: of ?? undefined, period, value })),
  };
}

/** How many of its figures a profile cannot say. */
export function boundedFigures(firm: FirmRecord): number {
  return firm.figures.filter(({ bound }) => bound !== 'EXACT').length;
}
