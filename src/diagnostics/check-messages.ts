/** Messages to curators about codes, names, shares and sources. */

import type { Fault } from './diagnostic.ts';
import { error, type Place, quote, warning } from './messages.ts';

export const checkFaults = {
  // codes
  usccForm: (text: string): Fault =>
    error(
      'code/checksum',
      `${quote(text)} is not a valid unified social credit code`,
      'it has 18 digits and capital letters, none of them I, O, S, V or Z (GB 32100)',
    ),
  usccCheck: (text: string): Fault =>
    error(
      'code/checksum',
      `the check character at the end of ${quote(text)} does not fit the others`,
      'one of them is mistyped: compare it with the source, character by character',
    ),
  regionForm: (text: string): Fault =>
    error(
      'code/checksum',
      `${quote(text)} is not a valid administrative code`,
      'it has six digits, such as 310115 (GB/T 2260); towns have none',
    ),
  regionPrefix: (text: string, parent: string, parentCode: string, begins: string): Fault =>
    error(
      'code/checksum',
      `${quote(text)} is not a code of a region within ${quote(parent)}, which is ${parentCode}`,
      `such a code begins with ${begins}: fix the code, or \`within\``,
    ),

  // names
  nearDuplicate: (name: string, other: string, otherName: string, place: Place): Fault =>
    warning(
      'name/near-duplicate',
      `${quote(name)} may be the same as ${quote(other)}, ${quote(otherName)} at ${place}`,
      'if so, join the two under one id; if not, write what differs: a code, another place, another policy',
    ),

  // numbers
  tooLittle: (what: string, text: string, least: number): Fault =>
    error(
      'value/format',
      `${quote(text)} is less than ${least}, which ${what} never is`,
      least === 0 ? 'leave the minus out' : undefined,
    ),
  tooMuch: (what: string, text: string, most: number): Fault =>
    error(
      'value/format',
      `${quote(text)} is more than ${most}, which ${what} never is`,
      most === 100 ? 'a share in % is at most 100: write 43.9 for 43.9%' : undefined,
    ),

  // evidence
  editorialOnly: (what: string): Fault =>
    error(
      'evidence/missing',
      `${what} rests on the curators' own arranging alone, which is no evidence for a figure or a date`,
      'name the source that states it, or leave it out',
    ),
  locatorZero: (text: string): Fault =>
    error(
      'evidence/locator',
      `${quote(text)} is not a locator: paragraphs count from p1`,
      'the title is `标题`',
    ),

  // sources
  hostNotOfficial: (id: string, host: string): Fault =>
    warning(
      'source/host',
      `${quote(id)} has tier OFFICIAL, and ${quote(host)} is not among the \`officialHosts\` of the dataset`,
      'give the tier of what was read there, REPRINT for a full copy, or the address of the authority itself; ' +
        'if the host belongs to an authority, add its domain to `officialHosts`',
    ),
  officialWithoutUrl: (id: string): Fault =>
    warning(
      'source/host',
      `${quote(id)} has tier OFFICIAL and no address that shows it to be an authority's own page`,
      'add its `url`, or give the tier of what was read',
    ),
} as const;
