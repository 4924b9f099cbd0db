/** The languages of sentences. */

/** The language of a sentence: Chinese, or English. */
export type Language = 'ZH' | 'EN';

/** The language that an argument asks for; Chinese where it asks for none. */
export function languageOf(asked: unknown): Language {
  return asked === 'EN' ? 'EN' : 'ZH';
}
