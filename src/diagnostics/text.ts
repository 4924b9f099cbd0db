/** A text in the two languages of the terminal. */

/** The language of a terminal. */
export type TerminalLanguage = 'en' | 'zh';

/** One text in English and in Chinese. */
export type Text = Readonly<Record<TerminalLanguage, string>>;

/** Part of a text: a phrase, or what is the same in both languages, such as an id or a number. */
export type Part = string | Text;

/** The part in English, as scripts and `--json` read it. */
export function en(part: Part): string {
  return inLanguage(part, 'en');
}

/** The part in Chinese. */
export function zh(part: Part): string {
  return inLanguage(part, 'zh');
}

/** The part in a language. */
export function inLanguage(part: Part, language: TerminalLanguage): string {
  return typeof part === 'string' ? part : part[language];
}
