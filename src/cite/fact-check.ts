/** One thing that the place cited for a fact should hold, and whether it does. */

import { foldText } from '../model/text/fold-text.ts';
import { type DateText, holdsDate } from './text/date-text.ts';
import { type FigureText, findFigure } from './text/figure-text.ts';
import { holdsName, type NameText, type WantedName } from './text/name-text.ts';

/** What is looked for. */
type Wanted =
  | {
      readonly kind: 'figure';
      readonly value: string;
      readonly unit: string | undefined;
      readonly money: boolean;
    }
  | { readonly kind: 'date'; readonly date: string; readonly lastDay: boolean }
  | (WantedName & {
      readonly kind: 'name';
      /** Whether the title of the source will do: what the whole text is about need not be named again. */
      readonly inTitle: boolean;
    })
  /** Letter by letter: a document number, a code. */
  | { readonly kind: 'identifier'; readonly text: string }
  /** One of them will do, but for what the title holds anyway. */
  | { readonly kind: 'any'; readonly of: readonly Wanted[] };

/** A check of a fact. */
export interface Check {
  readonly wanted: Wanted;
  /** As shown to people. */
  readonly words: string;
  /** Whether each place cited should hold it, or one in each source. */
  readonly scope: 'each' | 'one';
  /** The property that says it; undefined for the fact as a whole. */
  readonly property: string | undefined;
  /** The word by which a cited location hedges the fact, if any. */
  readonly hedgeAt?: ((place: ReadPlace) => string | undefined) | undefined;
}

/** A place in a text, made ready for looking. */
export interface ReadPlace {
  readonly figures: FigureText;
  readonly dates: DateText;
  readonly names: NameText;
  readonly title: NameText;
  readonly folded: string;
  /** What multiplies bare numbers in the tables of the text. */
  readonly heads: readonly string[];
}

/** Whether a place holds what is looked for. */
export function holds(place: ReadPlace, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'figure':
      return findFigure(place.figures, wanted, place.heads).length > 0;
    case 'date':
      return holdsDate(place.dates, wanted.date, wanted.lastDay);
    case 'name':
      return (
        holdsName(place.names, wanted) ||
        (wanted.inTitle && holdsName(place.title, { names: wanted.names, closeness: 'name' }))
      );
    case 'identifier':
      return place.folded.includes(foldText(wanted.text));
    case 'any':
      return wanted.of.some((each) => !isInTitle(place, each) && holds(place, each));
  }
}

/** Whether the title names something that is looked for in the paragraphs. */
function isInTitle({ title }: ReadPlace, wanted: Wanted): boolean {
  return wanted.kind === 'name' && !wanted.inTitle && holdsName(title, wanted);
}

/** What a diagnostic calls what is looked for. */
export function kindOf({ kind }: Wanted): 'figure' | 'date' | 'name' {
  return kind === 'figure' || kind === 'date' ? kind : 'name';
}
