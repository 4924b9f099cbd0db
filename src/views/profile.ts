/** A firm as its reader describes it. It is kept in the fragment of the address, which browsers send to no server. */

/** A place of a firm; without a role it operates there. */
export interface ProfilePlace {
  readonly place: string;
  readonly role: string | undefined;
}

/** A number about a firm, exact, in the unit of its attribute. */
export interface ProfileFigure {
  readonly attribute: string;
  /** What part of the firm it is of. */
  readonly of: string | undefined;
  /** Undefined for the last whole year. */
  readonly period: string | undefined;
  readonly value: string;
}

/** What a reader says of a firm. What is left out is unknown, never 0 or no. */
export interface Profile {
  readonly industries: readonly string[];
  readonly places: readonly ProfilePlace[];
  /** All titles that it has; undefined where that is unknown. */
  readonly titles: readonly string[] | undefined;
  readonly foundedOn: string | undefined;
  readonly smeSize: string | undefined;
  readonly listed: boolean | undefined;
  readonly figures: readonly ProfileFigure[];
  /** What the reader does not know either: it is not asked again. */
  readonly unknown: readonly string[];
  /** One figure that is tried out. */
  readonly whatIf: ProfileFigure | undefined;
}

/** Nothing is known of the firm. */
export const EMPTY_PROFILE: Profile = {
  industries: [],
  places: [],
  titles: undefined,
  foundedOn: undefined,
  smeSize: undefined,
  listed: undefined,
  figures: [],
  unknown: [],
  whatIf: undefined,
};

/** How an attribute is written with its period and part: RD_RATIO, REVENUE@2024, MARKET_SHARE/光刻胶. */
const FIGURE = /^(if\.)?([A-Z][A-Z0-9_]*)(?:@([^/]*))?(?:\/(.*))?$/s;
/** Written behind no title: "none" differs from "unknown". */
const NO_TITLE = '';

/** Reads the fragment of an address, with or without its sign; what it cannot mean is left out. */
export function readProfile(fragment: string): Profile {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const figures: ProfileFigure[] = [];
  let whatIf: ProfileFigure | undefined;
  for (const [key, value] of given) {
    const [, tried, attribute, period, of] = FIGURE.exec(key) ?? [];
    if (attribute === undefined || !isNumber(value)) continue;
    const figure = { attribute, of: of || undefined, period: period || undefined, value };
    if (tried) whatIf = figure;
    else figures.push(figure);
  }
  const titles = given.getAll('title');
  const listed = given.get('listed');
  return {
    industries: given.getAll('industry').filter(Boolean),
    places: given.getAll('place').flatMap((text) => {
      const [place = '', role] = text.split('@');
      return place ? [{ place, role: role || undefined }] : [];
    }),
    titles: titles.length > 0 ? titles.filter((title) => title !== NO_TITLE) : undefined,
    foundedOn: given.get('founded') || undefined,
    smeSize: given.get('size') || undefined,
    listed: listed === 'yes' ? true : listed === 'no' ? false : undefined,
    figures,
    unknown: given.getAll('unknown').filter(Boolean),
    whatIf,
  };
}

/** Writes a profile as a fragment without its sign; '' for one that says nothing. */
export function writeProfile(profile: Profile): string {
  const { industries, places, titles, foundedOn, smeSize, listed, figures, unknown, whatIf } = profile;
  const parts: readonly (readonly [string, string])[] = [
    ...industries.map((id) => ['industry', id] as const),
    ...places.map(({ place, role }) => ['place', role ? `${place}@${role}` : place] as const),
    ...(titles?.length === 0 ? [NO_TITLE] : (titles ?? [])).map((title) => ['title', title] as const),
    ...(foundedOn ? [['founded', foundedOn] as const] : []),
    ...(smeSize ? [['size', smeSize] as const] : []),
    ...(listed === undefined ? [] : [['listed', listed ? 'yes' : 'no'] as const]),
    ...figures.map((figure) => [figureKey(figure), figure.value] as const),
    ...unknown.map((attribute) => ['unknown', attribute] as const),
    ...(whatIf ? [[`if.${figureKey(whatIf)}`, whatIf.value] as const] : []),
  ];
  return parts.map(([key, value]) => `${readable(key)}=${readable(value)}`).join('&');
}

/** What a figure is of, apart from its value: two figures of one key are of the same. */
export function figureKey({ attribute, period, of }: Omit<ProfileFigure, 'value'>): string {
  return `${attribute}${period ? `@${period}` : ''}${of ? `/${of}` : ''}`;
}

/** A profile with a figure in place of any of the same key; without a value the figure is removed. */
export function withFigure(
  profile: Profile,
  figure: Omit<ProfileFigure, 'value'>,
  value: string | undefined,
): Profile {
  const others = profile.figures.filter((each) => figureKey(each) !== figureKey(figure));
  return { ...profile, figures: value === undefined ? others : [...others, { ...figure, value }] };
}

/** A profile in which what is tried out is so. */
export function profileTried(profile: Profile): Profile {
  const { whatIf } = profile;
  if (!whatIf) return profile;
  return { ...withFigure(profile, whatIf, whatIf.value), whatIf: undefined };
}

/** Whether a profile says anything that decides something. */
export function isEmptyProfile(profile: Profile): boolean {
  return writeProfile({ ...profile, unknown: [], whatIf: undefined }) === '';
}

/** A profile as the API takes it; what is tried out is left out. */
export function profileInput(profile: Profile) {
  const { industries, places, titles, foundedOn, smeSize, listed, figures } = profile;
  return {
    ...(industries.length > 0 ? { industries } : {}),
    ...(places.length > 0
      ? { places: places.map(({ place, role }) => ({ place, ...(role ? { role } : {}) })) }
      : {}),
    ...(titles ? { titles } : {}),
    ...(foundedOn ? { foundedOn } : {}),
    ...(smeSize ? { smeSize } : {}),
    ...(listed === undefined ? {} : { listed }),
    ...(figures.length > 0
      ? {
          figures: figures.map(({ attribute, value, period, of }) => ({
            attribute,
            value,
            ...(period ? { period } : {}),
            ...(of ? { of } : {}),
          })),
        }
      : {}),
  };
}

/** A decimal number as the API takes it. */
export function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/**
 * A number in a larger unit as one in the base unit, exactly: ('1.5', 4) is '15000'.
 * @param zeros how many the larger unit has
 */
export function inBaseUnit(text: string, zeros: number): string {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const digits = part.padEnd(zeros, '0');
  const above = `${whole}${digits.slice(0, zeros)}`.replace(/^0+(?=\d)/, '');
  const below = digits.slice(zeros).replace(/0+$/, '');
  return `${sign}${above}${below ? `.${below}` : ''}`;
}

/** Ids, roles and Chinese stay readable. */
function readable(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%40', '@').replaceAll('%2F', '/');
}
