/** A source's text → its title and its paragraphs, as locators count them. */

import { foldText } from '../../model/text/fold-text.ts';

/** The text of a source. */
export interface CitedText {
  /** The path as shown to people. */
  readonly file: string;
  readonly title: string;
  /** Non-empty lines after the title, from p1, headings included. */
  readonly paragraphs: readonly string[];
}

/** Lines among which the title is looked for. */
const HEAD = 10;
/** A shorter title says too little to be looked for in a line. */
const MIN_TITLE = 4;
/** Below this line are articles that have nothing to do with the text. */
const RELATED =
  /^(?:相关(?:文章|阅读|新闻|推荐|链接|报道|资讯|内容)|延伸阅读|推荐阅读|猜你喜欢|热门文章|related (?:articles|posts|stories))[::]?$/iu;

/** The non-empty lines of a text, trimmed, before any list of related articles. */
export function linesOf(text: string): readonly string[] {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const related = lines.findIndex((line, at) => at > 0 && RELATED.test(line));
  return related < 0 ? lines : lines.slice(0, related);
}

/** Which of the first lines names a source by its title or address, and how much of the line that is. */
export function findTitle(
  lines: readonly string[],
  titles: readonly string[],
): { readonly at: number; readonly length: number } | undefined {
  const wanted = titles.map(foldText).filter((title) => [...title].length >= MIN_TITLE);
  for (const [at, line] of lines.slice(0, HEAD).entries()) {
    const folded = foldText(line);
    const [longest = 0] = wanted
      .filter((title) => folded.includes(title))
      .map((title) => title.length)
      .sort((a, b) => b - a);
    if (longest > 0) return { at, length: longest };
  }
  return undefined;
}

/**
 * A text as it is cited.
 * @param titles what its title line may contain; where no line does, the first line is taken for it
 */
export function readCitedText(file: string, lines: readonly string[], titles: readonly string[]): CitedText {
  const at = findTitle(lines, titles)?.at ?? 0;
  return { file, title: lines[at] ?? '', paragraphs: lines.slice(at + 1) };
}
