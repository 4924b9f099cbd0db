/** Colours that are distinct for every kind of colour vision, and legible text on them. */

/** A colour as `#RRGGBB`. */
export type Colour = string;

/** The colours of text on a node, of which the one with more contrast is used. */
const LIGHT_TEXT: Colour = '#FFFFFF';
const DARK_TEXT: Colour = '#1B1F24';

/**
 * Nine hues that are distinct for deficient colour vision too.
 * @see https://sronpersonalpages.nl/~pault/ the qualitative scheme "muted"
 */
export const HUES: readonly Colour[] = [
  '#999933',
  '#44AA99',
  '#117733',
  '#882255',
  '#CC6677',
  '#DDCC77',
  '#332288',
  '#AA4499',
  '#88CCEE',
];

/** For the background: the evidence of a fact rather than the fact. */
export const GREY: Colour = '#D5D8DC';

/**
 * A colour between two others.
 * @param share how much of the second, 0 to 1
 */
export function mix(first: Colour, second: Colour, share: number): Colour {
  const [from, to] = [channels(first), channels(second)];
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}

/** The colour of text on a background. */
export function textOn(background: Colour): Colour {
  return contrast(LIGHT_TEXT, background) >= contrast(DARK_TEXT, background) ? LIGHT_TEXT : DARK_TEXT;
}

/**
 * The contrast of two colours, 1 to 21.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(first: Colour, second: Colour): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: Colour): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
