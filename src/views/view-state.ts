/** A view in words: where it is, in which language, and what it is called. */

import type { Language } from '../model/language.ts';
import type { Address } from './address.ts';
import type { Question } from './operation.ts';
import type { Table } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A view as its address describes it. */
export interface ViewState {
  readonly vocabulary: Vocabulary;
  readonly address: Address;
  readonly language: Language;
}

/** What a view is called. */
export interface Heading {
  /** The `h1`: where it can, it says the answer. */
  readonly heading: string;
  /** One sentence for previews of links. */
  readonly summary: string;
}

/** A view as a value: what it asks, what it is called once that is answered, and its answer as a table. */
export interface View<Data> {
  /** Undefined where the address names what cannot exist. */
  readonly question: (state: ViewState) => Question<Data> | undefined;
  /** What the heading alone needs, where that is less. */
  readonly head?: (state: ViewState) => Question;
  /** Undefined where there is nothing at the address. */
  readonly heading: (state: ViewState, data: Data) => Heading | undefined;
  readonly table: (state: ViewState, data: Data) => Table;
  /** Its days as a calendar file, where it has any. @param origin where the explorer is served */
  readonly calendar?: (state: ViewState, data: Data, origin: string) => string;
  /** What changed as a feed, where it has one. */
  readonly feed?: (state: ViewState, data: Data, origin: string) => string;
}
