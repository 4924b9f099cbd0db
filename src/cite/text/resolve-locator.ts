/** A locator → the paragraphs of a text that it means: p3, p3-p5, 第四条第二款, 二(一)1-4, 序号5, 表3行4, 正文. */

import type { Text } from '../../diagnostics/text.ts';
import { readWholeNumber } from '../../model/text/chinese-number.ts';
import { foldText } from '../../model/text/fold-text.ts';
import type { CitedText } from './cited-text.ts';

/** What a locator means in a text. */
export type Resolved =
  /** The paragraphs, from 0; none where it means the title alone. */
  | { readonly kind: 'found'; readonly paragraphs: readonly number[] }
  | { readonly kind: 'absent'; readonly why: Text }
  /** Its form says nothing that can be looked for. */
  | { readonly kind: 'unchecked' };

/** Paragraphs from one to another, the end exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const NUMERAL = '[〇零一二三四五六七八九十百千两\\d]+';
const WHOLE = /^(?:正文|全文|公告|全篇|text|body|whole text)$/;
const TITLE = /^(?:标题|题目|题名|title)$/;
const PARAGRAPHS = /^(?:pp?|paras?|paragraphs?|¶)\.?\s*(\d+)(?:\s*(?:-|–|—|~|至|到|to)\s*p?\.?\s*(\d+))?$/;
const PARAGRAPH_ZH = new RegExp(`^第?(${NUMERAL})(?:[-–—~至到]第?(${NUMERAL}))?(?:自然)?段落?$`, 'u');
const TABLE = new RegExp(
  `^(?:表|table)\\s*(${NUMERAL})\\s*(?:第?(${NUMERAL})行|行(${NUMERAL})|row\\s*(\\d+))?$`,
  'u',
);
const ARTICLE = new RegExp(
  `^第(${NUMERAL})条(?:第?(${NUMERAL})款)?(?:第?[(]?(${NUMERAL})[)]?项?)?(之后|以后|起)?$`,
  'u',
);
const CHAPTER = new RegExp(`^第(${NUMERAL})([章节编])$`, 'u');
const ROW = /^(?:(.+?)\s*)?(?:序号|no\.?)\s*(\d+)$/;
const OUTLINE =
  /^([一二三四五六七八九十]+)?[、.]?(?:\(([一二三四五六七八九十]+)\))?[、.]?(?:(\d{1,3})(?:[-–—~至到](\d{1,3}))?)?$/u;
const KEYED = /^(\S.*)\s([\w.-]*\d{3}[\w.-]*)$/;
const ARTICLE_HEAD = new RegExp(`^第(${NUMERAL})条`, 'u');
const CHAPTER_HEAD = new RegExp(`^第(${NUMERAL})([章节编])`, 'u');
/** How headings of an outline begin, by their level. */
const LEVELS: readonly RegExp[] = [
  /^([一二三四五六七八九十]+)\s*[、.:]/u,
  /^\(([一二三四五六七八九十]+)\)/u,
  /^(?:\((\d{1,3})\)|(\d{1,3})\s*[.、)](?!\d))/u,
];
const LIST = /\s*[,;、]\s*|\s+(?:and|和|及)\s+/u;

/** What a locator means in a text. A list of them means all its parts. */
export function resolveLocator(text: CitedText, locator: string): Resolved {
  const plain = locator.normalize('NFKC').trim().toLowerCase();
  const one = resolveOne(text, plain);
  if (one.kind !== 'unchecked' || !LIST.test(plain)) return one;
  const parts = partsOf(plain).map((part) => resolveOne(text, part));
  const fault = parts.find(({ kind }) => kind === 'absent') ?? parts.find(({ kind }) => kind === 'unchecked');
  if (fault) return fault;
  return found(parts.flatMap((part) => (part.kind === 'found' ? part.paragraphs : [])));
}

