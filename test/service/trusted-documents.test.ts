/** Manifests of the usual tools are read, and anything else is refused whole. */

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../src/service/trusted-documents.ts';

const TEXT = 'query Regions { regions { totalCount } }';
const HASH = createHash('sha256').update(TEXT).digest('hex');

describe('a manifest', () => {
  test.each([
    ['of texts by name', { regions: TEXT }, 'regions'],
    [
      'as Apollo writes it',
      {
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [{ id: 'regions', body: TEXT, name: 'Regions', type: 'query' }],
      },
      'regions',
    ],
  ])('%s names its documents, and knows them by text and hash', (_, manifest, id) => {
    const found = readManifest(JSON.stringify(manifest));
    expect([found?.named(id), found?.named(HASH), found?.has(TEXT)]).toEqual([TEXT, TEXT, true]);
    expect([found?.named('__proto__'), found?.named('other'), found?.has(`${TEXT} `)]).toEqual([
      undefined,
      undefined,
      false,
    ]);
  });

  test.each([
    '',
    '{',
    'null',
    '3',
    '"x"',
    '[]',
    '{}',
    '{"a": 1}',
    '{"a": null}',
    '{"operations": []}',
    '{"operations": [null]}',
    '{"operations": [{"id": "a"}]}',
  ])('%s is none', (json) => {
    expect(readManifest(json)).toBeUndefined();
  });
});
