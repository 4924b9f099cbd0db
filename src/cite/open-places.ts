/** The places that evidence leads to, made ready for looking. */

import type { Text } from '../diagnostics/text.ts';
import type { DatasetNode, Evidence } from '../model/dataset.ts';
import { foldText } from '../model/text/fold-text.ts';
import { type Check, holds, type ReadPlace } from './fact-check.ts';
import type { CitedText } from './text/cited-text.ts';
import { readDates } from './text/date-text.ts';
import { headMultipliers, readFigures } from './text/figure-text.ts';
import { readNames } from './text/name-text.ts';
import { type Resolved, resolveLocator } from './text/resolve-locator.ts';

/** Places named in a hint. */
const MOST_PLACES = 5;

/** What evidence leads to. */
export type Place =
  | { readonly kind: 'no text' | 'unchecked' }
  | { readonly kind: 'absent'; readonly why: Text }
  | { readonly kind: 'found'; readonly place: ReadPlace };

/** The places of texts, to be looked in. */
export interface Places {
  readonly at: (evidence: Evidence) => Place;
  /** The paragraphs of a text that hold what a place did not, as locators; some of them where they are many. */
  readonly labels: (source: string, check: Check) => readonly string[];
}

/**
 * Opens the places of texts, each made ready once.
 * @param sources the sources by id
 * @param texts the texts at hand, by the ids of their sources
 */
export function openPlaces(
  sources: ReadonlyMap<string, DatasetNode>,
  texts: ReadonlyMap<string, CitedText>,
): Places {
  const known = new Map<string, Place>();
  const paragraphs = new Map<string, readonly ReadPlace[]>();
  const read = (source: string, text: CitedText, lines: readonly string[]): ReadPlace => {
    const { name, publishedOn } = sources.get(source)?.properties ?? {};
    const joined = lines.join('\n');
    // The title line may hold the day of a web page: dates are taken from the title alone.
    const dated = `${typeof name === 'string' ? name : ''}\n${joined}`;
    return {
      figures: readFigures(joined),
      dates: readDates(dated, { publishedOn: typeof publishedOn === 'string' ? publishedOn : undefined }),
      names: readNames(joined),
      title: readNames(text.title),
      folded: foldText(joined),
      heads: headMultipliers(text.paragraphs.join('\n')),
    };
  };
  const placeOf = ({ source, locator }: Evidence): Place => {
    const text = texts.get(source);
    if (!text) return { kind: 'no text' };
    const resolved: Resolved = resolveLocator(text, locator);
    if (resolved.kind !== 'found') return resolved;
    const lines = resolved.paragraphs.map((at) => text.paragraphs[at] ?? '');
    return { kind: 'found', place: read(source, text, lines.length === 0 ? [text.title] : lines) };
  };
  return {
    at: (evidence) => {
      const key = `${evidence.source}\0${evidence.locator}`;
      const place = known.get(key) ?? placeOf(evidence);
      known.set(key, place);
      return place;
    },
    labels: (source, { wanted }) => {
      const text = texts.get(source);
      if (!text) return [];
      const all = paragraphs.get(source) ?? text.paragraphs.map((line) => read(source, text, [line]));
      paragraphs.set(source, all);
      const labels = all.flatMap((place, at) => (holds(place, wanted) ? [`p${at + 1}`] : []));
      return labels.length > MOST_PLACES ? [...labels.slice(0, MOST_PLACES), '…'] : labels;
    },
  };
}
