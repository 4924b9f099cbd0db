/** A name as it is compared with others: without what people write in one way or another, or leave out. */

import { foldText } from '../../model/text/fold-text.ts';

/** What a firm is legally; never 集团 or 分公司, which are other firms. Punctuation is gone before. */
const LEGAL_FORM =
  /(?:股份有限公司|有限责任公司|有限公司|股份公司|(?<![分子])公司|coltd|inc|ltd|corp|limited|llc|gmbh)$/u;
/** 集团 in brackets belongs to the legal form, and is written without brackets or left out. */
const GROUP_IN_BRACKETS = /\(集团\)/gu;
/** An old or other name behind a name, in brackets. */
const OTHER_NAME = /\((?:原名称?|曾用名|旧称|原称|又名|又称|简称|别名|原)(?:为|是)?[::]?([^()]+)\)$/u;
/** Punctuation that is not part of a number. */
const PUNCTUATION = /(?<!\d)[\p{P}\p{Sm}]|[\p{P}\p{Sm}](?!\d)/gu;
/** A shorter name says too little. */
const MIN_LENGTH = 2;

/**
 * A name, and the other name that follows it in brackets.
 * @example splitName('甲公司（原名：乙公司）') // ['甲公司', '乙公司'], folded
 */
export function splitName(text: string): readonly string[] {
  const folded = foldText(text);
  const other = OTHER_NAME.exec(folded);
  return other?.[1] === undefined ? [folded] : [folded.slice(0, other.index), other[1]];
}

/**
 * The forms under which a folded name is compared: two names that have one in common may be of one thing.
 * @example formsOfName('甲(集团)有限公司') // ['甲集团', '甲']
 */
export function formsOfName(folded: string): readonly string[] {
  const forms = [folded, folded.replace(GROUP_IN_BRACKETS, '')].map((each) =>
    each.replace(PUNCTUATION, '').replace(LEGAL_FORM, ''),
  );
  return [...new Set(forms)].filter((form) => form.length >= MIN_LENGTH);
}
