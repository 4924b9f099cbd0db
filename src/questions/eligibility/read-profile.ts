/** A profile as it was given, checked before anything is read: ids, numbers, and how much there is. */

import { array, record } from '../../compile/compiled.ts';
import { badUserInput, clientError } from '../../diagnostics/client-error.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Limits, Model } from '../../model/model.ts';
import type { FirmProfile, ProfileFigure } from '../../rules/eligibility/profile-applicant.ts';
import type { Rulebook } from '../../rules/eligibility/rulebook.ts';
import { compareExact, exact } from '../../rules/figures/exact-number.ts';
import type { Ground } from '../../rules/ground.ts';

/** The most that each list of a profile may have. */
export const PROFILE_LIMITS = { industries: 50, places: 50, titles: 100, figures: 200 } as const;
/** The most characters of a title, or of what part a figure speaks of. */
const LONGEST_TEXT = 200;
/** Ids that are sent back in a message are cut where they are longer. */
const LONGEST_ID = 128;

/**
 * Reads a profile.
 * @throws BAD_USER_INPUT and QUERY_TOO_COMPLEX, naming what is wrong
 */
export function readProfile(raw: unknown, model: Model, ground: Ground, rulebook: Rulebook): FirmProfile {
  const profile = record(raw) as FirmProfile;
  for (const [name, most] of Object.entries(PROFILE_LIMITS)) {
    const given = array(record(profile)[name]).length;
    if (given <= most) continue;
    const argument = `for.profile.${name}`;
    throw clientError('QUERY_TOO_COMPLEX', `Argument "${argument}" takes ${most} at most, not ${given}.`, {
      argument,
      limit: 'profile',
      allowed: most,
      actual: given,
    });
  }
  const check = idChecker(ground, rulebook);
  for (const [at, id] of (profile.industries ?? []).entries()) {
    check(`for.profile.industries[${at}]`, 'Industry', ground.industries, id);
  }
  for (const [at, { place }] of (profile.places ?? []).entries()) {
    check(`for.profile.places[${at}].place`, 'Place', ground.places, place);
  }
  for (const [at, title] of (profile.titles ?? []).entries()) {
    checkText(`for.profile.titles[${at}]`, title);
  }
  const limits = model.nodeTypes.get('FirmFigure')?.properties.get('attribute');
  for (const [at, figure] of (profile.figures ?? []).entries()) {
    const argument = `for.profile.figures[${at}]`;
    checkText(`${argument}.of`, figure.of ?? '');
    const unit = limits?.units.get(figure.attribute) ?? '';
    checkNumber(`${argument}.value`, figure, unit, limits?.valueLimits.get(figure.attribute));
  }
  return profile;
}

function idChecker({ numbers, ids }: Ground, { names }: Rulebook) {
  return (argument: string, type: string, allowed: Int32Array, id: string): void => {
    const number = numbers.get(id);
    if (number !== undefined && allowed.includes(number)) return;
    const known = [...allowed].map((each) => ids[each] ?? '');
    // Someone who sends 浦东新区 instead of an id means region:pudong.
    const named = known.filter((each) => names.get(each)?.name === id || names.get(each)?.nameEn === id);
    const meant =
      named.length > 0 ? named : [nearest(id.slice(0, LONGEST_ID), known)].flatMap((each) => each ?? []);
    const shown = id.length > LONGEST_ID ? `${id.slice(0, LONGEST_ID)}…` : id;
    throw badUserInput(argument, `there is no ${type} with the id "${shown}".`, meant);
  };
}

function checkText(argument: string, text: string): void {
  if (text.length <= LONGEST_TEXT) return;
  throw badUserInput(argument, `it takes ${LONGEST_TEXT} characters at most, not ${text.length}.`);
}

/** What a number can be is declared where the attribute is: a share in % is 0 to 100. */
function checkNumber(
  argument: string,
  { attribute, value }: ProfileFigure,
  unit: string,
  limits: Limits | undefined,
): void {
  const { least, most } = limits ?? {};
  const isTooSmall = least !== undefined && compareExact(exact(value), exact(String(least))) < 0;
  const isTooLarge = most !== undefined && compareExact(exact(value), exact(String(most))) > 0;
  if (!isTooSmall && !isTooLarge) return;
  const range = most === undefined ? `${least} or more` : `${least} to ${most}`;
  throw badUserInput(argument, `${attribute} is a number in ${unit}: ${range}.`);
}
