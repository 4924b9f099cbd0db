/** Seed files as text: records in YAML, laid out as a curator would. */

/** The value at a key. */
export type SeedValue = string | readonly SeedValue[] | SeedMap;

/** Keys and their values, in order. */
export interface SeedMap {
  readonly [key: string]: SeedValue;
}

/** Texts that read the same without quotes, also between brackets. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}_./()（）、·-]|:(?=[\p{L}\p{N}])| (?=[\p{L}\p{N}]))*$/u;
/** Words that mean something else to one reader of YAML or another. */
const WORDS = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
/** What would be a number, so that a code keeps its zeros in every editor. */
const ZEROS = /^0\d|\.\d*0$/;

/**
 * A record as an item of a list.
 * @example
 *   - id: firm:bluesail
 *     industries: [industry:med]
 *     places:
 *       - { to: region:zhoupu, role: PRODUCTION }
 */
export function seedRecord(record: SeedMap): string {
  const lines = Object.entries(record).map(([key, value]) => `    ${entry(key, value)}`);
  return `${lines.join('\n').replace(/^ {4}/, '  - ')}\n`;
}

/** A value in a line. */
export function inLine(value: SeedValue): string {
  if (typeof value === 'string') return scalar(value);
  if (isList(value)) return `[${value.map(inLine).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${inLine(each)}`)
    .join(', ')} }`;
}

function entry(key: string, value: SeedValue): string {
  if (!isList(value) || value.every((item) => typeof item === 'string')) return `${key}: ${inLine(value)}`;
  return [`${key}:`, ...value.map((item) => `      - ${inLine(item)}`)].join('\n');
}

function scalar(text: string): string {
  return PLAIN.test(text) && !WORDS.test(text) && !ZEROS.test(text) ? text : JSON.stringify(text);
}

function isList(value: SeedValue): value is readonly SeedValue[] {
  return Array.isArray(value);
}
