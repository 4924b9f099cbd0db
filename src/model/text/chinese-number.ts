/** Numbers written in characters → the same text with digits: 三万二千 → 32000, 百分之四十三点九 → 43.9%. */

/** A text whose numbers in characters have become digits. */
export interface WithDigits {
  readonly text: string;
  /** Offsets at which such digits begin. */
  readonly converted: ReadonlySet<number>;
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((character, value) => [character, value] as const),
);
const ALSO: ReadonlyMap<string, number> = new Map([
  ['〇', 0],
  ['两', 2],
]);
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const RUN = /(百分之)?(?<![\d.])([〇零一二三四五六七八九十百千万亿两]+)(?:点([〇零一二三四五六七八九]+))?/gu;

/** The text with digits in the place of numbers in characters; words such as 千万 or 三大 stay or do no harm. */
export function withDigits(text: string): WithDigits {
  const converted = new Set<number>();
  let shown = '';
  let last = 0;
  for (const match of text.matchAll(RUN)) {
    const [whole, percent, run = '', fraction] = match;
    const digits = digitsOf(run, fraction);
    if (digits === undefined) continue;
    shown += text.slice(last, match.index);
    converted.add(shown.length);
    shown += percent === undefined ? digits : `${digits}%`;
    last = match.index + whole.length;
  }
  return { text: shown + text.slice(last), converted };
}

/** A whole number in characters or digits: 二十七, 27, 〇. Undefined where it is none. */
export function readWholeNumber(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const value = wholeOf(text);
  return value === undefined ? undefined : Number(value);
}

function digitsOf(run: string, fraction: string | undefined): string | undefined {
  if (fraction !== undefined) {
    const whole = wholeOf(run);
    return whole === undefined ? undefined : `${whole}.${[...fraction].map(digitOf).join('')}`;
  }
  return pairOf(run) ?? wholeOf(run)?.toString();
}

/** Two digits that follow one another are a guess, not a number: 五六 is 5-6, 三四十 is 30-40. */
function pairOf(run: string): string | undefined {
  const [first, second, ...rest] = [...run];
  const [low, high] = [digitOf(first), digitOf(second)];
  if (low === undefined || high === undefined || low < 1 || high !== low + 1) return undefined;
  const times = rest.join('');
  if (!/^[十百千]?[万亿]?$/u.test(times)) return undefined;
  const [from, to] = [`${first}${times}`, `${second}${times}`].map(wholeOf);
  return from === undefined || to === undefined ? undefined : `${from}-${to}`;
}

/** A whole number: by units (一千二百), or digit by digit (二〇二三). */
function wholeOf(run: string): bigint | undefined {
  if (!/[十百千万亿]/u.test(run)) {
    const digits = [...run].map(digitOf);
    return run === '' || digits.includes(undefined) ? undefined : BigInt(digits.join(''));
  }
  const [, hundredMillions, rest = ''] = /^(?:(.*)亿)?(.*)$/su.exec(run) ?? [];
  const upper = hundredMillions === undefined ? 0n : wholeOf(hundredMillions);
  const [, tenThousands, ones = ''] = /^(?:(.*)万)?(.*)$/su.exec(rest) ?? [];
  const middle = tenThousands === undefined ? 0n : belowTenThousand(tenThousands);
  const above = tenThousands !== undefined ? 10_000 : hundredMillions !== undefined ? 100_000_000 : 1;
  const lower = ones === '' ? 0n : belowTenThousand(ones, above);
  if (upper === undefined || middle === undefined || lower === undefined) return undefined;
  return upper * 100_000_000n + middle * 10_000n + lower;
}

/**
 * A whole number of up to four digits.
 * @param above the unit right before it: of a lone digit behind that, the unit is left unsaid, 三万二 is 32000
 */
function belowTenThousand(text: string, above = 1): bigint | undefined {
  let sum = 0;
  let digit: number | undefined;
  let last = above;
  for (const [at, character] of [...text].entries()) {
    const unit = UNITS.get(character);
    if (unit === undefined) {
      const value = digitOf(character);
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
      if (digit === 0 || value === 0) last = 1;
      digit = value;
    } else {
      // 十 alone is ten; 百 and 千 alone are words of size and no number.
      if (digit === undefined && !(unit === 10 && at === 0)) return undefined;
      sum += (digit ?? 1) * unit;
      digit = undefined;
      last = unit;
    }
  }
  return text === '' ? undefined : BigInt(sum + (digit ?? 0) * Math.max(1, last / 10));
}

function digitOf(character: string | undefined): number | undefined {
  return character === undefined ? undefined : (DIGITS.get(character) ?? ALSO.get(character));
}
