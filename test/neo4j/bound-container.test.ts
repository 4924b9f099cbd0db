/** Where the ports of a container are open. */

import { expect, test } from 'vitest';
import { publishedAddress } from '../../src/neo4j/container/bound-container.ts';

test('ports of an engine on this machine are open on the loopback address alone', () => {
  expect(publishedAddress('localhost')).toBe('127.0.0.1');
  expect(publishedAddress('127.0.0.1')).toBe('127.0.0.1');
});

test('ports of an engine that is known by an address are open on that one alone', () => {
  expect(publishedAddress('172.17.0.1')).toBe('172.17.0.1');
  expect(publishedAddress('fd00::1')).toBe('fd00::1');
});

test('an engine that is known by a name decides itself on which addresses', () => {
  expect(publishedAddress('engine.example')).toBeUndefined();
});