/** The parts of a list; what is before and after the number of one holds for all: p3,5 and 第三、四条. */
function partsOf(list: string): readonly string[] {
  const parts = list.split(LIST);
  const head = /^(pp?\.?\s*|第|序号)/u.exec(parts[0] ?? '')?.[0].replace('pp', 'p') ?? '';
  const tail = /(条|段落?|款)$/u.exec(parts.at(-1) ?? '')?.[0] ?? '';
  return parts.map((part) => {
    const from = /^[\d〇零一二三四五六七八九十百]/u.test(part) ? head : '';
    const to = /[\d〇零一二三四五六七八九十百]$/u.test(part) ? tail : '';
    return from + part + to;
  });
}

function resolveOne(text: CitedText, locator: string): Resolved {
  const all = { from: 0, to: text.paragraphs.length };
  if (WHOLE.test(locator)) return stretched(all);
  if (TITLE.test(locator)) return found([]);
  const inner = locator.replace(/^(?:正文|全文)\s*/u, '');
  const paragraphs = PARAGRAPHS.exec(inner) ?? PARAGRAPH_ZH.exec(inner);
  if (paragraphs) return resolveParagraphs(text, paragraphs[1], paragraphs[2]);
  const table = TABLE.exec(inner);
  if (table) return resolveTable(text, table[1], table[2] ?? table[3] ?? table[4]);
  const article = ARTICLE.exec(inner);
  if (article) return resolveArticle(text, article);
  const chapter = CHAPTER.exec(inner);
  if (chapter) return resolveChapter(text, chapter[1], chapter[2]);
  const row = ROW.exec(inner);
  if (row) return resolveRow(text, row[1], row[2] ?? '');
  const outline = inner === '' ? null : OUTLINE.exec(inner);
  if (outline) return resolveOutline(text, outline);
  const keyed = KEYED.exec(inner);
  if (keyed) return resolveKey(text, keyed[2] ?? '');
  return { kind: 'unchecked' };
}

function resolveParagraphs(text: CitedText, from: string | undefined, to: string | undefined): Resolved {
  const first = readWholeNumber(from ?? '') ?? 0;
  const last = to === undefined ? first : (readWholeNumber(to) ?? 0);
  const most = text.paragraphs.length;
  if (first < 1 || last < first)
    return {
      kind: 'absent',
      why: {
        en: 'paragraphs count from p1, the first before the last',
        zh: '段落从 p1 数起，且起始段不晚于末段',
      },
    };
  if (last > most)
    return { kind: 'absent', why: { en: `its last paragraph is p${most}`, zh: `最后一段是 p${most}` } };
  return stretched({ from: first - 1, to: last });
}

function resolveTable(text: CitedText, table: string | undefined, row: string | undefined): Resolved {
  const wanted = readWholeNumber(table ?? '');
  const caption = new RegExp(`^(?:附?表|table)\\s*(${NUMERAL})`, 'iu');
  const captions = starts(text, caption);
  const at = captions.find(({ number }) => number === wanted)?.at;
  if (at === undefined)
    return absent(
      { en: `no table ${wanted ?? ''}`, zh: `没有表${wanted ?? ''}` },
      captions.map(({ number }) => `表${number}`),
    );
  const end = captions.find((each) => each.at > at)?.at ?? text.paragraphs.length;
  if (row === undefined) return stretched({ from: at, to: end });
  const line = readWholeNumber(row) ?? 0;
  if (line < 1 || at + line >= end)
    return {
      kind: 'absent',
      why: { en: `that table has ${end - at - 1} lines`, zh: `该表有 ${end - at - 1} 行` },
    };
  // A locator does not say whether the head of a table counts as its first row: both rows may be meant.
  return stretched({ from: at + line, to: Math.min(at + line + 2, end) });
}

