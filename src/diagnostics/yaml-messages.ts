/** What is said to a curator of a text that is no YAML, or uses a part of it that seeds do not have. */

import { cutText } from './cut-text.ts';
import type { Fault } from './diagnostic.ts';
import { error, type Place, quote } from './messages.ts';
import { visibleText } from './visible-text.ts';

export const yamlFaults = {
  syntax: (yamlCode: string, yamlMessage: string): Fault =>
    error('yaml/syntax', ...(SYNTAX[yamlCode] ?? [visibleText(yamlMessage)])),
  wideMark: (wide: string, narrow: string): Fault =>
    error(
      'yaml/syntax',
      `this line has a wide ${quote(wide)} where YAML takes ${quote(narrow)}`,
      `write ${quote(`${narrow} `)}, half-width and with a space after it`,
    ),
  wideSpace: (): Fault =>
    error(
      'yaml/syntax',
      'this line has a full-width or non-breaking space, which YAML does not read as a space',
      'write an ordinary space',
    ),
  noSpace: (mark: string): Fault =>
    error(
      'yaml/syntax',
      `a space is missing after the ${quote(mark)} of this line`,
      `write ${quote(`${mark} `)}`,
    ),
  secondDocument: (): Fault =>
    error('yaml/syntax', 'a second YAML document begins here', 'delete the `---`, or make it a file'),
  tooDeep: (most: number): Fault =>
    error(
      'yaml/syntax',
      `lists and maps are more than ${most} deep here`,
      'no seed needs more than about ten: flatten it',
    ),
  tooManyTokens: (most: number): Fault =>
    error(
      'yaml/syntax',
      `the file has more than ${most} words and marks`,
      'split it: folders carry no meaning',
    ),
  keyTwice: (key: string, place: Place): Fault =>
    error(
      'yaml/syntax',
      `the key ${quote(key)} is written twice in one map, first at ${place}`,
      'keep one of the two',
    ),
  tag: (tag: string): Fault =>
    error(
      'yaml/syntax',
      `seeds have no YAML tags such as ${quote(tag)}`,
      'delete it: the model says what a value is; put a text that begins so in quotes',
    ),
  directive: (line: string): Fault =>
    error(
      'yaml/syntax',
      `seeds have no YAML directives such as ${quote(line)}`,
      'delete the line: every seed file is YAML 1.2',
    ),
  aliasUnknown: (name: string): Fault =>
    error(
      'yaml/syntax',
      `the alias *${cutText(name)} has no anchor &${cutText(name)} before it`,
      'write the value out',
    ),
  aliasCircle: (name: string): Fault =>
    error(
      'yaml/syntax',
      `the alias *${cutText(name)} is inside the value that it repeats`,
      'write the value out',
    ),
  aliasTooMany: (most: number): Fault =>
    error(
      'yaml/syntax',
      `the aliases of this file repeat more than ${most} values`,
      'write the values out, or fewer aliases',
    ),
  mergeKey: (): Fault =>
    error(
      'yaml/syntax',
      'seeds have no merge key `<<`',
      'write the keys out; `defaults:` gives a file its evidence',
    ),
} as const;

/** What YAML's own faults mean, and how to fix them, by the library's codes. */
const SYNTAX: Readonly<Record<string, readonly [problem: string, hint?: string]>> = {
  BAD_INDENT: [
    'the indentation does not fit, or a bracket is not closed',
    'indent by spaces, two for each level',
  ],
  TAB_AS_INDENT: ['a tab indents this line', 'indent by spaces'],
  BLOCK_AS_IMPLICIT_KEY: [
    'a second `key: value` is on this line, or the next line is indented too far',
    'put a text that contains `: ` in quotes; write the keys of one record in one column',
  ],
  BAD_SCALAR_START: ['a text cannot begin with this character', 'put the text in quotes'],
  BAD_DQ_ESCAPE: [
    'this is not a valid escape in a double-quoted text',
    "write \\\\ for a backslash, or use 'single quotes'",
  ],
  MULTILINE_IMPLICIT_KEY: ['this line has no `key:`', 'write each line of a map as `key: value`'],
  NON_STRING_KEY: ['a key is a word, not a list or a map'],
  MISSING_CHAR: [
    'a quote or bracket that opens here is not closed, or a `-` or `:` is missing',
    'close it, or line it up with its neighbours; put a text with special characters in quotes',
  ],
  KEY_OVER_1024_CHARS: ['a key of more than 1,024 characters: a quote or a bracket may be open'],
};
