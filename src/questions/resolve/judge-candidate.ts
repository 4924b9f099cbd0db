/** Whether an asked name is an entity's: how well it fits, without a database (§15.6). */

import { foldText } from '../../model/text/fold-text.ts';
import type { AskedName } from './asked-name.ts';
import { compareCores, type Likeness } from './compare-cores.ts';
import { compareNumbers, documentNumberIn } from './document-number.ts';
import { judgePinyin, pinyinLetters } from './judge-pinyin.ts';
import type { Judgement, Note, TextField } from './judgement.ts';
import { type NameKind, nameKindOf } from './name-kind.ts';
import { plainText } from './plain-text.ts';
import type { NameShape, TakeApart } from './shape-name.ts';
import { weighShapes } from './weigh-shapes.ts';

/** An entity that may be meant: its type and all it goes by. */
export interface Candidate {
  readonly id: string;
  readonly nodeType: string;
  readonly texts: readonly CandidateText[];
}

/** One text that an entity goes by. */
export interface CandidateText {
  readonly field: TextField;
  readonly text: string;
}

/** Nothing below this is a candidate. From 0.8 on, names are the same but for how they are written. */
const LEAST_SCORE = 0.5;

/** A name of the entity itself counts a little more than another name for it. */
const OTHER_NAME = 0.98;

/** How well an asked name fits an entity, by the text that fits best; undefined where none does. */
export function judgeCandidate(
  asked: AskedName,
  candidate: Candidate,
  takeApart: TakeApart,
): Judgement | undefined {
  const kind = nameKindOf(candidate.nodeType);
  const shapes = asked.texts.flatMap((text) => takeApart(text, candidate.nodeType));
  const number = candidate.texts.find((each) => each.field === 'number');
  const conflict = isOtherNumber(asked, number?.text);
  const names = candidate.texts.filter((each) => each.field !== 'number');
  const own = names.map((each) => ({ ...each, shapes: takeApart(each.text, candidate.nodeType) }));
  const all = own.flatMap((each) => each.shapes);
  const judged = own.flatMap((each) => {
    const found = judgeText(asked, shapes, each, kind, all);
    const spelled = judgeSpelling(asked, each, kind);
    return [...(found ? [found] : []), ...spelled];
  });
  const lessened = judged.map((each): Judgement => {
    const score = each.score * (each.field === 'aliases' ? OTHER_NAME : 1);
    return conflict
      ? { ...each, score: score * 0.6, notes: [...each.notes, { kind: 'OTHER_NUMBER' }] }
      : { ...each, score };
  });
  const [best] = [...judgeNumber(asked, number?.text), ...lessened].sort((a, b) => b.score - a.score);
  return best && best.score >= LEAST_SCORE
    ? { ...best, score: Math.round(best.score * 1000) / 1000 }
    : undefined;
}

function judgeNumber({ number, texts }: AskedName, own: string | undefined): readonly Judgement[] {
  if (own === undefined) return [];
  const isWhole = texts.some((text) => foldText(text) === foldText(own));
  const found = documentNumberIn(foldText(own));
  const same = isWhole ? 'SAME' : number && found ? compareNumbers(number, found) : 'OTHER';
  if (same === 'OTHER') return [];
  const how = same === 'SAME' ? 'NUMBER' : 'ISSUERS';
  return [{ how, score: same === 'SAME' ? OTHER_NAME : 0.84, field: 'number', text: own, notes: [] }];
}

function isOtherNumber({ number }: AskedName, own: string | undefined): boolean {
  const found = own === undefined ? undefined : documentNumberIn(foldText(own));
  return number !== undefined && found !== undefined && compareNumbers(number, found) === 'OTHER';
}

function judgeText(
  asked: AskedName,
  shapes: readonly NameShape[],
  own: CandidateText & { readonly shapes: readonly NameShape[] },
  kind: NameKind,
  all: readonly NameShape[],
): Judgement | undefined {
  const { field, text } = own;
  const folded = asked.texts.map(foldText);
  if (folded.includes(foldText(text))) return { how: 'SAME', score: 1, field, text, notes: [] };
  if (asked.texts.some((each) => plainText(foldText(each)) === plainText(foldText(text))))
    return { how: 'SAME', score: 0.99, field, text, notes: [{ kind: 'MARKS' }] };
  const pairs = shapes.flatMap((a) => own.shapes.map((b) => ({ a, b })));
  return pairs
    .flatMap(({ a, b }): readonly Judgement[] => {
      const alike = compareCores(a.core, b.core, kind);
      if (!alike) return [];
      const { factor, notes } = weighShapes(a, b, kind, all);
      const score = alike.likeness * factor;
      return [{ how: alike.how, score, field, text, notes: [...slips(alike), ...notes] }];
    })
    .sort((a, b) => b.score - a.score)[0];
}

function slips({ how, edits, isReadAlike }: Likeness): readonly Note[] {
  return how === 'SLIP' ? [{ kind: 'EDITS', edits, isReadAlike }] : [];
}

function judgeSpelling(
  { name }: AskedName,
  { field, text, shapes }: CandidateText & { readonly shapes: readonly NameShape[] },
  kind: NameKind,
): readonly Judgement[] {
  const letters = pinyinLetters(name);
  if (letters === undefined) return [];
  const whole = judgePinyin(letters, text);
  const bare: NameShape | undefined = shapes[0] && {
    ...shapes[0],
    legal: undefined,
    group: [],
    span: undefined,
  };
  const parts = shapes.flatMap((shape) => {
    const spelled = judgePinyin(letters, shape.core);
    if (!spelled || !bare) return [];
    const { factor, notes } = weighShapes(
      { ...bare, core: shape.core, places: [], placed: undefined },
      shape,
      kind,
      [],
    );
    return [{ ...spelled, score: spelled.score * factor, field, text, notes }];
  });
  return whole ? [{ ...whole, field, text, notes: [] }, ...parts] : parts;
}