function resolveArticle(
  text: CitedText,
  [, article, paragraph, item, after]: readonly (string | undefined)[],
): Resolved {
  const heads = starts(text, ARTICLE_HEAD);
  const wanted = readWholeNumber(article ?? '');
  const at = heads.find(({ number }) => number === wanted)?.at;
  if (at === undefined)
    return absent(
      { en: `no 第${article}条`, zh: `没有第${article}条` },
      heads.map(({ number }) => `第${number}条`),
    );
  const end = [...heads, ...starts(text, CHAPTER_HEAD)].map((head) => head.at).filter((each) => each > at);
  const span = { from: at, to: Math.min(...end, text.paragraphs.length) };
  if (after === '起') return stretched({ from: at, to: text.paragraphs.length });
  if (after !== undefined) return stretched({ from: span.to, to: text.paragraphs.length });
  const within = paragraph === undefined ? span : clause(text, span, readWholeNumber(paragraph) ?? 0);
  if (!within)
    return {
      kind: 'absent',
      why: { en: `第${article}条 has no 第${paragraph}款`, zh: `第${article}条没有第${paragraph}款` },
    };
  if (item === undefined) return stretched(within);
  return (
    items(text, within, 1, item, undefined) ?? {
      kind: 'absent',
      why: { en: `there is no such item in 第${article}条`, zh: `第${article}条中没有该项` },
    }
  );
}

/** A paragraph of an article, with the items under it. */
function clause(text: CitedText, { from, to }: Stretch, number: number): Stretch | undefined {
  const begins: number[] = [];
  for (let at = from; at < to; at += 1) {
    const line = plainLine(text, at);
    if (at === from || !(LEVELS[1]?.test(line) || LEVELS[2]?.test(line))) begins.push(at);
  }
  const at = begins[number - 1];
  return at === undefined ? undefined : { from: at, to: begins[number] ?? to };
}

function resolveChapter(text: CitedText, chapter: string | undefined, kind: string | undefined): Resolved {
  const heads = starts(text, CHAPTER_HEAD).filter(
    ({ at }) => CHAPTER_HEAD.exec(plainLine(text, at))?.[2] === kind,
  );
  const wanted = readWholeNumber(chapter ?? '');
  const at = heads.find(({ number }) => number === wanted)?.at;
  if (at === undefined)
    return absent(
      { en: `no 第${chapter}${kind}`, zh: `没有第${chapter}${kind}` },
      heads.map(({ number }) => `第${number}${kind}`),
    );
  return stretched({ from: at, to: heads.find((head) => head.at > at)?.at ?? text.paragraphs.length });
}

function resolveRow(text: CitedText, section: string | undefined, number: string): Resolved {
  const wanted = section === undefined ? undefined : foldText(section);
  const start =
    wanted === undefined ? 0 : text.paragraphs.findIndex((line) => foldText(line).includes(wanted));
  if (start < 0)
    return { kind: 'absent', why: { en: `no line of it contains ${section}`, zh: `其中没有 ${section}` } };
  const begins = new RegExp(`^\\|?\\s*${number}(?![\\d.%]*\\d)`, 'u');
  const rows: number[] = [];
  for (let at = start; at < text.paragraphs.length; at += 1)
    if (begins.test(plainLine(text, at))) rows.push(at);
  if (rows.length === 0)
    return {
      kind: 'absent',
      why: { en: `no line of it begins with ${number}`, zh: `没有以 ${number} 开头的行` },
    };
  return found(wanted === undefined ? rows : rows.slice(0, 1));
}

function resolveOutline(
  text: CitedText,
  [, first, second, third, last]: readonly (string | undefined)[],
): Resolved {
  let span: Stretch = { from: 0, to: text.paragraphs.length };
  for (const [level, wanted] of [first, second].entries()) {
    if (wanted === undefined) continue;
    const within = items(text, span, level, wanted, undefined);
    const [from] = within?.paragraphs ?? [];
    if (from === undefined || !within)
      return { kind: 'absent', why: noItem(level === 0 ? wanted : `(${wanted})`) };
    span = { from, to: (within.paragraphs.at(-1) ?? from) + 1 };
  }
  if (third === undefined) return stretched(span);
  return items(text, span, 2, third, last) ?? { kind: 'absent', why: noItem(last ?? third) };
}

