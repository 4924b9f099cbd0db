/** The words around a printed number: how they bound it, and how firmly it is meant (§1.3, §1.4). */

/** A word as printed, and what it says. */
export interface PrintedWord {
  readonly word: string;
  /** A value of `Bound`, and of `Comparator`. */
  readonly bound?: string;
  /** A value of `Modality`. */
  readonly modality?: string;
}

const BEFORE: Readonly<Record<string, Omit<PrintedWord, 'word'>>> = {
  ...each(['超过', '超', '超出', '突破', '逾', '大于', '高于', '多于', '>', '＞'], { bound: 'MORE_THAN' }),
  ...each(['至少', '最少', '最低', '不低于', '不少于', '不小于', '≥', '>='], { bound: 'AT_LEAST' }),
  ...each(['约', '大约', '近', '接近', '将近'], { bound: 'ABOUT' }),
  ...each(['不足', '不到', '不满', '未满', '低于', '少于', '小于', '<', '＜'], { bound: 'LESS_THAN' }),
  ...each(['不超过', '不超', '不高于', '不多于', '不大于', '至多', '最多', '最高', '≤', '<='], {
    bound: 'AT_MOST',
  }),
  ...each(['力争', '争取'], { modality: 'AIMED_FOR' }),
  ...each(['预计', '测算', '估算'], { modality: 'ESTIMATED' }),
  ...each(['计划', '将', '拟'], { modality: 'PLANNED' }),
  ...each(['达', '达到', '高达', '为', '已', '已经'], { modality: 'STATED' }),
  ...each(['了', '到', '在', '有', '共', '共计', '合计', '累计', '实现'], {}),
};

/** In law 以上, 以下 and 以内 include the number, 超过 and 不满 do not; （不含） beside them leaves it out. */
const BEHIND: Readonly<Record<string, Omit<PrintedWord, 'word'>>> = {
  ...each(['余', '多', '有余', '几'], { bound: 'MORE_THAN' }),
  ...each(['以上', '及以上', ...withBrackets('含', '以上')], { bound: 'AT_LEAST' }),
  ...each(withBrackets('不含', '以上'), { bound: 'MORE_THAN' }),
  ...each(['以下', '及以下', '以内', ...withBrackets('含', '以下')], { bound: 'AT_MOST' }),
  ...each(withBrackets('不含', '以下'), { bound: 'LESS_THAN' }),
  ...each(['左右', '上下', '来'], { bound: 'ABOUT' }),
};

/** Longest first: 不超过 holds 超过, and 将近 is no plan. */
const WORDS_BEFORE = longestFirst(Object.keys(BEFORE));
const WORDS_BEHIND = longestFirst(Object.keys(BEHIND));

/** The words that a text begins with, up to a digit; undefined where it begins otherwise. */
export function readWordsBefore(
  text: string,
): { readonly words: readonly PrintedWord[]; readonly rest: string } | undefined {
  const words: PrintedWord[] = [];
  let rest = text.trim();
  while (!/^-?\d/.test(rest)) {
    const word = WORDS_BEFORE.find((known) => rest.startsWith(known));
    if (word === undefined) return undefined;
    words.push({ word, ...BEFORE[word] });
    rest = rest.slice(word.length).trimStart();
  }
  return { words, rest };
}

/** The words that a text ends with, and what precedes them. */
export function readWordsBehind(text: string): {
  readonly words: readonly PrintedWord[];
  readonly rest: string;
} {
  const words: PrintedWord[] = [];
  let rest = text.trim();
  for (;;) {
    const word = WORDS_BEHIND.find((known) => rest.endsWith(known));
    if (word === undefined) return { words, rest };
    words.push(wordBehind(word));
    rest = rest.slice(0, -word.length).trimEnd();
  }
}

/** The words right before a number, wherever that begins in a text. */
export function readWordsUpTo(text: string): readonly PrintedWord[] {
  const words: PrintedWord[] = [];
  let rest = text.trimEnd();
  for (;;) {
    const word = WORDS_BEFORE.find((known) => rest.endsWith(known));
    if (word === undefined) return words.reverse();
    words.push({ word, ...BEFORE[word] });
    rest = rest.slice(0, -word.length).trimEnd();
  }
}

/** What a word behind a number says: 余 is more. */
export function wordBehind(word: string): PrintedWord {
  return { word, ...BEHIND[word] };
}

/** Words after a unit. Those of one character are parts of too many other words, as 上下 is of 上下游. */
const BEHIND_UNIT = new RegExp(
  `^[^\\d\\s，。；;、,]{0,8}?(${WORDS_BEHIND.filter((word) => word.length > 1 && word !== '上下')
    .map((word) => word.replace(/[()]/g, '\\$&'))
    .join('|')})`,
  'u',
);

/** The word after a number and its unit: 360台/万人以上. */
export function readWordBehindUnit(text: string): PrintedWord | undefined {
  const [, word] = BEHIND_UNIT.exec(text) ?? [];
  return word === undefined ? undefined : wordBehind(word);
}

function each(
  words: readonly string[],
  says: Omit<PrintedWord, 'word'>,
): Readonly<Record<string, Omit<PrintedWord, 'word'>>> {
  return Object.fromEntries(words.map((word) => [word, says]));
}

/** A remark in brackets before a word or behind it, in either width: （含）以上, 以上(含). */
function withBrackets(remark: string, word: string): readonly string[] {
  return [`(${remark})`, `（${remark}）`].flatMap((inBrackets) => [inBrackets + word, word + inBrackets]);
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length);
}
