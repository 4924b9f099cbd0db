/** A name taken apart: the places it begins with, its legal form, the years it is for, and what is left. */

import { foldWords } from '../../model/text/fold-text.ts';
import { type GroupForm, type LegalForm, takeForms } from './legal-forms.ts';
import { type NameKind, nameKindOf } from './name-kind.ts';
import {
  leadingPlace,
  type Mention,
  type PlaceNames,
  trailingPlace,
  withoutDesignator,
} from './place-names.ts';
import { lengthOf, plainText } from './plain-text.ts';

/** One way to take a name apart. */
export interface NameShape {
  /** What is left, plain. */
  readonly core: string;
  /** Where its places stand; undefined where none was taken off. */
  readonly placed: 'LEADING' | 'BRACKETED' | undefined;
  /** The places taken off, the largest first, as they are written. */
  readonly places: readonly Mention[];
  readonly legal: LegalForm | undefined;
  readonly group: readonly GroupForm[];
  /** 2023-2025, as `20232025`. */
  readonly span: string | undefined;
  /** Whether what it is among regions was taken off. */
  readonly isShortened: boolean;
}

/** How many places a name may begin with: 中国上海浦东…. */
const MOST_PLACES = 3;
const SPAN = /\(?((?:19|20)\d{2})年?[-—–~至]+((?:19|20)\d{2})年?\)?/u;

/** Takes a name apart, as names of a node type are. */
export type TakeApart = (name: string, nodeType: string) => readonly NameShape[];

/** Takes names apart by the places they mention, each name once for a node type: it is compared with many others. */
export function openTakeApart(places: PlaceNames): TakeApart {
  const known = new Map<string, readonly NameShape[]>();
  return (name, nodeType) => {
    const key = `${nodeType} ${name}`;
    const shapes = known.get(key) ?? shapesOf(name, nameKindOf(nodeType), places);
    known.set(key, shapes);
    return shapes;
  };
}

/** Every way to take a name apart that its kind allows; the first takes off no place. */
function shapesOf(name: string, kind: NameKind, places: PlaceNames): readonly NameShape[] {
  const folded = foldWords(name);
  const [whole = '', from, to] = SPAN.exec(folded) ?? [];
  const span = from === undefined ? undefined : `${from}${to}`;
  const text = folded.replace(whole, '');
  const { inner, outer } = kind.isPlaced ? takeBrackets(text, places) : { inner: [], outer: text };
  const variants = [text, ...(inner.length > 0 ? [outer] : [])].flatMap((variant, index): NameShape[] => {
    const formed = kind.isFirm
      ? takeFormsEverywhere(variant)
      : { core: variant, legal: undefined, group: [] };
    const core = plainText(formed.core);
    if (lengthOf(core) === 0) return [];
    const bracketed = index === 1 ? inner : [];
    const shape: NameShape = {
      ...formed,
      core,
      placed: bracketed.length > 0 ? 'BRACKETED' : undefined,
      places: bracketed,
      span,
      isShortened: false,
    };
    return kind.isPlaced ? [shape, ...withoutPlaces(shape, kind, places)] : [shape];
  });
  const shortened = variants.flatMap((shape) => {
    const core = kind.isRegion ? withoutDesignator(shape.core) : undefined;
    return core === undefined ? [] : [{ ...shape, core, isShortened: true }];
  });
  return [...variants, ...shortened];
}

/** The forms at the end of a name, and a mother's words in brackets: 华虹(集团)有限公司. */
function takeFormsEverywhere(text: string): ReturnType<typeof takeForms> {
  const open = text.replace(/\((集团|控股|group|holdings?)\)/gu, ' $1 ');
  return takeForms(open.replace(/(集团|控股) /gu, '$1'));
}

/** The places in brackets, and the text without them. */
function takeBrackets(
  text: string,
  places: PlaceNames,
): { readonly inner: readonly Mention[]; readonly outer: string } {
  const inner: Mention[] = [];
  const outer = text.replace(/\(([^()]*)\)/gu, (whole, content: string) => {
    const plain = plainText(content);
    const ids = places.get(plain);
    if (!ids) return whole;
    inner.push({ text: plain, ids });
    return ' ';
  });
  return { inner, outer };
}

function withoutPlaces(shape: NameShape, kind: NameKind, places: PlaceNames): readonly NameShape[] {
  const found: NameShape[] = [];
  let last = shape;
  while (found.length < MOST_PLACES) {
    const place = leadingPlace(last.core, places);
    if (!place) break;
    last = {
      ...last,
      core: last.core.slice(place.text.length),
      placed: last.placed ?? 'LEADING',
      // A place in brackets is the inner one: 中国移动(上海).
      places: [...last.places.slice(0, found.length), place, ...last.places.slice(found.length)],
    };
    found.push(last);
  }
  const behind = kind.isFirm && shape.places.length === 0 ? trailingPlace(shape.core, places) : undefined;
  if (behind) {
    const core = shape.core.slice(0, -behind.text.length);
    // 上海张江 is a place in a place, not a firm there.
    if (!places.has(core)) found.push({ ...shape, core, placed: 'BRACKETED', places: [behind] });
  }
  return found;
}
