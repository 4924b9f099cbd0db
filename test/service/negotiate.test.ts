/** Media types and encodings are chosen as HTTP has it. */

import { expect, test } from 'vitest';
import { chooseEncoding, chooseMediaType } from '../../src/service/negotiate.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL = 'application/graphql-response+json';
const HTML = 'text/html';

test.each([
  [undefined, JSON_TYPE],
  ['', JSON_TYPE],
  ['*/*', JSON_TYPE],
  ['application/*', JSON_TYPE],
  [GRAPHQL, GRAPHQL],
  [`${GRAPHQL}, ${JSON_TYPE};q=0.9`, GRAPHQL],
  [`${JSON_TYPE}, ${GRAPHQL}`, JSON_TYPE],
  [`${GRAPHQL}, ${JSON_TYPE}`, GRAPHQL],
  [`${JSON_TYPE};q=0.1, ${GRAPHQL};q=0.2`, GRAPHQL],
  ['APPLICATION/JSON; Charset="UTF-8"', JSON_TYPE],
  [`${JSON_TYPE};charset=utf-16`, undefined],
  [`${JSON_TYPE};q=0`, undefined],
  [`${JSON_TYPE};q=0, */*`, GRAPHQL],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', HTML],
  ['text/xml', undefined],
  [';;;,,,q=', undefined],
  [`${JSON_TYPE};q=x`, undefined],
])('who accepts %s gets %s', (header, expected) => {
  expect(chooseMediaType(header, [JSON_TYPE, GRAPHQL, HTML])).toBe(expected);
});

test.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['deflate, zstd', undefined],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP, br;q=0.5', 'gzip'],
  ['br;q=0, gzip;q=0', undefined],
  ['br;q=0, *', 'gzip'],
  ['*', 'br'],
])('who takes the encoding %s gets %s', (header, expected) => {
  expect(chooseEncoding(header, ['br', 'gzip'])).toBe(expected);
});
