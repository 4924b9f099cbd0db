/** What a client can read, by its headers `Accept` and `Accept-Encoding`. */

/** One offer that the client accepts. */
interface Acceptable {
  readonly offer: string;
  /** Above 0, at most 1. */
  readonly quality: number;
  /** Where in the header the range is that accepts it. */
  readonly position: number;
}

/**
 * The media type to answer with: the one with the highest quality, of equals the one that the client lists first.
 * @param header left out: anything
 * @param offered the one listed first answers a wildcard
 * @returns undefined where the client accepts none
 */
export function chooseMediaType(header: string | undefined, offered: readonly string[]): string | undefined {
  return best(header || '*/*', offered, (a, b) => b.quality - a.quality || a.position - b.position);
}

/** The encoding to answer with: the one with the highest quality, of equals the one offered first. */
export function chooseEncoding<Offer extends string>(
  header: string | undefined,
  offered: readonly Offer[],
): Offer | undefined {
  const chosen = best(header ?? '', offered, (a, b) => b.quality - a.quality);
  return offered.find((offer) => offer === chosen);
}

function best(
  header: string,
  offered: readonly string[],
  compare: (a: Acceptable, b: Acceptable) => number,
): string | undefined {
  const ranges = header.toLowerCase().split(',').flatMap(readRange);
  return offered
    .flatMap((offer) => acceptable(offer, ranges))
    .sort(compare)
    .at(0)?.offer;
}

interface Range {
  readonly name: string;
  readonly quality: number;
  readonly position: number;
}

/** Answers are UTF-8: a range that asks for another charset accepts nothing of ours. */
function readRange(text: string, position: number): readonly Range[] {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim());
  const values = new Map(parameters.map((parameter) => [parameter.split('=')[0], parameter.split('=')[1]]));
  const charset = values.get('charset') ?? 'utf-8';
  if (charset.replaceAll('"', '') !== 'utf-8') return [];
  const quality = Number(values.get('q') ?? 1);
  return quality >= 0 && quality <= 1 ? [{ name, quality, position }] : [];
}

/** The most specific range decides, so that `text/html;q=0, *\/*` accepts all but that. */
function acceptable(offer: string, ranges: readonly Range[]): readonly Acceptable[] {
  const names = [offer, `${offer.split('/')[0]}/*`, '*/*', '*'];
  const range = names.flatMap((name) => ranges.filter((each) => each.name === name)).at(0);
  return range && range.quality > 0 ? [{ offer, quality: range.quality, position: range.position }] : [];
}
