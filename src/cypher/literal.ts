/** Values written into the text of a script: for files that others run, where no parameters can go along. */

import { cypherName } from './names.ts';
import type { Statement } from './statement.ts';

/** Ends a literal, begins an escape, or is not seen by whoever reads the script. */
const UNSAFE = /[\\'\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A value as Cypher text. A backslash is always doubled, so that no text can form an escape such as a backslash and u0027.
 * @see https://neo4j.com/docs/cypher-manual/current/syntax/parsing/#_using_unicode_in_cypher
 */
export function cypherLiteral(value: unknown): string {
  if (typeof value === 'string') return `'${value.replace(UNSAFE, escaped)}'`;
  if (typeof value === 'number') return numberLiteral(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(cypherLiteral).join(', ')}]`;
  if (value === null || value === undefined) return 'null';
  const entries = Object.entries(value).map(([name, each]) => `${cypherName(name)}: ${cypherLiteral(each)}`);
  return `{${entries.join(', ')}}`;
}

/**
 * A statement as one that runs by itself, its parameters written out; a list of rows has one in a line.
 * @example
 * UNWIND [
 *   {id: 'zone:z', name: '张江'}
 * ] AS row CREATE (n:Zone:Place:Entity:Node) SET n = row;
 */
export function scriptStatement({ text, parameters }: Statement): string {
  const written = text.replace(/\$(\w+)/g, (_, name: string) => {
    const value = parameters[name];
    if (!Array.isArray(value)) return cypherLiteral(value);
    return `[\n${value.map((item) => `  ${cypherLiteral(item)}`).join(',\n')}\n]`;
  });
  return `${written};\n`;
}

function escaped(character: string): string {
  const known = ESCAPES[character];
  return known ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Whole numbers are integers as far as both kinds hold them exactly, as the driver sends them. */
function numberLiteral(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const text = String(value).replace('+', '');
  return /[.e]/.test(text) ? text : `${text}.0`;
}
