/** Keys and hashes are kept in graphs: the same facts give the same ones in every release. */

import { expect, test } from 'vitest';
import { nodeHash, relationshipHash, relationshipKey } from '../../src/model/identity.ts';

const evidence = [{ source: 'source:s', locator: 'p1' }];

test('a key and hashes of old graphs are made again, byte by byte', () => {
  const key = relationshipKey('WITHIN', 'zone:a', 'region:b', [undefined]);
  expect(key).toBe('KGfTuInS1Nn9Wk1CokB50P');
  const node = { id: 'zone:a', type: 'Zone', properties: { name: '张江', count: 3 }, evidence };
  expect(nodeHash(node)).toBe('XX_f_Q-eeMhpic8Le-Qe99VLKDWzFu66cVYVygujnuI');
  const within = { key, type: 'WITHIN', from: 'zone:a', to: 'region:b', properties: { extent: 'WHOLE' } };
  expect(relationshipHash({ ...within, evidence })).toBe('A-IezTt7d3-HHkgdjHjmRktOj9KOhi-gYim09Fu2SVU');
});

test('the order of properties is no part of a hash', () => {
  const record = { id: 'zone:a', type: 'Zone', evidence };
  const [one, other] = [
    { name: '张江', nameEn: 'Zhangjiang' },
    { nameEn: 'Zhangjiang', name: '张江' },
  ];
  expect(nodeHash({ ...record, properties: one })).toBe(nodeHash({ ...record, properties: other }));
});

test('a check is part of a hash, and what has no check keeps the hash it had before', () => {
  const record = { id: 'zone:a', type: 'Zone', properties: {} };
  const checked = (checkedBy: string, checkedOn: string) =>
    nodeHash({ ...record, evidence: [{ source: 'source:s', locator: 'p1', checkedBy, checkedOn }] });
  const hashes = [
    nodeHash({ ...record, evidence }),
    checked('李四', '2026-11-20'),
    checked('李四', '2026-11-21'),
    checked('王五', '2026-11-20'),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});
