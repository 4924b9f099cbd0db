/** Finds a name in a text, whole or in the parts that people write it in. */

import { foldText } from '../../model/text/fold-text.ts';

/** Marks that people set or leave out. */
const MARKS = /[“”"'‘’「」『』《》〈〉·•‧、,.。:;!?()—–\-_/|]/gu;
const LEADING = /^(?:关于)/u;
/** What a name may have between its parts that the text lacks: words that join, and the rank of a place. */
const FREE = /^(?:及其|[的和与及等暨]|[省市区县镇乡])/u;
const LATIN = /^[a-z0-9+]+$/;
/** What a firm is legally, which people leave out. */
const LEGAL_FORM =
  /(?:\(集团\))?(?:股份有限公司|有限责任公司|有限公司|集团|公司|,?co\.?,?ltd\.?|,?inc\.?|,?ltd\.?|,?corp\.?|,?limited|,?llc|gmbh)$/u;
/** What a place is by rank, which people leave out. */
const RANK = /(?:特别行政区|自治区|新区|街道|[省市区县镇乡])$/u;
/** What titles of documents have in common, which does not distinguish them. */
const COMMON_WORDS =
  /高质量发展|创新发展|健康发展|行动方案|行动计划|实施方案|工作方案|实施意见|若干措施|若干政策措施|若干政策|政策措施|支持政策|管理办法|实施细则|指导意见|发展规划|条例|通知|关于|促进|推动|推进|加快|支持|进一步|20\d\d(?:年)?(?:20\d\d年)?|[一二三四五六七八九十]+五/gu;
/** A shorter name says too little. */
const MIN_LENGTH = 2;
/** How much of a name that only describes must be in a text, in parts. */
const ENOUGH = 0.5;

/** A text as names are looked for in it. */
export interface NameText {
  /** Its lines, without marks, spaces, case and width. */
  readonly lines: readonly string[];
  /** With its words apart, for names in Latin letters: AI is no part of main. */
  readonly words: string;
}

/** How closely a name must be kept to. */
export type Closeness = 'name' | 'description';

/** Makes a text ready for looking for names. */
export function readNames(text: string): NameText {
  return { lines: text.split('\n').map(foldName), words: wordsOf(text) };
}

/** A name that is looked for. */
export interface WantedName {
  readonly names: readonly string[];
  readonly closeness: Closeness;
  /** Folded names of other records of its kind: where the text has one of them, that other record is meant. */
  readonly others?: ReadonlySet<string>;
}

/**
 * Whether a text has a name: as it is, without its legal form or rank, or in parts of two characters and more
 * that are apart in one line (集成电路等世界级产业集群 holds 集成电路世界级产业集群). Half of them is enough where it
 * only describes.
 */
export function holdsName(text: NameText, { names, closeness, others }: WantedName): boolean {
  return names.some((name) => {
    const folded = foldName(name);
    if (folded === '') return false;
    if (LATIN.test(folded)) return holdsWords(text.words, wordsOf(name));
    const short = [foldName(foldText(name).replace(LEGAL_FORM, '')), folded.replace(RANK, '')];
    const forms = [folded, ...short].filter((form) => form.length >= MIN_LENGTH);
    if (text.lines.some((line) => forms.some((form) => line.includes(form)))) return true;
    if (closeness === 'name' && !isSentence(name)) {
      return text.lines.some((line) => share(line, folded, undefined) === 1);
    }
    const distinctive = folded.replace(COMMON_WORDS, '');
    const looked = distinctive.length >= MIN_LENGTH ? distinctive : folded;
    return text.lines.some((line) => share(line, looked, others) >= ENOUGH);
  });
}

/** A name with a comma in it is a sentence about what has no name. */
function isSentence(name: string): boolean {
  return /[、，,；;]/u.test(name);
}

/** How much of a name a text has in parts of two characters and more; words that join may be anywhere. */
function share(text: string, name: string, others: ReadonlySet<string> | undefined): number {
  const characters = [...name.replace(LEADING, '')];
  let held = 0;
  let at = 0;
  while (at < characters.length) {
    let length = characters.length - at;
    while (length >= MIN_LENGTH && !text.includes(characters.slice(at, at + length).join(''))) length -= 1;
    const free = FREE.exec(characters.slice(at).join(''))?.[0] ?? '';
    const step = length >= MIN_LENGTH ? length : at > 0 ? [...free].length : 0;
    const part = characters.slice(at, at + step).join('');
    if (!others?.has(part)) held += step;
    at += Math.max(1, step);
  }
  return characters.length < MIN_LENGTH ? 0 : held / characters.length;
}

function holdsWords(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + name.length] ?? ' ');
    if (!/[a-z0-9]/.test(around)) return true;
  }
  return false;
}

function wordsOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** A name as it is looked for. */
export function foldName(text: string): string {
  return foldText(text).replace(MARKS, '');
}
