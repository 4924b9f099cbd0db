/** What is said to a curator of records: what is wrong, what would be right, how to fix it. */

import { cutText } from './cut-text.ts';
import type { DiagnosticCode, Fault } from './diagnostic.ts';
import { excelRemedy } from './excel-remedy.ts';
import { visibleText } from './visible-text.ts';

/** Where another one is written, in words: seeds/firms.yaml:4. */
export type Place = string;

export const recordFaults = {
  // files
  notAMap: () =>
    error('value/type', 'a seed file is a map of type keys such as `firms:`, each with a list of records'),
  timeZone: (text: string, near: string | undefined) =>
    error(
      'value/format',
      `${quote(text)} is not an IANA time zone`,
      meant(near) ?? 'for example Asia/Shanghai',
    ),
  tooManyRecords: (most: number) => error('value/type', `the seeds have more than ${most} records`),

  // keys
  typeUnknown: (key: string, near: string | undefined, all: readonly string[]) =>
    error(
      'key/unknown',
      `there is no type key ${quote(key)}`,
      meant(near) ?? `write one of ${all.join(', ')}`,
    ),
  keyUnknown: (key: string, owner: string, near: string | undefined, all: readonly string[]) =>
    error('key/unknown', `${owner} has no key ${quote(key)}`, meant(near) ?? `it has ${all.join(', ')}`),
  keyInverse: (key: string, owner: string, writtenAt: string) =>
    error(
      'key/unknown',
      `${quote(key)} of ${owner} is not written here`,
      `write it at the other end, as ${writtenAt}`,
    ),
  keyOfEvidence: (key: string, owner: string) =>
    error('key/unknown', `${owner} has no key ${quote(key)}`, 'write `evidence: { source: …, locator: … }`'),
  keyAnswered: (key: string, owner: string) =>
    error(
      'key/unknown',
      `${quote(key)} of ${owner} is answered from other facts, never written`,
      'delete it',
    ),
  keyMissing: (key: string, owner: string) =>
    fillIn(key, error('key/missing', `${owner} lacks its ${quote(key)}`, `add ${quote(`${key}:`)}`)),
  allMissing: (keys: readonly string[], owner: string) =>
    error('key/missing', `${owner} has none of ${keys.map(quote).join(', ')}`, 'add at least one of them'),
  datasetMissing: () =>
    error(
      'key/missing',
      'no file has a `dataset:` map',
      'add one with `name` and `timeZone`, once over all folders',
    ),

  // values
  wrongForm: (what: string, expected: string, found: string, hint?: string) =>
    error('value/type', `${what} takes ${expected}, not ${found}`, hint),
  notRecords: (key: string, found: string, id: string | undefined) =>
    error(
      'value/type',
      `${quote(key)} takes a list of records, not ${found}`,
      id === undefined
        ? 'begin each record with a dash and a space: `- id: …`'
        : `begin each record with a dash, and let it name its id: ${quote(`- id: ${id}`)}`,
    ),
  notARecord: (key: string, text: string) =>
    error(
      'value/type',
      `${quote(key)} takes records, and ${quote(text)} is a text`,
      'write `- id: …` and below it `name: …`, with a space after each dash and colon',
    ),
  nothing: (what: string, word: string, table: boolean) => {
    const leaveOut = table ? 'leave the cell empty' : 'leave the key out';
    return word === ''
      ? error('value/type', `${what} has no value`, `write one, or ${leaveOut}`)
      : error(
          'value/type',
          `${what} has no value: ${quote(word)} means none`,
          `write one, or ${leaveOut}; a text of these letters goes in quotes: ${quote(`"${word}"`)}`,
        );
  },
  onlyOne: (what: string) =>
    error('value/type', `${what} takes one value, not a list`, 'write it without dash or brackets'),
  noLongForm: (what: string) =>
    error(
      'value/type',
      `${what} takes no long form`,
      'only single-valued properties of a record do: write the value alone',
    ),
  notA: (what: string, text: string, expected: string, example: string) =>
    error('value/type', `${what} takes a ${expected}, not ${quote(text)}`, `for example ${example}`),
  badFormat: (what: string, text: string, expected: string, hint?: string) =>
    error('value/format', `${what} takes ${expected}, not ${quote(text)}`, excelRemedy(text) ?? hint),
  wideComma: (what: string, text: string) =>
    error(
      'value/format',
      `${quote(text)} is one text of ${what}: \`，\` does not separate items`,
      'write `,` between them; in quotes where the comma belongs to the text',
    ),
  emptyText: (what: string) =>
    error('value/format', `${what} is empty`, 'write a text, or leave the key out'),
  textTooLong: (what: string, length: number, most: number) =>
    error('value/format', `${what} has ${length} characters, more than the ${most} allowed`),
  textInvisible: (what: string, character: string) =>
    error('value/format', `${what} contains the invisible character ${visibleText(character)}`, 'delete it'),
  notInEnum: (what: string, text: string, near: string | undefined, all: readonly string[]) =>
    error(
      'value/enum',
      `${quote(text)} is not a value of ${what}`,
      meant(near) ?? `write one of ${all.join(', ')}`,
    ),

  // ids and references
  idFormat: (id: string, prefix: string, near: string | undefined) =>
    error(
      'id/format',
      `${quote(id)} is not a valid id here: write ${quote(`${prefix}:`)}, then lower case letters, digits and hyphens`,
      near && `for example ${quote(near)}`,
    ),
  wrongPart: (one: string, part: string, likely: string, prefix: string) =>
    error(
      'id/format',
      `${withArticle(one)} is written under ${quote(`${part}:`)}; is the line ${quote(`${likely}:`)} missing?`,
      `write ${quote(`${likely}:`)} above it, or let its id begin with ${quote(`${prefix}:`)}`,
    ),
  idTooLong: (id: string, most: number) =>
    error('id/format', `the id ${quote(id)} has more than ${most} characters`),
  idTwice: (id: string, place: Place) =>
    error(
      'id/duplicate',
      `the id ${quote(id)} is already used at ${place}`,
      'one id, one record: join the two, or give this one another id',
    ),
  formerIdOwn: (id: string) =>
    error(
      'id/duplicate',
      `${quote(id)} is the id of this record, not a former one`,
      'delete it from `formerIds`',
    ),
  formerIdTwice: (id: string) =>
    error('id/duplicate', `${quote(id)} is listed twice among the former ids of this record`, 'delete one'),
  factTwice: (what: string, place: Place, keys: readonly string[]) =>
    error(
      'id/duplicate',
      `${what} is written twice in this record, first at ${place}`,
      joinOrTellApart(keys),
    ),
  itemTwice: (list: string, place: Place, keys: readonly string[]) =>
    error('id/duplicate', `this item of ${list} is the same one as at ${place}`, joinOrTellApart(keys)),
  datasetTwice: (place: Place) =>
    error('id/duplicate', `\`dataset:\` is already written at ${place}`, 'keep one over all folders'),
  refUnknown: (text: string, near: readonly string[]) =>
    error(
      'ref/unknown',
      `no record has the id ${quote(text)}`,
      meant(...near) ?? 'fix the id, or add the record',
    ),
  refSeveral: (text: string, parts: readonly string[]) =>
    error(
      'ref/unknown',
      `no record has the id ${quote(text)}`,
      `several ids are a list: ${quote(`[${parts.join(', ')}]`)}, in a table ${quote(parts.join('|'))}`,
    ),
  refType: (id: string, found: string, what: string, expected: string, near: readonly string[]) =>
    error(
      'ref/type',
      `${quote(id)} is ${withArticle(found)}; ${what} takes ${withArticle(expected)}`,
      meant(...near),
    ),

  // evidence
  evidenceMissing: (what: string) =>
    error(
      'evidence/missing',
      `${what} has no evidence`,
      'add `evidence: { source, locator }` here, or under `defaults:`',
    ),
  evidenceNoSource: () =>
    error(
      'evidence/missing',
      'this evidence names no source, and nothing around it does',
      'add `source:` with the id of a record of `sources:`',
    ),
  locatorMissing: (source: string) =>
    fillIn(
      'locator',
      error(
        'evidence/locator',
        `the evidence in ${quote(source)} has no locator`,
        'add `locator:`, for example p3 or 第十二条; naming `source` drops an inherited one',
      ),
    ),
  locatorWhose: (sources: readonly string[]) =>
    error(
      'evidence/locator',
      `this locator could belong to ${sources.map(quote).join(' or ')}`,
      'name the `source` too',
    ),

  // sense
  dateOrder: (startName: string, start: string, endName: string, end: string) =>
    error(
      'date/order',
      `${quote(endName)} ${end} is before ${quote(startName)} ${start}`,
      'a coarse date ends on its last day and starts on its first',
    ),
  treeCycle: (name: string, circle: readonly string[]) =>
    error(
      'tree/cycle',
      `${quote(name)} leads in a circle: ${circle.join(' → ')}`,
      'remove the step that is wrong',
    ),
  namesItself: (what: string, id: string) =>
    error(
      'tree/cycle',
      `${quote(id)} names itself at ${quote(what)}`,
      'name the record that is meant, or delete it',
    ),
  policyReachesNothing: (lacks: 'SUPPORTS' | 'APPLIES_IN') =>
    warning(
      'policy/reaches-nothing',
      lacks === 'SUPPORTS'
        ? 'this policy supports no industry and no cluster'
        : 'this policy applies in no place',
      lacks === 'SUPPORTS' ? 'add `industries` or `clusters`' : 'add `places`',
    ),
  policyNoStart: () =>
    warning(
      'policy/no-start',
      'nothing says since when this policy holds',
      'add `effectiveFrom` or `issuedOn`',
    ),
} as const;

/** A text in quotes, cut where it is long, with nothing invisible in it. */
export function quote(text: string): string {
  return `\`${cutText(text)}\``;
}

/** How to fix what is there twice, given the keys that distinguish two. */
function joinOrTellApart(keys: readonly string[]): string {
  const quoted = keys.map(quote);
  const names = [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)]
    .filter((part) => part !== '')
    .join(' or ');
  return names === '' ? 'join the two' : `join the two, or distinguish them by ${names}`;
}

function withArticle(type: string): string {
  return `${/^[AEIOU]/i.test(type) ? 'an' : 'a'} ${type}`;
}

function meant(...near: readonly (string | undefined)[]): string | undefined {
  const known = near.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : `did you mean ${known.map(quote).join(' or ')}?`;
}

/** A fault that keeps seeds from loading. */
export function error(code: DiagnosticCode, message: string, hint?: string | undefined): Fault {
  return { code, severity: 'error', message, hint };
}

/** A fault that is fixed in a table by filling in a column. */
export function fillIn(column: string, fault: Fault): Fault {
  return { ...fault, fillIn: column };
}

/** A remark that does not keep seeds from loading. */
export function warning(code: DiagnosticCode, message: string, hint: string): Fault {
  return { code, severity: 'warning', message, hint };
}
