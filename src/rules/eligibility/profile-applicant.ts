/** The applicant that a profile describes: all that it says holds, and its lists of titles and listings are whole. */

import { type Applicant, OWN_WORD } from './applicant.ts';

/** What a caller says of a firm. A list that is left out is unknown; one that is given is all there is. */
export interface FirmProfile {
  readonly industries?: readonly string[] | undefined;
  readonly places?: readonly { readonly place: string; readonly role?: string | undefined }[] | undefined;
  readonly titles?: readonly string[] | undefined;
  readonly foundedOn?: string | undefined;
  readonly smeSize?: string | undefined;
  readonly listed?: boolean | undefined;
  readonly figures?: readonly ProfileFigure[] | undefined;
}

/** A figure that a caller gives: the number itself, in the unit of its attribute. */
export interface ProfileFigure {
  readonly attribute: string;
  readonly value: string;
  /** Left out: the last whole year. */
  readonly period?: string | undefined;
  readonly of?: string | undefined;
}

/** The applicant of a profile. */
export function profileApplicant(profile: FirmProfile): Applicant {
  const value = (text: string | undefined) => (text === undefined ? undefined : { ...OWN_WORD, value: text });
  return {
    industries: (profile.industries ?? []).map((id) => ({ ...OWN_WORD, id })),
    clusters: [],
    places: (profile.places ?? []).map(({ place, role }) => ({ ...OWN_WORD, id: place, role })),
    titles: (profile.titles ?? []).map((title) => ({ ...OWN_WORD, title })),
    hasAllTitles: profile.titles !== undefined,
    listings: profile.listed === true ? [{ ...OWN_WORD, exchange: undefined }] : [],
    hasAllListings: profile.listed !== undefined,
    foundedOn: value(profile.foundedOn),
    smeSize: value(profile.smeSize),
    figures: (profile.figures ?? []).map(({ attribute, value: number, period, of }) => ({
      ...OWN_WORD,
      attribute,
      of,
      value: number,
      bound: 'EXACT',
      period,
    })),
  };
}
