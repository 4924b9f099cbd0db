/** Which unknown to ask a reader about next: what decides most, unless it is answered or not known either. */

import type { NextQuestion, Offer } from './firm.ts';
import { figureKey, type Profile, type ProfileFigure } from './profile.ts';

/** How an attribute is answered. */
export type AnswerKind = 'industry' | 'place' | 'titles' | 'size' | 'listed' | 'founded' | 'figure';

/** A question to the reader. */
export interface Asked extends NextQuestion {
  readonly kind: AnswerKind;
}

const KINDS: Readonly<Record<string, AnswerKind | undefined>> = {
  INDUSTRY: 'industry',
  OPERATING_PLACE: 'place',
  REGISTERED_PLACE: 'place',
  TAX_PLACE: 'place',
  TITLE: 'titles',
  SME_SIZE: 'size',
  LISTED: 'listed',
  FOUNDED_ON: 'founded',
  FOUNDED_YEARS: 'founded',
};
/** What a test of another measure, and one by a person, leave open, is asked as something else or not at all. */
const NEVER_ASKED = new Set(['SATISFIES', 'OTHER']);
/** The role of a place that an attribute looks at; one without a role operates there. */
const ROLES: Readonly<Record<string, string | undefined>> = {
  REGISTERED_PLACE: 'REGISTERED',
  TAX_PLACE: 'TAX',
};
/** How many years back criteria look. */
const YEARS = 3;

/** How an attribute is answered. */
export function kindOf(attribute: string): AnswerKind {
  return KINDS[attribute] ?? 'figure';
}

/** The role that a place has where an attribute is answered by it. */
export function roleOf(attribute: string): string | undefined {
  return ROLES[attribute];
}

/** The last whole years before a day, the newest first. */
export function wholeYears(day: string): readonly string[] {
  const year = Number(day.slice(0, 4));
  return Array.from({ length: YEARS }, (_, index) => String(year - 1 - index));
}

/**
 * What to ask, what decides most first.
 * @param day that of the question
 */
export function askedNext(
  questions: readonly NextQuestion[],
  profile: Profile,
  day: string,
): readonly Asked[] {
  return questions
    .filter(({ attribute }) => !NEVER_ASKED.has(attribute))
    .map((question) => ({ ...question, kind: kindOf(question.attribute) }))
    .filter((asked) => !profile.unknown.includes(unknownKey(asked)) && !isAnswered(asked, profile, day));
}

/** What is written where a reader does not know an answer. */
export function unknownKey({ attribute, of }: Pick<NextQuestion, 'attribute' | 'of'>): string {
  return figureKey({ attribute, of: of ?? undefined, period: undefined });
}

/** Whether more of the same would not help: of industries a narrower one can, of figures an earlier year. */
function isAnswered({ attribute, of, kind, settles }: Asked, profile: Profile, day: string): boolean {
  switch (kind) {
    case 'industry':
      return profile.industries.length > 0 && settles === 0;
    case 'place':
      return profile.places.some(({ role }) => role === roleOf(attribute));
    case 'titles':
      return profile.titles !== undefined;
    case 'size':
      return profile.smeSize !== undefined;
    case 'listed':
      return profile.listed !== undefined;
    case 'founded':
      return profile.foundedOn !== undefined;
    case 'figure': {
      const known = figuresOf(profile, attribute, of);
      return known.length > 0 && (settles === 0 || known.length >= wholeYears(day).length);
    }
  }
}

/** What a profile says of an attribute. */
export function figuresOf(profile: Profile, attribute: string, of: string | null): readonly ProfileFigure[] {
  return profile.figures.filter((each) => each.attribute === attribute && (each.of ?? null) === of);
}

/** The titles that measures ask for, in the order of the answer. */
export function titlesAsked(offers: readonly Offer[]): readonly string[] {
  const conditions = offers.flatMap(({ verdicts }) => verdicts.flatMap((each) => each.conditions));
  return [
    ...new Set(
      conditions.flatMap(({ condition }) => (condition.attribute === 'TITLE' ? condition.values : [])),
    ),
  ];
}

/** The number that would do, of a condition that is missed; undefined where one figure cannot say it. */
export function numberThatDoes(condition: {
  readonly operator: string;
  readonly values: readonly string[];
  readonly basis: string | null;
  readonly unit: string | null;
}): string | undefined {
  const { operator, values, basis, unit } = condition;
  const [wanted] = values;
  if (wanted === undefined || wanted.startsWith('-') || (basis !== null && basis !== 'LAST_YEAR'))
    return undefined;
  switch (operator) {
    case 'GTE':
    case 'LTE':
    case 'EQ':
      return wanted;
    case 'GT':
      return nextTo(wanted, unit, 1n);
    case 'LT':
      return nextTo(wanted, unit, -1n);
    default:
      return undefined;
  }
}

/** A number near another: money by a hundredth of it, shares by 0.01, what is counted by one. */
function nextTo(text: string, unit: string | null, sign: 1n | -1n): string {
  const [whole = '0', part = ''] = text.split('.');
  const digits = unit === '%' ? Math.max(2, part.length) : 0;
  const scaled = BigInt(`${whole}${part.slice(0, digits).padEnd(digits, '0')}`);
  const step = unit === '元' && scaled > 100n ? scaled / 100n : 1n;
  const moved = String(scaled + sign * step).padStart(digits + 1, '0');
  return digits === 0 ? moved : `${moved.slice(0, -digits)}.${moved.slice(-digits)}`;
}
