/** One thing that the place cited for a fact should hold, and whether it does. */

import { foldText } from '../model/fold-text.ts';
import { type DateText, holdsDate } from './date-text.ts';
import { type FigureText, holdsFigure } from './figure-text.ts';
import { type Closeness, holdsName, type NameText } from './name-text.ts';

/** What is looked for. */
type Wanted =
  | {
      readonly kind: 'figure';
      readonly value: string;
      readonly unit: string | undefined;
      readonly money: boolean;
    }
  | { readonly kind: 'date'; readonly date: string; readonly lastDay: boolean }
  | {
      readonly kind: 'name';
      readonly names: readonly string[];
      readonly closeness: Closeness;
      /** Whether the title of the source will do: what the whole text is about need not be named again. */
      readonly inTitle: boolean;
    }
  /** Letter by letter: a document number, a code. */
  | { readonly kind: 'identifier'; readonly text: string }
  | { readonly kind: 'any'; readonly of: readonly Wanted[] };

/** A check of a fact. */
export interface Check {
  readonly wanted: Wanted;
  /** As told to people. */
  readonly words: string;
  /** Whether each place cited should hold it, or one of them. */
  readonly scope: 'each' | 'one';
  /** The property that says it; undefined for the fact as a whole. */
  readonly property: string | undefined;
}

/** A place in a text, made ready for looking. */
export interface ReadPlace {
  readonly figures: FigureText;
  readonly dates: DateText;
  readonly names: NameText;
  /** Names with those of the source's title. */
  readonly namesAndTitle: NameText;
  readonly folded: string;
  /** What multiplies bare numbers in the tables of the text. */
  readonly heads: readonly string[];
}

/** Whether a place holds what is looked for. */
export function holds(place: ReadPlace, wanted: Wanted): boolean {
  switch (wanted.kind) {
    case 'figure':
      return holdsFigure(place.figures, wanted, place.heads);
    case 'date':
      return holdsDate(place.dates, wanted.date, wanted.lastDay);
    case 'name':
      return holdsName(wanted.inTitle ? place.namesAndTitle : place.names, wanted.names, wanted.closeness);
    case 'identifier':
      return place.folded.includes(foldText(wanted.text));
    case 'any':
      return wanted.of.some((each) => holds(place, each));
  }
}

/** What a diagnostic calls what is looked for. */
export function kindOf({ kind }: Wanted): 'figure' | 'date' | 'name' {
  return kind === 'figure' || kind === 'date' ? kind : 'name';
}
