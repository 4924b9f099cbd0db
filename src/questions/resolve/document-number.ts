/** Document numbers, however their brackets are written: 沪府规〔2021〕18号. */

/** A document's number. */
export interface DocumentNumber {
  /** Who numbers: 沪府规. */
  readonly series: string;
  readonly year: string;
  readonly number: string;
}

const NUMBER = /(?<series>[\p{sc=Han}、]+)\(?(?<year>(?:19|20)\d{2})\)?年?第?(?<number>\d+)号/u;

/** The first number in a folded text. */
export function documentNumberIn(folded: string): DocumentNumber | undefined {
  const { series = '', year = '', number = '' } = NUMBER.exec(folded)?.groups ?? {};
  return series === '' ? undefined : { series, year, number: String(Number(number)) };
}

/** Whether two numbers are one: the same, the same with issuers left out, or not. */
export function compareNumbers(asked: DocumentNumber, own: DocumentNumber): 'SAME' | 'ISSUERS' | 'OTHER' {
  if (asked.year !== own.year || asked.number !== own.number) return 'OTHER';
  if (asked.series === own.series) return 'SAME';
  // A joint notice is numbered by all its issuers, and cited by the first or the last.
  const [shorter, longer] = [asked.series, own.series].sort((a, b) => a.length - b.length);
  const isJoint = Array.from(longer ?? '').length >= 2 * Array.from(shorter ?? '').length;
  return isJoint && isSubsequence(shorter ?? '', longer ?? '') ? 'ISSUERS' : 'OTHER';
}

/** Whether a text is another with parts left out. */
export function isSubsequence(part: string, whole: string): boolean {
  const wanted = Array.from(part);
  let next = 0;
  for (const character of whole) if (character === wanted[next]) next++;
  return next === wanted.length;
}