/** The items of a level, from one to another; those in the middle of a line are that line. */
function items(
  text: CitedText,
  { from, to }: Stretch,
  level: number,
  first: string,
  last: string | undefined,
): { readonly kind: 'found'; readonly paragraphs: readonly number[] } | undefined {
  const [low = 0, high = 0] = [first, last ?? first].map((each) => readWholeNumber(each) ?? 0);
  const paragraphs: number[] = [];
  for (let number = low; number <= high; number += 1) {
    // 第一项 may be numbered (一) or 1: the level asked for comes first.
    const [at] = LEVELS.slice(level).flatMap(
      (head) => indexWhere(text, from, to, (line) => headNumber(head, line) === number) ?? [],
    );
    if (at === undefined) {
      const inline = new RegExp(`(?<!\\d)(?:${number}\\s*[.、)]|[(]${number}[)])(?!\\d)`, 'u');
      const line = indexWhere(text, from, to, (each) => inline.test(each));
      if (line === undefined) return undefined;
      paragraphs.push(line);
      continue;
    }
    const own = LEVELS.findIndex((head) => headNumber(head, plainLine(text, at)) === number);
    const end =
      indexWhere(text, at + 1, to, (line) => LEVELS.slice(0, own + 1).some((head) => head.test(line))) ?? to;
    for (let each = at; each < end; each += 1) paragraphs.push(each);
  }
  return paragraphs.length === 0 ? undefined : { kind: 'found', paragraphs: [...new Set(paragraphs)] };
}

function resolveKey(text: CitedText, key: string): Resolved {
  const word = new RegExp(`(?<![\\w.-])${key.replace(/[.]/g, '\\.')}(?![\\w-])`, 'iu');
  const lines = text.paragraphs.flatMap((line, at) => (word.test(line.normalize('NFKC')) ? [at] : []));
  return lines.length === 0
    ? { kind: 'absent', why: { en: `no line of it contains ${key}`, zh: `没有含 ${key} 的行` } }
    : found(lines);
}

/** Paragraphs that begin with a numbered head, and its number. */
function starts(text: CitedText, head: RegExp): readonly { readonly at: number; readonly number: number }[] {
  return text.paragraphs.flatMap((_, at) => {
    const number = headNumber(head, plainLine(text, at));
    return number === undefined ? [] : [{ at, number }];
  });
}

function headNumber(head: RegExp, line: string): number | undefined {
  const match = head.exec(line);
  return match ? readWholeNumber(match[1] ?? match[2] ?? '') : undefined;
}

function indexWhere(
  text: CitedText,
  from: number,
  to: number,
  fits: (line: string) => boolean,
): number | undefined {
  for (let at = from; at < to; at += 1) if (fits(plainLine(text, at))) return at;
  return undefined;
}

function plainLine(text: CitedText, at: number): string {
  return (text.paragraphs[at] ?? '').normalize('NFKC').trimStart();
}

function noItem(item: string): Text {
  return { en: `it has no ${item} there`, zh: `其中没有 ${item}` };
}

function absent(what: Text, there: readonly string[]): Resolved {
  const last = there.at(-1);
  return {
    kind: 'absent',
    why:
      last === undefined
        ? { en: `it has ${what.en}`, zh: what.zh }
        : { en: `it has ${what.en}; the last there is ${last}`, zh: `${what.zh}，最后一个是 ${last}` },
  };
}

function stretched({ from, to }: Stretch): Resolved {
  return found(Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at));
}

function found(paragraphs: readonly number[]): Resolved {
  return { kind: 'found', paragraphs: [...new Set(paragraphs)] };
}
