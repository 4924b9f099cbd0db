/** What is found when a name is held against an entity: a score, and what it rests on. */

import type { Edit } from './align-texts.ts';
import type { How } from './compare-cores.ts';

/** The property that has the text. */
export type TextField = 'name' | 'nameEn' | 'number' | 'aliases';

/** How well a name fits an entity, by the best of its texts. */
export interface Judgement {
  /** Between 0 and 1. */
  readonly score: number;
  readonly how: How | 'NUMBER' | 'ISSUERS' | 'PINYIN' | 'INITIALS' | 'PINYIN_BEGINS';
  readonly field: TextField;
  /** The entity's own text, as it is kept. */
  readonly text: string;
  /** What differs beside. */
  readonly notes: readonly Note[];
}

/** Something that differs, though less than the names themselves. */
export type Note =
  | {
      readonly kind:
        | 'MARKS'
        | 'LEGAL'
        | 'GROUP'
        | 'SPAN'
        | 'OTHER_SPAN'
        | 'DESIGNATOR'
        | 'OTHER_DESIGNATOR'
        | 'OTHER_NUMBER';
    }
  | { readonly kind: 'EDITS'; readonly edits: readonly Edit[]; readonly isReadAlike: boolean }
  | { readonly kind: 'PLACE'; readonly place: string }
  | { readonly kind: 'OTHER_PLACE'; readonly asked: string; readonly own: string };
