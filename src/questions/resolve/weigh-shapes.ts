/** How much it takes from a likeness that two names differ in their places, forms and years. */

import type { Note } from './judgement.ts';
import type { NameKind } from './name-kind.ts';
import { isSamePlace } from './place-names.ts';
import { lengthOf } from './plain-text.ts';
import type { NameShape } from './shape-name.ts';

/** A factor between 0 and 1, and what it is for. */
export interface Weight {
  readonly factor: number;
  readonly notes: readonly Note[];
}

/** Characters of a name that says little by itself. */
const SHORT = 2;
const NOTHING: Weight = { factor: 1, notes: [] };

/**
 * What the differences between two shapes take.
 * @param all every shape of every name of the entity: an alias may leave out a place or a 集团 that its name has
 */
export function weighShapes(
  asked: NameShape,
  own: NameShape,
  kind: NameKind,
  all: readonly NameShape[],
): Weight {
  const weights = [
    weighPlaces(asked, own, kind, all),
    weighLegal(asked, own),
    weighGroup(asked, own, all),
    weighSpan(asked, own),
    weighDesignators(asked, own),
  ];
  return {
    factor: weights.reduce((product, each) => product * each.factor, 1),
    notes: weights.flatMap((each) => each.notes),
  };
}

function weighPlaces(
  asked: NameShape,
  own: NameShape,
  { isFirm }: NameKind,
  all: readonly NameShape[],
): Weight {
  const [a, b] = [asked.places.at(-1), own.places.at(-1)];
  if (a && b) {
    if (isSamePlace(a, b)) return weight(asked.places.length === own.places.length ? 1 : 0.98);
    return weight(lengthOf(own.core) > 3 ? 0.6 : 0.45, { kind: 'OTHER_PLACE', asked: a.text, own: b.text });
  }
  if (a) {
    const isKnown = all.some(({ places }) => places.some((each) => isSamePlace(each, a)));
    if (isKnown) return weight(0.98);
    // A firm that is said to be of a place is often its daughter there.
    return weight(isFirm ? 0.78 : 0.96, { kind: 'PLACE', place: a.text });
  }
  return b ? weight(withoutPlace(asked, own, isFirm), { kind: 'PLACE', place: b.text }) : NOTHING;
}

/** What it takes that the entity's own name has a place which the asked one has not. */
function withoutPlace(asked: NameShape, own: NameShape, isFirm: boolean): number {
  const length = lengthOf(own.core);
  // Whoever writes the legal form writes the whole name: 腾讯科技（上海）有限公司 is not its mother.
  if (own.placed === 'BRACKETED') return asked.legal || length <= SHORT ? 0.78 : 0.95;
  if (length >= 4) return 0.95;
  // 电气 and 银行 are many; 张江集团 is one.
  if (isFirm && asked.group.length > 0 && asked.group.join() === own.group.join()) return 0.85;
  return isFirm && length === 3 ? 0.9 : 0.7;
}

function weighDesignators(asked: NameShape, own: NameShape): Weight {
  if (!own.isShortened) return NOTHING;
  // 崇明县 became 崇明区, but 朝阳县 is not 朝阳区.
  return asked.isShortened
    ? weight(0.78, { kind: 'OTHER_DESIGNATOR' })
    : weight(0.93, { kind: 'DESIGNATOR' });
}

function weighLegal(asked: NameShape, own: NameShape): Weight {
  if (asked.legal === own.legal) return NOTHING;
  // 中微公司 without 公司 may be anybody's beginning.
  const isBare = !asked.legal && asked.group.length + own.group.length === 0;
  if (isBare && lengthOf(own.core) <= SHORT) return weight(0.8, { kind: 'LEGAL' });
  return weight(asked.legal && own.legal ? 0.95 : 0.97, { kind: 'LEGAL' });
}

function weighGroup(asked: NameShape, own: NameShape, all: readonly NameShape[]): Weight {
  const added = asked.group.filter((form) => !all.some(({ group }) => group.includes(form))).length;
  const left = own.group.filter((each) => !asked.group.includes(each)).length;
  if (added + left === 0) return NOTHING;
  // The bare name of a group mostly means its mother; one of two characters may be a place, too: 张江, 临港.
  const leftOut = left === 0 ? 1 : lengthOf(own.core) <= SHORT ? 0.8 : 0.96;
  return weight(leftOut * 0.8 ** added, { kind: 'GROUP' });
}

function weighSpan(asked: NameShape, own: NameShape): Weight {
  if (asked.span === own.span) return NOTHING;
  return asked.span && own.span ? weight(0.6, { kind: 'OTHER_SPAN' }) : weight(0.93, { kind: 'SPAN' });
}

function weight(factor: number, ...notes: readonly Note[]): Weight {
  return { factor, notes };
}
